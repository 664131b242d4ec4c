import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTool } from '../src-main/host/run-tool';

/** What the tests of the window with Ventoy sticks share. */

/**
 * The archive of a stand-in for a release. Made in a process of its own, because Playwright’s loader takes ES modules of the
 * project for CommonJS.
 */
export function standInRelease(folder: string, version?: string): string {
  const make = pathToFileURL(resolve(__dirname, 'stand-in-ventoy/make.mjs')).href;
  const script = `import { makeStandInVentoy } from ${JSON.stringify(make)};
process.stdout.write((await makeStandInVentoy(${JSON.stringify({ folder, version })})).linux);`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
}

/** A disc that is recognised as a live Debian for a BIOS, with random content and a boot image that starts nothing. */
export async function liveIso(folder: string, name: string, bytes = 6 * 2 ** 20): Promise<string> {
  const tree = join(folder, `${name}.tree`);
  await mkdir(join(tree, 'live'), { recursive: true });
  await mkdir(join(tree, '.disk'));
  await writeFile(join(tree, '.disk/info'), 'Debian GNU/Linux 13 "Trixie" live amd64\n');
  await writeFile(join(tree, 'live/filesystem.squashfs'), randomBytes(bytes));
  await writeFile(join(tree, 'live/boot.bin'), Buffer.alloc(2048));
  const iso = join(folder, name);
  const boot = ['-b', 'live/boot.bin', '-c', 'live/boot.cat', '-no-emul-boot'];
  const names = ['-V', 'd-live 13', '-r', '-J'];
  await runTool('xorriso', ['-as', 'mkisofs', ...names, ...boot, '-o', iso, tree]);
  return iso;
}
