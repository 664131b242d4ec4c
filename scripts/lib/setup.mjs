import { ensureDebianPackages, packagesToStart, packagesToTest } from './debian-packages.mjs';
import { describeRuntime, ensureElectronRuntime } from './electron-runtime.mjs';
import { ensureNodePackages } from './node-packages.mjs';
import { SetupError, say } from './run.mjs';

/**
 * Installs what is missing. Debian's packages come first, because an npm package is compiled with them.
 * @param {'start' | 'test'} purpose
 * @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime>}
 */
export async function setup(purpose) {
  requireNode();
  await ensureDebianPackages(purpose === 'test' ? packagesToTest : packagesToStart);
  await ensureNodePackages();
  const runtime = await ensureElectronRuntime();
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder;
  say(describeRuntime(runtime));
  return runtime;
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetupError(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  }
}
