import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StickError } from '../../src-shared/errors';
import { bufferSource } from '../io';
import { openIso } from './iso';

const SECTOR = 2048;
const SECTORS = 40;

interface Row {
  name: string;
  sector: number;
  length: number;
  flags?: number;
  interleaved?: boolean;
}

function directoryRecord(row: Row, rawName = Buffer.from(row.name, 'latin1')): Buffer {
  const bytes = Buffer.alloc(Math.ceil((33 + rawName.length) / 2) * 2);
  bytes.writeUInt8(bytes.length, 0);
  bytes.writeUInt32LE(row.sector, 2);
  bytes.writeUInt32LE(row.length, 10);
  bytes.writeUInt8(row.flags ?? 0, 25);
  bytes.writeUInt8(row.interleaved === true ? 1 : 0, 26);
  bytes.writeUInt8(rawName.length, 32);
  rawName.copy(bytes, 33);
  return bytes;
}

/** A disc whose root, in sectors 18 and 19, holds these records. A sector's content is its number. */
function buildIso(rows: readonly Row[]): Buffer {
  const disc = Buffer.alloc(SECTORS * SECTOR);
  for (let sector = 20; sector < SECTORS; sector += 1) {
    disc.fill(sector, sector * SECTOR, (sector + 1) * SECTOR);
  }
  const root = { name: '\0', sector: 18, length: 2 * SECTOR, flags: 2 };
  const volume = disc.subarray(16 * SECTOR, 17 * SECTOR);
  volume.write('\x01CD001\x01', 0, 'latin1');
  volume.write('OLD DISC'.padEnd(32), 40, 'latin1');
  volume.writeUInt32LE(SECTORS, 80);
  volume.writeUInt16LE(SECTOR, 128);
  directoryRecord(root).copy(volume, 156);
  disc.write('\xffCD001\x01', 17 * SECTOR, 'latin1');

  const records = [root, { ...root, name: '\x01' }, ...rows].map((row) => directoryRecord(row));
  let at = 18 * SECTOR;
  for (const record of records) {
    const left = SECTOR - (at % SECTOR);
    if (record.length > left) at += left;
    record.copy(disc, at);
    at += record.length;
  }
  return disc;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const thrown: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  return thrown instanceof StickError ? thrown.code : `not a StickError: ${String(thrown)}`;
}

describe('an ISO 9660 disc without Joliet', () => {
  it('has names without version and empty extension, and its label', async () => {
    const iso = await openIso(
      bufferSource(
        buildIso([
          { name: 'INSTALL.WIM;1', sector: 20, length: 5 },
          { name: 'README.;12', sector: 21, length: 7 },
        ]),
      ),
    );
    expect(iso.fileSystem).toBe('iso9660');
    expect(iso.label).toBe('OLD DISC');
    expect((await iso.list(''))?.map(({ name }) => name)).toEqual(['INSTALL.WIM', 'README']);
    expect((await iso.find('install.wim'))?.size).toBe(5);
  });

  it('joins the extents of a file over 4 GiB in their order', async () => {
    const iso = await openIso(
      bufferSource(
        buildIso([
          { name: 'A', sector: 30, length: 10 },
          { name: 'BIG.WIM;1', sector: 25, length: 2 * SECTOR, flags: 0x80 },
          { name: 'BIG.WIM;1', sector: 22, length: SECTOR, flags: 0x80 },
          { name: 'BIG.WIM;1', sector: 27, length: 3 },
          { name: 'C', sector: 31, length: 10 },
        ]),
      ),
    );
    const file = await iso.find('big.wim');
    expect(file?.extents).toEqual([
      { offset: 25 * SECTOR, length: 2 * SECTOR },
      { offset: 22 * SECTOR, length: SECTOR },
      { offset: 27 * SECTOR, length: 3 },
    ]);
    if (!file) return;
    const content = await iso.read(file);
    expect([content[0], content[SECTOR], content[2 * SECTOR], content[3 * SECTOR]]).toEqual([
      25, 26, 22, 27,
    ]);
    expect((await iso.list(''))?.map(({ name }) => name)).toEqual(['A', 'BIG.WIM', 'C']);
  });

  it('is read over the end of a sector of its folder', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({
      name: `FILE${String(at).padStart(20, '0')}.TXT`,
      sector: 20,
      length: at,
    }));
    const iso = await openIso(bufferSource(buildIso(rows)));
    expect((await iso.list(''))?.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
  });

  it('is damaged when the last extent of a file is missing', async () => {
    const flags = 0x80;
    for (const rows of [
      [{ name: 'A', sector: 20, length: 5, flags }],
      [
        { name: 'A', sector: 20, length: 5, flags },
        { name: 'B', sector: 20, length: 5 },
      ],
    ]) {
      expect(await codeOf(openIso(bufferSource(buildIso(rows))))).toBe('image/damaged');
    }
  });

  it('is damaged when a file is interleaved or lies past the end', async () => {
    const interleaved = buildIso([{ name: 'A', sector: 20, length: 5, interleaved: true }]);
    expect(await codeOf(openIso(bufferSource(interleaved)))).toBe('image/damaged');
    const iso = await openIso(bufferSource(buildIso([{ name: 'A', sector: SECTORS, length: 5 }])));
    expect(await codeOf(iso.find('A'))).toBe('image/damaged');
  });

  it('is cut short when its volume goes on after the end', async () => {
    const disc = buildIso([{ name: 'A', sector: 20, length: 5 }]);
    expect(await codeOf(openIso(bufferSource(disc.subarray(0, -1))))).toBe('image/truncated');
  });

  it('leaves out names that are no single step of a path', async () => {
    const rows = ['..', 'A/B', 'A\\B', 'OK'].map((name) => ({ name, sector: 20, length: 5 }));
    const iso = await openIso(bufferSource(buildIso(rows)));
    expect((await iso.list(''))?.map(({ name }) => name)).toEqual(['OK']);
  });

  it('with any damage gives files or a StickError', async () => {
    const whole = buildIso([
      { name: 'SOURCES', sector: 18, length: SECTOR, flags: 2 },
      { name: 'B.TXT;1', sector: 22, length: SECTOR, flags: 0x80 },
      { name: 'B.TXT;1', sector: 25, length: 9 },
    ]);
    const hit = fc.record({
      at: fc.oneof(
        fc.integer({ min: 16 * SECTOR, max: 16 * SECTOR + 200 }),
        fc.integer({ min: 18 * SECTOR, max: 18 * SECTOR + 260 }),
      ),
      value: fc.nat(255),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(hit, { minLength: 1, maxLength: 5 }), async (hits) => {
        const disc = Buffer.from(whole);
        for (const { at, value } of hits) disc[at] = value;
        try {
          const iso = await openIso(bufferSource(disc));
          for (const { path } of (await iso.list('')) ?? []) {
            const file = await iso.find(path);
            if (file) expect((await iso.read(file)).length).toBe(file.size);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(StickError);
        }
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

describe('something that is no disc', () => {
  it.each([0, 1, 2047, 32768, 40000, 600_000])('of %i bytes is not recognised', async (size) => {
    const bytes = Buffer.alloc(size, 0x41);
    expect(await codeOf(openIso(bufferSource(bytes)))).toBe('image/not-recognised');
  });
});
