import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHUNK_BYTES } from '../../../disk/extent';
import { chunkHasher } from '../../../io';
import { BOOT_FOLDER, VOLUME_FILE, type HeldBuild, type MadeBuild } from '../index';

export const SAMPLE_BYTES = 300_000;

/** Where the volume of a sample begins on the target, in bytes. */
const VOLUME_START = 2 * CHUNK_BYTES;

/** 64 hexadecimal digits that begin with a word of hexadecimal digits. */
export function sampleKey(word: string): string {
  return word.padEnd(64, '0');
}

/** The key of a sample, so that each has a content of its own, repeated to a length. */
function content(key: string, bytes: number): Buffer {
  return Buffer.alloc(bytes, key);
}

/** What `make` does for a build: a volume and two boot files, all made of the key. */
export async function makeSample(
  folder: string,
  key: string,
  bytes = SAMPLE_BYTES,
): Promise<MadeBuild> {
  const volume = content(key, bytes);
  await writeFile(join(folder, VOLUME_FILE), volume);
  await mkdir(join(folder, BOOT_FOLDER, 'EFI'), { recursive: true });
  await writeFile(join(folder, BOOT_FOLDER, 'EFI/bootmgr.efi'), `boot manager of ${key}`);
  await writeFile(join(folder, BOOT_FOLDER, 'bcd'), key);
  const hash = await chunkHasher();
  const half = Math.floor(bytes / 2);
  const chunks = [
    { sourceOffset: 0, length: half },
    { sourceOffset: half, length: bytes - half },
  ].map(({ sourceOffset, length }) => ({
    sourceOffset,
    targetOffset: VOLUME_START + sourceOffset,
    length,
    hash: hash(volume.subarray(sourceOffset, sourceOffset + length)),
  }));
  return { chunks, fileBytes: bytes };
}

/** What is wrong with a held sample; empty when it is whole and has the content of its key. */
export async function faultsOf(build: HeldBuild): Promise<string[]> {
  const faults: string[] = [];
  const volume = await readFile(build.volumePath);
  if (!volume.equals(content(build.key, build.fileBytes))) faults.push('the volume');
  const boot = await readFile(join(build.bootFilesFolder, 'EFI/bootmgr.efi'), 'utf8');
  if (boot !== `boot manager of ${build.key}`) faults.push('the boot manager');
  const hash = await chunkHasher();
  for (const { sourceOffset, length, hash: expected } of build.map.chunks) {
    const piece = volume.subarray(sourceOffset, sourceOffset + length);
    if (hash(piece) !== expected) faults.push(`the hash at ${String(sourceOffset)}`);
  }
  if (build.map.path !== build.volumePath) faults.push('the path of the map');
  if (build.map.sizeBytes !== volume.length) faults.push('the size in the map');
  return faults;
}
