import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EditionSchema } from '../../src-shared/image';
import { StickError } from '../../src-shared/errors';
import { bufferSource } from '../io';
import { buildWim, wimEntry, windowsXml, type WimRecipe } from './testing';
import type { WimFile } from './wim-header';
import { partName, readWimSet, type WimSet } from './wim-set';

function asFile(bytes: Buffer, path = 'install.wim', standalone = true): WimFile {
  return { source: bufferSource(bytes), path, standalone };
}

function readOne(bytes: Buffer, standalone = true): Promise<WimSet> {
  return readWimSet(
    asFile(bytes, 'install.wim', standalone),
    () => Promise.resolve(null),
    (part) => `install${String(part)}.wim`,
  );
}

async function failure(promise: Promise<unknown>): Promise<StickError> {
  const thrown: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof StickError)) throw new Error(`not a StickError: ${String(thrown)}`);
  return thrown;
}

const usual: WimRecipe = {
  xml: windowsXml('Home', 'Pro & more'.replace('&', '&amp;')),
  imageCount: 2,
};

describe('a WIM', () => {
  it('gives its editions as its XML describes them', async () => {
    const { editions, compression, solid } = await readOne(buildWim(usual));
    expect(compression).toBe('lzx');
    expect(solid).toBe(false);
    expect(editions).toHaveLength(2);
    expect(editions[1]).toEqual({
      index: 2,
      name: 'Pro & more',
      description: 'About Pro & more',
      editionId: 'Professional',
      architecture: 'x64',
      version: '10.0.22631.2861',
      build: 22631,
      languages: ['de-DE', 'en-US'],
      defaultLanguage: 'de-DE',
      totalBytes: 4_000_000_000,
      fileCount: 7,
      directoryCount: 3,
      windows: true,
    });
  });

  it.each([
    ['0', 'x86'],
    ['5', 'arm'],
    ['9', 'x64'],
    ['12', 'arm64'],
    ['6', 'unknown'],
  ])('with architecture %s is one for %s', async (arch, expected) => {
    const xml = windowsXml('A').replace('<ARCH>9', `<ARCH>${arch}`);
    expect((await readOne(buildWim({ xml }))).editions[0]?.architecture).toBe(expected);
  });

  it('calls an edition by its name, else by its number', async () => {
    const xml =
      '<WIM><IMAGE INDEX="2"/><IMAGE INDEX="1"><NAME>Only name &#8211; ü</NAME></IMAGE></WIM>';
    const { editions } = await readOne(buildWim({ xml, imageCount: 2 }));
    expect(editions.map(({ name }) => name)).toEqual(['Only name – ü', 'Image 2']);
    expect(editions.map(({ windows }) => windows)).toEqual([false, false]);
  });

  it('does not take Setup’s own Windows PE for a Windows', async () => {
    const xml = windowsXml('Setup').replace('Professional', 'WindowsPE');
    expect((await readOne(buildWim({ xml }))).editions[0]?.windows).toBe(false);
  });

  it('with solid resources is seen as one, wherever its files lie in them', async () => {
    const entries = [
      wimEntry({ flags: 2 }),
      wimEntry({ flags: 0x14, unpacked: 2 ** 32 }),
      wimEntry({ flags: 0x10, offset: 10 ** 9, length: 5000 }),
    ];
    const wim = buildWim({ xml: windowsXml('A'), entries, version: 0xe00, flags: 0x80002 });
    const set = await readOne(wim);
    expect(set.solid).toBe(true);
    expect(set.compression).toBe('lzms');
  });

  const table = 208 + 64;
  it.each<[string, string, Buffer]>([
    [
      'wim/header',
      'without its magic',
      Buffer.concat([Buffer.from('MSWIX'), buildWim(usual).subarray(5)]),
    ],
    ['wim/header', 'with a wrong header length', patched((wim) => wim.writeUInt32LE(200, 8))],
    ['wim/header', 'that calls itself part 0', buildWim({ ...usual, part: 0 })],
    ['wim/header', 'that calls itself part 2 of 1', buildWim({ ...usual, part: 2 })],
    ['wim/header', 'with chunks of 3 bytes', patched((wim) => wim.writeUInt32LE(3, 20))],
    [
      'wim/header',
      'whose XML lies at an impossible place',
      patched((wim) => wim.fill(0xff, 80, 88)),
    ],
    ['wim/unsupported', 'of an unknown version', buildWim({ ...usual, version: 0x20000 })],
    ['wim/unsupported', 'without any edition', buildWim({ xml: '<WIM></WIM>', imageCount: 0 })],
    ['wim/unsupported', 'with a compressed table', buildWim({ ...usual, tableFlags: 6 })],
    [
      'wim/unsupported',
      'that is encrypted',
      buildWim({ xml: windowsXml('A').replace('</WIM>', '<ESD><ENCRYPTED/></ESD></WIM>') }),
    ],
    ['wim/hash-table', 'with half an entry', patched((wim) => wim.writeUIntLE(75, 48, 6))],
    ['wim/hash-table', 'without descriptions', buildWim({ ...usual, entries: [wimEntry({})] })],
    ['wim/hash-table', 'with an empty table', buildWim({ ...usual, entries: [] })],
    [
      'wim/hash-table',
      'with an entry past the end',
      buildWim({
        ...usual,
        entries: [wimEntry({ flags: 2 }), wimEntry({ flags: 2, offset: 10 ** 6 })],
      }),
    ],
    [
      'wim/hash-table',
      'with an overwritten table',
      patched((wim) => wim.fill(0xff, table, table + 100)),
    ],
    [
      'wim/xml',
      'with XML that stops',
      buildWim({ ...usual, xml: windowsXml('A', 'B').slice(0, 300) }),
    ],
    ['wim/xml', 'with XML of another kind', buildWim({ xml: '<HTML></HTML>' })],
    ['wim/xml', 'with no XML', patched((wim) => wim.writeUIntLE(0, 72, 6))],
    ['wim/xml', 'with too few editions in XML', buildWim({ xml: windowsXml('A'), imageCount: 2 })],
    [
      'wim/xml',
      'with editions of the same number',
      buildWim({ ...usual, xml: usual.xml.replace('"2"', '"1"') }),
    ],
    ['wim/xml', 'with an edition without number', buildWim({ xml: '<WIM><IMAGE/></WIM>' })],
    [
      'wim/xml',
      'with bytes that are no text',
      patched((wim) => wim.writeUInt16LE(0xd800, wim.length - 20)),
    ],
    ['image/truncated', 'that lacks its last byte', buildWim(usual).subarray(0, -1)],
    ['image/truncated', 'that ends inside its header', buildWim(usual).subarray(0, 100)],
  ])('fails with %s: one %s', async (code, _, wim) => {
    const error = await failure(readOne(wim));
    expect(error.code).toBe(code);
  });

  function patched(change: (wim: Buffer) => unknown): Buffer {
    const wim = buildWim(usual);
    change(wim);
    return wim;
  }

  it('says how long it should be when it was cut', async () => {
    const whole = buildWim(usual);
    const error = await failure(readOne(whole.subarray(0, whole.length - 7)));
    expect(error.params).toEqual({
      path: 'install.wim',
      expected: whole.length,
      actual: whole.length - 7,
    });
  });

  it('inside a disc that is whole has a damaged header when it points past its end', async () => {
    const error = await failure(readOne(buildWim(usual).subarray(0, -1), false));
    expect(error.code).toBe('wim/header');
  });

  it('with any damage to its descriptions gives editions or a StickError', async () => {
    const whole = buildWim(usual);
    const hit = fc.record({
      at: fc.oneof(fc.nat(147), fc.nat(whole.length - 1)),
      value: fc.nat(255),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(hit, { minLength: 1, maxLength: 8 }),
        fc.nat(whole.length),
        async (hits, cut) => {
          const wim = Buffer.from(whole);
          for (const { at, value } of hits) wim[at] = value;
          for (const bytes of [wim, wim.subarray(0, cut)]) {
            try {
              const { editions } = await readOne(bytes);
              for (const edition of editions) EditionSchema.parse(edition);
            } catch (error) {
              expect(error).toBeInstanceOf(StickError);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  }, 60_000);
});

describe('a split WIM', () => {
  const parts = [1, 2, 3].map((part) =>
    buildWim({
      ...usual,
      part,
      parts: 3,
      ...(part === 1 ? {} : { entries: [wimEntry({ part })] }),
    }),
  );
  const name = (part: number): string => partName('install.swm', 1, part) ?? '';
  const open = (list: readonly (Buffer | undefined)[], start: number): Promise<WimSet> =>
    readWimSet(
      asFile(list[start - 1] ?? Buffer.alloc(0), name(start)),
      (part) => {
        const bytes = list[part - 1];
        return Promise.resolve(bytes ? asFile(bytes, name(part)) : null);
      },
      name,
    );

  it.each([1, 2, 3])('is read whole when its part %i is named', async (start) => {
    const set = await open(parts, start);
    expect(set.parts.map(({ path }) => path)).toEqual([
      'install.swm',
      'install2.swm',
      'install3.swm',
    ]);
    expect(set.editions).toHaveLength(2);
  });

  it.each([
    [1, 2],
    [2, 1],
    [3, 1],
  ])('named by part %i says that part %i is missing', async (start, missing) => {
    const error = await failure(
      open(
        parts.map((part, at) => (at + 1 === missing ? undefined : part)),
        start,
      ),
    );
    expect(error.code).toBe('wim/part-missing');
    expect(error.params).toEqual({ total: 3, part: missing, path: name(missing) });
  });

  it.each<[string, Buffer]>([
    ['of another set', buildWim({ ...usual, part: 2, parts: 3, guid: Buffer.alloc(16, 9) })],
    ['of a set of four', buildWim({ ...usual, part: 2, parts: 4 })],
    ['that is another part', buildWim({ ...usual, part: 3, parts: 3 })],
  ])('does not take a part %s', async (_, foreign) => {
    const [first, , third] = parts;
    const error = await failure(open([first, foreign, third], 1));
    expect(error.code).toBe('wim/part-foreign');
    expect(error.params).toEqual({ path: 'install2.swm' });
  });
});

describe('partName', () => {
  it.each([
    ['install.swm', 1, 2, 'install2.swm'],
    ['install3.swm', 3, 1, 'install.swm'],
    ['install10.swm', 10, 9, 'install9.swm'],
    ['Größe 中 2.SWM', 2, 3, 'Größe 中 3.SWM'],
    ['v11.swm', 1, 2, 'v112.swm'],
    ['noextension', 1, 2, 'noextension2'],
  ])('of %s, which is part %i, for part %i is %s', (known, part, wanted, expected) => {
    expect(partName(known, part, wanted)).toBe(expected);
  });

  it('is unknown when the name has no number', () => {
    expect(partName('other.swm', 2, 1)).toBeNull();
  });
});
