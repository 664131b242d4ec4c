import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHive } from './decode';
import { encodeHive } from './encode';
import { Base, baseChecksum } from './format';
import { HiveError, RegistryType, subkey, upperName, type HiveKey, type HiveValue } from './tree';

const key = (name: string, subkeys: HiveKey[] = [], values: HiveValue[] = []): HiveKey => ({
  name,
  subkeys,
  values,
});
const binary = (name: string, data: Buffer): HiveValue => ({
  name,
  type: RegistryType.binary,
  data,
});

/** The tree as it comes back: subkeys in the registry's order. */
function inOrder(tree: HiveKey): HiveKey {
  const subkeys = tree.subkeys.map(inOrder);
  const upper = (item: HiveKey): string => upperName(item.name);
  subkeys.sort((a, b) => (upper(a) < upper(b) ? -1 : 1));
  return { ...tree, subkeys };
}

const nameOf = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9 {}_.-]{1,30}$/),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((s) => !s.includes('\\')),
);
const unique = { selector: (item: { name: string }) => upperName(item.name) };
const valueArbitrary: fc.Arbitrary<HiveValue> = fc.record({
  name: fc.oneof(nameOf, fc.constant('')),
  type: fc.nat({ max: 11 }),
  data: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
});
function treeOf(levels: number): fc.Arbitrary<HiveKey> {
  return fc.record({
    name: nameOf,
    values: fc.uniqueArray(valueArbitrary, { maxLength: 5, ...unique }),
    subkeys:
      levels === 0
        ? fc.constant([])
        : fc.uniqueArray(treeOf(levels - 1), { maxLength: 4, ...unique }),
  });
}

describe('a hive', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(treeOf(3), (tree) => {
        expect(decodeHive(encodeHive(tree))).toEqual(inOrder(tree));
      }),
    );
  });

  it('holds more subkeys than one list takes', () => {
    const names = Array.from({ length: 1203 }, (_, i) => `k${String(i).padStart(5, '0')}`);
    const tree = key(
      'root',
      names.map((name) => key(name)),
    );
    expect(decodeHive(encodeHive(tree)).subkeys.map((child) => child.name)).toEqual(names);
  });

  it('holds a value of the longest length and refuses one byte more', () => {
    const data = Buffer.alloc(16_344, 0xa5);
    const back = decodeHive(encodeHive(key('root', [], [binary('v', data)])));
    expect(back.values[0]?.data.equals(data)).toBe(true);
    const longer = key('root', [], [binary('v', Buffer.alloc(16_345))]);
    expect(() => encodeHive(longer)).toThrow(HiveError);
  });

  it('is the same bytes for the same tree', () => {
    const tree = key('root', [key('b'), key('A')], [binary('x', Buffer.from([1, 2, 3]))]);
    expect(encodeHive(tree).equals(encodeHive(tree))).toBe(true);
  });

  it('stores the time it is given', () => {
    const bytes = encodeHive(key('root'), { written: 0x01d9_0000_0000_0001n });
    expect(bytes.readBigUInt64LE(Base.written)).toBe(0x01d9_0000_0000_0001n);
  });

  it('finds keys without regard to case', () => {
    const tree = decodeHive(encodeHive(key('root', [key('Größe'), key('Select')])));
    expect(subkey(tree, 'SELECT')?.name).toBe('Select');
    expect(subkey(tree, 'GRÖßE')?.name).toBe('Größe');
    expect(subkey(tree, 'absent')).toBeUndefined();
  });

  it.each([
    ['two keys whose names differ in case only', key('root', [key('abc'), key('ABC')])],
    ['an empty key name', key('root', [key('')])],
    ['a backslash in a key name', key('root', [key('a\\b')])],
    ['a key name of 256 characters', key('root', [key('x'.repeat(256))])],
    [
      'two values of one name',
      key('root', [], [binary('v', Buffer.alloc(1)), binary('V', Buffer.alloc(1))]),
    ],
  ])('refuses %s', (_, tree) => {
    expect(() => encodeHive(tree)).toThrow(HiveError);
  });

  it('refuses keys nested deeper than Windows allows', () => {
    let tree = key('leaf');
    for (let depth = 0; depth < 512; depth += 1) tree = key('k', [tree]);
    expect(() => encodeHive(tree)).toThrow(HiveError);
  });
});

describe('a damaged hive', () => {
  const sound = encodeHive(
    key('root', [
      key('Objects', [key('{1}', [key('Elements')]), key('{2}', [key('Elements')])]),
      key('Description', [], [binary('long', Buffer.alloc(100, 7)), binary('s', Buffer.alloc(2))]),
    ]),
  );
  const changed = (change: (bytes: Buffer) => void): Buffer => {
    const copy = Buffer.from(sound);
    change(copy);
    return copy;
  };

  it.each([
    ['nothing at all', Buffer.alloc(0), 'bytes'],
    ['a text file', Buffer.alloc(8192, 'hello'), 'regf'],
    ['a wrong checksum', changed((b) => b.writeUInt8(1, 0x30)), 'checksum'],
    [
      'differing sequence numbers',
      changed((b) => {
        b.writeUInt32LE(2, Base.sequence1);
        b.writeUInt32LE(baseChecksum(b), Base.checksum);
      }),
      'sequence',
    ],
    ['a cut end', sound.subarray(0, sound.length - 1), 'bins'],
    ['a bin without its signature', changed((b) => b.write('xxxx', 4096)), 'bin'],
    ['a cell of size 0', changed((b) => b.writeInt32LE(0, 4096 + 32)), 'cell'],
  ])('with %s is refused with the reason', (_, bytes, reason) => {
    expect(() => decodeHive(bytes)).toThrow(HiveError);
    expect(() => decodeHive(bytes)).toThrow(reason);
  });

  it('whose key is its own subkey is refused instead of read for ever', () => {
    const bytes = changed((b) => {
      const root = b.readUInt32LE(Base.rootCell) + 4096 + 4;
      const list = b.readUInt32LE(root + 28) + 4096 + 4;
      b.writeUInt32LE(b.readUInt32LE(Base.rootCell), list + 4);
    });
    expect(() => decodeHive(bytes)).toThrow(HiveError);
  });

  it('gives a tree or a HiveError for any change to its bytes', () => {
    const change = fc.record({ at: fc.nat({ max: sound.length - 4096 - 1 }), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = Buffer.from(sound);
        for (const { at, to } of changes) bytes.writeUInt8(to, 4096 + at);
        try {
          expect(decodeHive(bytes).name).toBeTypeOf('string');
        } catch (error) {
          expect(error).toBeInstanceOf(HiveError);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('gives a HiveError for any bytes that are no hive', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 9000 }), (bytes) => {
        expect(() => decodeHive(Buffer.from(bytes))).toThrow(HiveError);
      }),
    );
  });
});
