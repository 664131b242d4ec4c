import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StickError } from '../../src-shared/errors';
import { bufferSource } from '../io';
import { openIso } from './iso';
import {
  MAIN_SEQUENCE,
  PARTITION_SECTOR,
  buildUdf,
  resealSector,
  type Form,
  type UdfRecipe,
} from './testing';
import { crc16 } from './udf-tag';

const SECTOR = 2048;

/** Content that shows when two of its parts change places. */
function content(length: number): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at * 32 < length; at += 1) {
    pieces.push(createHash('sha256').update(String(at)).digest());
  }
  return Buffer.concat(pieces).subarray(0, length);
}

const files = {
  'sources/install.wim': content(40_000),
  'sources/-leading dash "quoted".txt': content(10),
  'bücher/für.txt': content(3000),
  '中文/文件.txt': content(2048),
  'README.TXT': content(100),
};

async function failure(promise: Promise<unknown>): Promise<StickError> {
  const thrown: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof StickError)) throw new Error(`not a StickError: ${String(thrown)}`);
  return thrown;
}

async function expectFiles(disc: Buffer): Promise<void> {
  const iso = await openIso(bufferSource(disc));
  expect(iso.fileSystem).toBe('udf');
  for (const [path, expected] of Object.entries(files)) {
    const file = await iso.find(path);
    expect(file?.path).toBe(path);
    if (file) expect((await iso.read(file)).equals(expected)).toBe(true);
  }
}

describe('crc16', () => {
  it('gives the value of the standard’s example', () => {
    expect(crc16(Buffer.from([0x70, 0x6a, 0x77]))).toBe(0x3299);
  });
});

