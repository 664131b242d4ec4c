import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KiB, MiB, SECTOR } from '../../src-shared/units';
import { SPARE_ZEROS_BYTES, type BlockMap } from '../disk';
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
      startLba: START / SECTOR,
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

    const written = await carriedOut([common, overlay], START + own.bytes);
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
    boot.copy(written, START);
    const volumeAlone = join(folder, 'alone');
    await writeFile(volumeAlone, written.subarray(START));
    expect(await tool('ntfsfix', '-n', volumeAlone)).toContain('processed successfully');
  });

  it('are the same for a volume in a virtual disk that grows, whatever sector that volume began at', async () => {
    await addFile('/file', Buffer.alloc(5 * MiB, 'content of a file '));
    const startByte = 3 * MiB;
    const own = {
      ...{ startByte, startLba: startByte / SECTOR, bytes: 40 * MiB },
      ...{ serial: '0123456789abcdef', contents: [] },
    };
    const writtenFrom = async (path: string): Promise<Buffer> => {
      const common = await mapWindows({ path, startByte, ownFiles: [] }, running);
      const overlay = await mapOverlay(path, join(folder, 'overlay'), own, running.signal);
      return carriedOut([common, overlay], startByte + own.bytes);
    };
    const plain = await writtenFrom(volumePath);
    const virtualDisk = await packedVolume(join(folder, 'windows.ntfs.vhdx'));
    expect((await writtenFrom(virtualDisk)).equals(plain)).toBe(true);
    // The sector at which the partition begins, in both boot sectors.
    for (const at of [startByte, plain.length - SECTOR]) {
      expect(plain.readUInt32LE(at + 28)).toBe(startByte / SECTOR);
    }
    expect((await stat(virtualDisk)).size).toBeLessThan(VOLUME);
  });
});

/** The volume as the one partition of an expandable virtual disk, which needs spare zeros. */
async function packedVolume(path: string): Promise<string> {
  const raw = join(folder, 'disk.raw');
  const script = join(folder, 'script');
  await writeFile(raw, Buffer.concat([Buffer.alloc(MiB), await readFile(volumePath)]));
  await writeFile(script, `label: dos\n${String(MiB / SECTOR)},${String(VOLUME / SECTOR)},7\n`);
  await tool('sh', '-c', 'sfdisk -q "$1" < "$2"', 'sh', raw, script);
  const options = ['-o', 'subformat=dynamic,block_size=1M'];
  await tool('qemu-img', 'convert', '-f', 'raw', '-O', 'vhdx', ...options, raw, path);
  await truncate(path, (await stat(path)).size + SPARE_ZEROS_BYTES);
  return path;
}

async function carriedOut(maps: readonly BlockMap[], bytes: number): Promise<Buffer> {
  const disk = Buffer.alloc(bytes);
  for (const { path, chunks, sizeBytes } of maps) {
    const source = await readFile(path);
    expect(sizeBytes).toBe(source.length);
    for (const { sourceOffset, targetOffset, length } of chunks) {
      source.copy(disk, targetOffset, sourceOffset, sourceOffset + length);
    }
  }
  return disk;
}
