import { describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../../src-shared/units';
import { bufferSource } from '../../io';
import { exfatVolume, sealExfat } from '../test-support/simulated-disk';
import { readDataVolume } from './data-volume';

const SECTORS = (4 * MiB) / SECTOR;

/** A partition that holds nothing but what is put there. */
function partition(put: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(SECTORS * SECTOR);
  put(bytes);
  return bytes;
}

/** Exfat, NTFS, FAT32 and ext4 as other programs make them are in the integration test of the check. */
describe('the file system of a data partition', () => {
  it('is XFS by its superblock, with label and size', async () => {
    const bytes = partition((superblock) => {
      superblock.write('XFSB', 0, 'latin1');
      superblock.writeUInt32BE(4096, 4);
      superblock.writeBigUInt64BE(1024n, 8);
      superblock.write('IMAGES', 108, 'latin1');
    });
    expect(await readDataVolume(bufferSource(bytes))).toEqual({
      ...{
        fileSystem: 'xfs',
        label: 'IMAGES',
        bytes: 4 * MiB,
        bootSectorCopy: null,
        problem: null,
      },
    });
  });

  it('is Btrfs by its superblock, with label and size', async () => {
    const bytes = partition((volume) => {
      volume.write('_BHRfS_M', 0x10040, 'latin1');
      volume.writeBigUInt64LE(BigInt(4 * MiB), 0x10070);
      volume.write('IMAGES', 0x1012b, 'latin1');
    });
    expect(await readDataVolume(bufferSource(bytes))).toEqual({
      ...{
        fileSystem: 'btrfs',
        label: 'IMAGES',
        bytes: 4 * MiB,
        bootSectorCopy: null,
        problem: null,
      },
    });
  });

  it('is UDF by its second descriptor', async () => {
    const bytes = partition((volume) => {
      volume.write('\0BEA01\u0001', 32768, 'latin1');
      volume.write('\0NSR03\u0001', 32768 + 2048, 'latin1');
    });
    expect(await readDataVolume(bufferSource(bytes))).toMatchObject({
      ...{ fileSystem: 'udf', label: null, bytes: null, problem: null },
    });
  });

  it('is unknown without a mark, and in a partition too small for one', async () => {
    for (const bytes of [partition(() => undefined), Buffer.alloc(SECTOR), Buffer.alloc(0)]) {
      expect((await readDataVolume(bufferSource(bytes))).fileSystem).toBe('unknown');
    }
  });

  it('stays known where it is damaged, without label and size', async () => {
    const bytes = exfatVolume({ start: 2048, sectors: SECTORS }, 'IMAGES');
    bytes.writeUInt8(0xff, 100);
    const { problem, ...found } = await readDataVolume(bufferSource(bytes));
    expect(found).toEqual({
      ...{ fileSystem: 'exfat', label: null, bytes: null, bootSectorCopy: null },
    });
    expect(problem).toMatch(/checksum/);
  });

  it('has no label where its root folder holds none or leads astray', async () => {
    const root = (bytes: Buffer): Buffer => bytes.subarray((24 + 24 + 8) * SECTOR);
    const without = exfatVolume({ start: 2048, sectors: SECTORS }, 'IMAGES');
    root(without).fill(0, 0, 64);
    expect((await readDataVolume(bufferSource(without))).label).toBeNull();

    const astray = exfatVolume({ start: 2048, sectors: SECTORS }, 'IMAGES');
    root(astray).fill(0x85, 0, 8 * SECTOR);
    astray.writeUInt32LE(0x00ffffff, 24 * SECTOR + 3 * 4);
    sealExfat(astray);
    expect((await readDataVolume(bufferSource(astray))).problem).toMatch(/goes on outside/);

    // A folder whose chain is a loop ends the search, not the program.
    astray.writeUInt32LE(3, 24 * SECTOR + 3 * 4);
    expect((await readDataVolume(bufferSource(astray))).label).toBeNull();
  });
});
