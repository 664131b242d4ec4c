import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { runTool } from '../../run-tool';

/*
 * Disks of tests are mostly holes, and reading a GiB of zeros takes seconds of a processor's time. These tools of other
 * people ask the file system where data is.
 */

/** Copies bytes of a disk, a file or a device, into a file of its own with holes where there are zeros. Multiples of 512. */
export async function copyRange(
  disk: string,
  { startByte, bytes }: { startByte: number; bytes: number },
  to: string,
): Promise<void> {
  const driver = (await stat(disk)).isBlockDevice() ? 'host_device' : 'file';
  const file = { driver, filename: resolve(disk) };
  const source = { driver: 'raw', offset: startByte, size: bytes, file };
  // A name that begins with a dash or has a colon would be something else to qemu-img.
  await runTool('qemu-img', [
    'convert',
    '-O',
    'raw',
    `json:${JSON.stringify(source)}`,
    resolve(to),
  ]);
}

/** A hash of a file's name, size, content and of where its holes are, which are not read. */
export async function sparseHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  const format = ['--create', '--format=gnu', '--sparse', '--hole-detection=seek'];
  const place = ['--file=-', '--directory', dirname(path), '--', `./${basename(path)}`];
  await runTool('tar', [...format, '--mtime=@0', ...place], {
    onStdout: (chunk) => hash.update(chunk),
  });
  return hash.digest('hex');
}
