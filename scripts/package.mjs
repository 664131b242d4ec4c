/* npm run package: makes a program folder in release/. Arguments go to electron-builder: npm run package -- --linux deb */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { projectRoot } from './lib/paths.mjs';
import { run, runMain } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await runMain(async () => {
  const runtime = await setup('start');
  await build();
  const given = process.argv.slice(2);
  const args = given.length === 0 ? ['--linux', 'dir'] : given;
  // What is here already needs no download; for another system electron-builder fetches its own.
  const forThisSystem = args.includes('--linux') && process.platform === 'linux';
  const builder = join(projectRoot, 'node_modules/electron-builder/cli.js');
  const { code } = await run(process.execPath, [
    ...[builder, ...args, '--publish', 'never'],
    ...(forThisSystem ? localRuntime(runtime) : []),
  ]);
  return code;
});

/**
 * @param {import('./lib/electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {string[]} arguments by which electron-builder uses it
 */
function localRuntime({ folder, version }) {
  const local = [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`];
  return Number.parseInt(version, 10) < 29 ? [...local, '--config', configOfOldElectron()] : local;
}

/** Before Electron 29 there was no fuse for what file:// pages may do, and flipping it fails. */
function configOfOldElectron() {
  const path = join(projectRoot, 'release/electron-builder-old.json');
  mkdirSync(join(projectRoot, 'release'), { recursive: true });
  writeFileSync(
    path,
    JSON.stringify({
      extends: join(projectRoot, 'electron-builder.yml'),
      electronFuses: { grantFileProtocolExtraPrivileges: null },
    }),
  );
  return path;
}
