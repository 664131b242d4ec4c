import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './paths.mjs';
import { mustRun, npmCommand, say, SetupError } from './run.mjs';

/** Whether node_modules is there and not older than the lockfile. npm writes its own copy of it last. */
export function nodePackagesCurrent() {
  const installed = join(projectRoot, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  return statSync(installed).mtimeMs >= statSync(join(projectRoot, 'package-lock.json')).mtimeMs;
}

export async function ensureNodePackages() {
  if (nodePackagesCurrent()) return;
  if (/\s/.test(projectRoot)) {
    throw new SetupError(
      `The native package drivelist can’t be compiled in a folder with a space in its path. ` +
        `Move the sources, which are in ${projectRoot} now.`,
    );
  }
  say('Installing the npm packages …');
  await mustRun(...npmCommand(['ci', '--no-audit', '--no-fund', '--loglevel=error']), {
    env: { ...process.env, ...headersBesideNode() },
    output: 'stderr',
  });
}

/**
 * node-gyp downloads Node's headers from nodejs.org even where they lie beside the Node that runs.
 * @returns {NodeJS.ProcessEnv}
 */
function headersBesideNode() {
  if (process.env['npm_config_nodedir'] !== undefined) return {};
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  return existsSync(join(prefix, 'include/node/node_api.h')) ? { npm_config_nodedir: prefix } : {};
}
