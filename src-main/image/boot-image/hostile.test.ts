import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StickError, stickError } from '../../../src-shared/errors';
import { bufferSource } from '../../io';
import { SECTOR_BYTES } from '../disc';
import { boundedSource } from './bounded-source';
import { readDiskImage } from './disk-image';
import { readEfiMachine } from './efi-program';
import { readBootCatalog } from './el-torito';
import { readDiscContent } from './iso-image';

const bytes = (most: number) =>
  fc.uint8Array({ maxLength: most }).map((array) => Buffer.from(array));

function bootRecord(catalogSector: number): Buffer {
  const record = Buffer.alloc(SECTOR_BYTES);
  record.writeUInt32LE(catalogSector, 0x47);
  return record;
}

/** A catalog with entries for a BIOS and for UEFI, in sector 1 of a disc of four. */
function discWithCatalog(): Buffer {
  const disc = Buffer.alloc(4 * SECTOR_BYTES);
  const catalog = disc.subarray(SECTOR_BYTES);
  catalog.writeUInt8(1, 0);
  catalog.writeUInt16LE(0xaa55, 30);
  catalog.writeUInt16LE(0x10000 - 0xaa55 - 1, 28);
  catalog.writeUInt8(0x88, 32);
  catalog.writeUInt16LE(4, 38);
  catalog.writeUInt32LE(2, 40);
  catalog.writeUInt8(0x91, 64);
  catalog.writeUInt8(0xef, 65);
  catalog.writeUInt16LE(1, 66);
  catalog.writeUInt8(0x88, 96);
  catalog.writeUInt32LE(3, 104);
  return disc;
}

describe('a boot catalog', () => {
  it('lists what a BIOS and UEFI start', async () => {
    expect(await readBootCatalog(bufferSource(discWithCatalog()), bootRecord(1))).toEqual([
      { platform: 'bios', offset: 2 * SECTOR_BYTES, loadBytes: 2048 },
      { platform: 'efi', offset: 3 * SECTOR_BYTES, loadBytes: 0 },
    ]);
  });

  it('passes over entries that are not bootable or lie past the end', async () => {
    const disc = discWithCatalog();
    disc.writeUInt8(0, SECTOR_BYTES + 32);
    disc.writeUInt32LE(4, SECTOR_BYTES + 104);
    expect(await readBootCatalog(bufferSource(disc), bootRecord(1))).toEqual([]);
  });

  it('is none when its sum is wrong or it lies past the end', async () => {
    const disc = discWithCatalog();
    disc.writeUInt8(1, SECTOR_BYTES + 5);
    expect(await readBootCatalog(bufferSource(disc), bootRecord(1))).toBeNull();
    expect(await readBootCatalog(bufferSource(disc), bootRecord(2 ** 32 - 1))).toBeNull();
  });

  it('of any bytes ends', async () => {
    const flips = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(flips, fc.nat(5), async (changes, sector) => {
        const disc = discWithCatalog();
        for (const [at, value] of changes) disc.writeUInt8(value, SECTOR_BYTES + at);
        const entries = (await readBootCatalog(bufferSource(disc), bootRecord(sector))) ?? [];
        for (const { offset } of entries) expect(offset).toBeLessThan(disc.length);
      }),
    );
  });
});

it('a program, a disk and a disc of any bytes give an answer or a StickError', async () => {
  await fc.assert(
    fc.asyncProperty(
      bytes(4096),
      fc.constantFrom('', 'MZ', '\x01CD001'),
      async (content, start) => {
        const file = Buffer.concat([Buffer.from(start, 'latin1'), content]);
        const disc = Buffer.alloc(20 * SECTOR_BYTES);
        file.copy(disc, 16 * SECTOR_BYTES);
        disc.writeUInt16LE(0xaa55, 510);
        file.copy(disc, 446, 0, 64);
        await readEfiMachine(bufferSource(file));
        await readDiskImage(bufferSource(disc));
        await readDiscContent(bufferSource(disc), 'a.iso', 'a.iso').catch((error: unknown) => {
          expect(error).toBeInstanceOf(StickError);
        });
      },
    ),
  );
});

describe('a bounded source', () => {
  const tooMuch = (): StickError => stickError('image/damaged', { path: 'x', message: 'no end' });

  it('ends what reads for ever', async () => {
    const source = boundedSource(
      bufferSource(Buffer.alloc(10)),
      25,
      new AbortController().signal,
      tooMuch,
    );
    await source.read(0, 10);
    await source.read(0, 10);
    await expect(source.read(0, 10)).rejects.toMatchObject({ code: 'image/damaged' });
  });

  it('ends with its signal', async () => {
    const controller = new AbortController();
    const source = boundedSource(bufferSource(Buffer.alloc(10)), 25, controller.signal, tooMuch);
    await source.read(0, 10);
    controller.abort();
    await expect(source.read(0, 10)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
