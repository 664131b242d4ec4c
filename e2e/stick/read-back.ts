import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyRange } from '../../src-main/host/linux/test-support/sparse-file';
import { runTool } from '../../src-main/host/run-tool';

/** Tools that are not ours, looking at a finished stick. Paths are absolute. */

/** What becomes of files of the image where nothing is chosen; all others are as they were. */
export const portableByDefault = {
  added: [
    '/ProgramData/Sticksmith/first-start.ps1',
    '/Windows/Panther/unattend.xml',
    '/Windows/Setup/Scripts/SetupComplete.cmd',
  ],
  changed: ['/Windows/System32/config/SOFTWARE', '/Windows/System32/config/SYSTEM'],
  // A portable Windows does without its recovery system.
  leftOut: ['/Windows/System32/Recovery/Winre.wim'],
} as const;

export interface SgdiskPartition {
  number: number;
  startByte: number;
  bytes: number;
  typeGuid: string;
  guid: string;
}

/** What sgdisk says of each partition, after it has verified the table. */
export async function sgdiskPartitions(disk: string): Promise<SgdiskPartition[]> {
  const verified = await runTool('sgdisk', ['-v', disk]);
  if (!verified.stdout.includes('No problems found')) throw new Error(verified.stdout);
  const printed = await runTool('sgdisk', ['-p', disk]);
  const numbers = [...printed.stdout.matchAll(/^\s+(\d+)\s+\d+\s+\d+/gm)].map((row) =>
    Number(row[1]),
  );
  const partitions: SgdiskPartition[] = [];
  for (const number of numbers) {
    const { stdout } = await runTool('sgdisk', ['-i', String(number), disk]);
    const field = (pattern: RegExp): string => {
      const value = pattern.exec(stdout)?.[1];
      if (value === undefined) throw new Error(`sgdisk -i ${String(number)}: ${stdout}`);
      return value;
    };
    const first = Number(field(/First sector: (\d+)/));
    const last = Number(field(/Last sector: (\d+)/));
    partitions.push({
      number,
      startByte: first * 512,
      bytes: (last - first + 1) * 512,
      typeGuid: field(/Partition GUID code: (\S+)/).toLowerCase(),
      guid: field(/Partition unique GUID: (\S+)/).toLowerCase(),
    });
  }
  return partitions;
}

/** Copies one partition into a file of its own, leaving holes where it is zero. */
export function copyPartition(disk: string, partition: SgdiskPartition, to: string): Promise<void> {
  return copyRange(disk, partition, to);
}

/** SHA-256 of every file below a folder, by its path with `/`. */
export async function hashesBelow(folder: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  const pending = [''];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) pending.push(below);
      else if (entry.isFile()) hashes.set(below, await sha256(join(folder, below)));
    }
  }
  return hashes;
}

/**
 * Throws unless `found` is what a stick holds that was made of `image` with nothing chosen. Both are hashes by path.
 */
export function requirePortable(
  found: ReadonlyMap<string, string>,
  image: ReadonlyMap<string, string>,
): void {
  const { added, changed, leftOut } = portableByDefault;
  const expected = new Map(image);
  for (const path of leftOut) {
    if (!expected.delete(path)) throw new Error(`${path} is not in the image`);
  }
  const wrong: string[] = added.filter((path) => image.has(path) || !found.has(path));
  for (const path of new Set([...expected.keys(), ...found.keys()])) {
    if (added.some((it) => it === path)) continue;
    const same = found.get(path) === expected.get(path);
    const touched = changed.some((it) => it === path);
    if (!found.has(path) || !expected.has(path) || same === touched) wrong.push(path);
  }
  if (wrong.length > 0) throw new Error(`not as it should be: ${wrong.join(', ')}`);
}

export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Every file of an NTFS volume in a file, taken out by 7-Zip, but for NTFS's own, which it shows too. */
export async function extractNtfs(volume: string, to: string): Promise<void> {
  await runTool('7zz', ['x', '-y', '-tntfs', `-o${to}`, volume]);
  await rm(join(to, '[SYSTEM]'), { recursive: true, force: true });
}

/** Every file of one edition, taken out of the WIM inside an ISO by 7-Zip and wimlib-imagex. */
export async function extractEdition(iso: string, index: number, to: string): Promise<void> {
  const folder = `${to}.wim`;
  await runTool('7zz', ['e', '-y', `-o${folder}`, iso, 'sources/install.wim']);
  await runTool('wimlib-imagex', [
    ...['apply', join(folder, 'install.wim'), String(index), to],
    '--no-acls',
  ]);
}