describe('a UDF disc', () => {
  const forms: Form[] = ['short', 'long', 'extended', 'embedded'];
  const kinds = forms.flatMap((form) =>
    [false, true].flatMap((extendedEntries) =>
      [false, true].map((metadata): UdfRecipe => ({ files, form, extendedEntries, metadata })),
    ),
  );
  it.each(kinds)(
    'is read with $form descriptors, extended entries $extendedEntries, metadata $metadata',
    async (recipe) => {
      await expectFiles(buildUdf(recipe));
    },
  );

  it.each(forms)(
    'is read with scattered files and continued lists of %s descriptors',
    async (form) => {
      await expectFiles(buildUdf({ files, form, blocksPerExtent: 2, extentsPerBlock: 3 }));
    },
  );

  it('lists folders and finds names in capital or small letters', async () => {
    const iso = await openIso(bufferSource(buildUdf({ files, label: 'Größe 中' })));
    expect(iso.label).toBe('Größe 中');
    expect(await iso.list('')).toEqual([
      { name: 'sources', path: 'sources', directory: true },
      { name: 'bücher', path: 'bücher', directory: true },
      { name: '中文', path: '中文', directory: true },
      { name: 'README.TXT', path: 'README.TXT', directory: false },
    ]);
    expect((await iso.list('Sources'))?.map((entry) => entry.path)).toEqual([
      'sources/install.wim',
      'sources/-leading dash "quoted".txt',
    ]);
    expect((await iso.find('SOURCES/INSTALL.WIM'))?.path).toBe('sources/install.wim');
    expect((await iso.find('/BÜCHER/für.TXT'))?.size).toBe(3000);
    expect(await iso.find('sources')).toBeNull();
    expect(await iso.find('README.TXT/x')).toBeNull();
    expect(await iso.find('sources/install.esd')).toBeNull();
    expect(await iso.list('README.TXT')).toBeNull();
    expect(await iso.list('nowhere')).toBeNull();
  });

  it('reports neighbouring extents as one', async () => {
    const iso = await openIso(bufferSource(buildUdf({ files })));
    expect((await iso.find('sources/install.wim'))?.extents).toHaveLength(1);
  });

  it.each([[[256]], [[-1]], [[-257]]])('is found by the anchor at %j alone', async (anchors) => {
    await expectFiles(buildUdf({ files, anchors }));
  });

  it('is read from the reserve descriptors when the main ones are damaged', async () => {
    const disc = buildUdf({ files });
    disc.fill(0xee, MAIN_SEQUENCE * SECTOR, (MAIN_SEQUENCE + 3) * SECTOR);
    await expectFiles(disc);
  });

  it('is read from the metadata mirror when the metadata file’s entry is damaged', async () => {
    const disc = buildUdf({ files, metadata: true });
    const last = disc.length / SECTOR - 301;
    disc.fill(0xee, (last - 1) * SECTOR, last * SECTOR);
    await expectFiles(disc);
  });

  it('is called damaged when neither copy of its descriptors is good', async () => {
    const disc = buildUdf({ files });
    disc.fill(0xee, MAIN_SEQUENCE * SECTOR, 60 * SECTOR);
    const error = await failure(openIso(bufferSource(disc), 'x.iso'));
    expect(error.code).toBe('image/damaged');
  });

  it('is called cut short, with both sizes, when its partition goes on after the end', async () => {
    const disc = buildUdf({ files });
    const end = disc.length - 300 * SECTOR;
    const error = await failure(openIso(bufferSource(disc.subarray(0, end - 1)), 'x.iso'));
    expect(error.code).toBe('image/truncated');
    expect(error.params).toEqual({ path: 'x.iso', expected: end, actual: end - 1 });
  });

  it('stops at lists of extents that run in a circle', async () => {
    const disc = buildUdf({ files, form: 'long', blocksPerExtent: 2, extentsPerBlock: 3 });
    for (let sector = PARTITION_SECTOR; sector * SECTOR < disc.length; sector += 1) {
      const block = disc.subarray(sector * SECTOR, (sector + 1) * SECTOR);
      if (block.readUInt16LE(0) !== 258) continue;
      block.writeUInt32LE(3 * 2 ** 30 + SECTOR, 24);
      block.writeUInt32LE(sector - PARTITION_SECTOR, 28);
      resealSector(disc, sector);
    }
    const iso = await openIso(bufferSource(disc));
    const error = await failure(iso.find('sources/install.wim'));
    expect(error.code).toBe('image/damaged');
  });

  it('with any damage, even with right checksums, gives files or a StickError', async () => {
    const whole = buildUdf({
      files: { 'sources/install.wim': content(5000), 'a/b.txt': content(9) },
      form: 'long',
      blocksPerExtent: 1,
      extentsPerBlock: 2,
      metadata: true,
    });
    const used = [16, 17, 32, 33, 48, 49, 256];
    for (let sector = PARTITION_SECTOR; sector < whole.length / SECTOR - 300; sector += 1) {
      used.push(sector);
    }
    const hit = fc.record({
      sector: fc.constantFrom(...used),
      at: fc.oneof(fc.nat(60), fc.nat(SECTOR - 1)),
      value: fc.constantFrom(0, 1, 2, 3, 0x7f, 0x80, 0xc0, 0xff),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(hit, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (hits, reseal) => {
          const disc = Buffer.from(whole);
          for (const { sector, at, value } of hits) {
            disc[sector * SECTOR + at] = value;
            if (reseal) resealSector(disc, sector);
          }
          await readEverything(disc);
        },
      ),
      { numRuns: 600 },
    );
  }, 60_000);
});

/** Passes when all that goes wrong is a StickError. */
async function readEverything(disc: Buffer): Promise<void> {
  try {
    const iso = await openIso(bufferSource(disc));
    for (const folder of ['', 'sources', 'a']) {
      for (const entry of (await iso.list(folder)) ?? []) {
        const file = await iso.find(entry.path);
        if (file) expect((await iso.read(file)).length).toBe(file.size);
      }
    }
  } catch (error) {
    expect(error).toBeInstanceOf(StickError);
  }
}
