import { join, normalize } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryRules, UnsafeArchive, mostUnpackedBytes, packageLimits } from './entry-rules';

const MiB = 1024 * 1024;

function accept(name: string, kind: 'file' | 'folder' = 'file'): string | null {
  const rules = new EntryRules(MiB, false);
  return rules.accept({ name, kind, sizeBytes: 0, mode: 0 })?.path ?? null;
}

describe('EntryRules', () => {
  it.each([
    ['a', 'a'],
    ['./a/b', 'a/b'],
    ['a/b.c', 'a/b.c'],
    ['a/..b', 'a/..b'],
    ['a/…/ü', 'a/…/ü'],
  ])('takes %s', (name, path) => {
    expect(accept(name)).toBe(path);
  });

  it('takes the archive’s own root for nothing', () => {
    for (const name of ['.', './', '']) expect(accept(name, 'folder')).toBeNull();
    for (const name of ['.', './', '']) expect(() => accept(name)).toThrow(UnsafeArchive);
  });

  it('takes no name that leads elsewhere, whatever it is made of', () => {
    const step = fc.oneof(
      fc.constantFrom('.', '..', '', '/', '\\', '\0', 'C:', '~', ' ', 'a', '․․', '．．'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.constantFrom('', '/'), (steps, joint) => {
        const name = steps.join(joint);
        let path: string | null;
        try {
          path = accept(name);
        } catch (error) {
          expect(error).toBeInstanceOf(UnsafeArchive);
          return;
        }
        expect(path).not.toBeNull();
        const landed = join('/into', path ?? '');
        expect(landed).toBe(`/into/${path ?? ''}`);
        expect(normalize(landed).startsWith('/into/')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('shows names from an archive without what could change how a terminal shows them', () => {
    expect(() => accept('/\u202e\u001b[2J中')).toThrow(/“\/\?\?\[2J\?”/);
    expect(() => accept(`/${'x'.repeat(500)}`)).toThrow(/^.{0,140}$/);
  });

  it('tells of a folder after its content, once', () => {
    const rules = new EntryRules(MiB, false);
    const add = (name: string, kind: 'file' | 'folder') => {
      rules.accept({ name, kind, sizeBytes: 0, mode: 0 });
    };
    add('a/b', 'file');
    add('a/', 'folder');
    expect(() => {
      add('a/', 'folder');
    }).toThrow(UnsafeArchive);
  });

  it.each([-1, 0.5, NaN, Infinity, packageLimits.fileBytes + 1])(
    'takes no size of %s',
    (sizeBytes) => {
      const rules = new EntryRules(MiB, false);
      expect(() => rules.accept({ name: 'a', kind: 'file', sizeBytes, mode: 0 })).toThrow(
        UnsafeArchive,
      );
    },
  );

  it('takes files up to what an archive of that size may hold, and not one byte more', () => {
    const most = mostUnpackedBytes(3 * MiB);
    expect(most).toBe(150 * MiB);
    const rules = new EntryRules(3 * MiB, false);
    rules.accept({ name: 'a', kind: 'file', sizeBytes: most, mode: 0 });
    expect(() => rules.accept({ name: 'b', kind: 'file', sizeBytes: 1, mode: 0 })).toThrow(
      UnsafeArchive,
    );
    expect(mostUnpackedBytes(1)).toBe(packageLimits.freeBytes);
    expect(mostUnpackedBytes(1000 * MiB)).toBe(packageLimits.sumBytes);
  });
});
