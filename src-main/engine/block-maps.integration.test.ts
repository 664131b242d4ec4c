import { mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KiB, MiB, SECTOR } from '../../src-shared/units';
import { tool } from '../disk/testing';
import { mapOverlay, mapWindows, windowsBootSectors, windowsBytes } from './block-maps';

const VOLUME = 32 * MiB;
const START = MiB;
const running = { signal: new AbortController().signal, onProgress: () => undefined };

let folder: string;
let volumePath: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'block-maps-'));
  volumePath = join(folder, 'windows.ntfs');
  await writeFile(volumePath, '');
  await truncate(volumePath, VOLUME);
  await tool(
    'mkntfs',
    '-Q',
    '-F',
    '-q',
    '-s',
    '512',
    '-c',
    '4096',
    '-p',
    '2048',
    '-H',
    '255',
    '-S',
    '63',
    volumePath,
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A file of the volume, and where it lies. */
async function addFile(name: string, bytes: Buffer): Promise<number> {
  const source = join(folder, 'content');
  await writeFile(source, bytes);
  await tool('ntfscp', '-q', volumePath, source, name);
  const runs = await tool('ntfscluster', '-v', '-F', name, volumePath);
  const data = runs.slice(runs.indexOf('0x80 - non-resident'));
  return Number(/^ +0 +(\d+) +\d+$/m.exec(data)?.[1]) * 4096;
}

describe('maps of a Windows volume', () => {
  it('together hold all of it but what is left out, whose boot sectors can be had', async () => {
    const secret = await addFile('/left-out', Buffer.alloc(64 * KiB, 'left out '));
    const kept = await addFile('/kept', Buffer.alloc(64 * KiB, 'kept '));
    const leftOut = [
      { offset: 0, length: 8 * KiB },
      { offset: secret, length: 64 * KiB },
    ];
    const volume = { path: volumePath, startByte: START, ownFiles: [], leftOut };
    const own = {
      startByte: START,
      bytes: 40 * MiB,
      serial: '0123456789abcdef',
      contents: [],
      leftOut,
    };
    const overlayPath = join(folder, 'overlay');
    const common = await mapWindows(volume, running);
    const overlay = await mapOverlay(volumePath, overlayPath, own, running.signal);
    expect(common.chunks.reduce((sum, { length }) => sum + length, 0)).toBe(
      await windowsBytes(volume),
    );

    const disk = join(folder, 'disk');
    await writeFile(disk, '');
    await truncate(disk, START + own.bytes);
    const target = await open(disk, 'r+');
    for (const { path, chunks } of [common, overlay]) {
      const bytes = await readFile(path);
      for (const { sourceOffset, targetOffset, length } of chunks) {
        await target.write(bytes, sourceOffset, length, targetOffset);
      }
    }
    const written = await readFile(disk);
    for (const { offset, length } of leftOut) {
      const there = written.subarray(START + offset, START + offset + length);
      expect(there.equals(Buffer.alloc(length))).toBe(true);
    }
    expect(written.toString('latin1', START + kept, START + kept + 10)).toBe('kept kept ');
    expect((await stat(overlayPath)).mode & 0o777).toBe(0o600);

    const boot = await windowsBootSectors(volumePath, own);
    expect(boot).toHaveLength(8 * KiB);
    // The copy at the partition's end is that of the boot sector.
    expect(boot.subarray(0, SECTOR).equals(written.subarray(-SECTOR))).toBe(true);
    expect(
      boot.subarray(SECTOR).equals((await readFile(volumePath)).subarray(SECTOR, 8 * KiB)),
    ).toBe(true);
    await target.write(boot, 0, boot.length, START);
    await target.close();
    const volumeAlone = join(folder, 'alone');
    await writeFile(volumeAlone, (await readFile(disk)).subarray(START));
    expect(await tool('ntfsfix', '-n', volumeAlone)).toContain('processed successfully');
  });
});
