import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './paths.mjs';
import { mustRun, say } from './run.mjs';

const stamp = join(projectRoot, 'dist/built');
const inputs = [
  ...['src-shared', 'src-main', 'src-renderer', 'assets'],
  ...['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'],
];

/** Builds the app when a source is newer than the last build. Says nothing on stdout. */
export async function ensureBuilt() {
  if (newestChange() > builtAt()) await build();
}

/** Builds main, preload, helper, CLI and renderer into dist/. */
export async function build() {
  say('Building …');
  const started = new Date();
  rmSync(stamp, { force: true });
  await mustRun(
    process.execPath,
    [join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    { output: 'collect' },
  );
  mkdirSync(join(projectRoot, 'dist'), { recursive: true });
  writeFileSync(stamp, '');
  // A source that changed during the build has to count as newer.
  utimesSync(stamp, started, started);
}

function builtAt() {
  return statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Folders count too: their time tells of files that were removed. */
function newestChange() {
  let newest = 0;
  for (const input of inputs) {
    const path = join(projectRoot, input);
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) continue;
    newest = Math.max(newest, status.mtimeMs);
    if (!status.isDirectory()) continue;
    for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
      if (/\.test\.tsx?$/.test(entry)) continue;
      newest = Math.max(newest, statSync(join(path, entry)).mtimeMs);
    }
  }
  return newest;
}
