import { describe, expect, it } from 'vitest';
import { exampleVentoyRecipe } from './example-recipe';
import { parseRecipe } from './plan';
import { ventoyConflicts, ventoyTargetConflicts } from './ventoy-conflicts';
import { ventoyDefaults, ventoyEraseDefaults, type VentoyRecipe } from './ventoy-recipe';
import { defaultWindowsChoices } from './windows-choices';

const release = { path: 'ventoy-1.1.17-linux.tar.gz', sha256: null };
const plain: VentoyRecipe = {
  ...ventoyDefaults,
  install: { ...ventoyEraseDefaults, package: release },
};
const file = (name: string) => ({ source: 'a.iso', name, sha256: null });
const windows = {
  image: { path: 'w.iso', sha256: null },
  edition: { index: 1 },
  windows: defaultWindowsChoices,
  name: 'w.vhdx',
  bytes: null,
  vhdBoot: 'ventoy_vhdboot.img',
};
const ntfs = { ...ventoyEraseDefaults, package: release, fileSystem: 'ntfs' } as const;

function fields(change: Partial<VentoyRecipe>): string[] {
  return ventoyConflicts({ ...plain, ...change }).map(({ field }) => field.join('.'));
}

describe('what a recipe for a Ventoy stick can’t have together', () => {
  it('is nothing in plain ones and in the example', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ install: ntfs, windows })).toEqual([]);
    expect(parseRecipe(exampleVentoyRecipe)).toEqual(exampleVentoyRecipe);
  });

  it.each<[string, Partial<VentoyRecipe>, string]>([
    ['Windows without NTFS', { windows }, 'install.fileSystem'],
    [
      'Windows on a stick that is there',
      { windows, install: { way: 'update', package: release, secureBoot: null } },
      'windows',
    ],
    [
      'a Windows that hibernates',
      {
        install: ntfs,
        windows: {
          ...windows,
          windows: {
            ...defaultWindowsChoices,
            portable: { ...defaultWindowsChoices.portable, hibernation: true },
          },
        },
      },
      'windows.windows.portable.hibernation',
    ],
    [
      'an app both removed and kept',
      {
        install: ntfs,
        windows: {
          ...windows,
          windows: {
            ...defaultWindowsChoices,
            lean: { ...defaultWindowsChoices.lean, removeApps: ['A'], keepApps: ['A'] },
          },
        },
      },
      'windows.windows.lean.keepApps.0',
    ],
    ['two files of one name', { files: [file('a.iso'), file('A.ISO')] }, 'files.1.name'],
    [
      'a file with the name of Windows',
      { install: ntfs, windows, files: [file('W.vhdx')] },
      'files.0.name',
    ],
    [
      'a file that moves where another comes',
      { files: [file('a.iso')], rename: [{ from: 'b.iso', to: 'a.iso' }] },
      'rename.0.to',
    ],
    [
      'one image twice',
      {
        persistence: [
          { image: 'a.iso', bytes: 2 ** 30 },
          { image: 'A.iso', bytes: 2 ** 30 },
        ],
      },
      'persistence.1.image',
    ],
    ['nothing to do', { install: { way: 'none' } }, 'install.way'],
    [
      'a label that the script would split',
      { install: { ...plain.install, label: 'MY STICK' } as VentoyRecipe['install'] },
      'install.label',
    ],
    [
      'no label',
      { install: { ...plain.install, label: '' } as VentoyRecipe['install'] },
      'install.label',
    ],
  ])('%s', (_, change, field) => {
    expect(fields(change)).toEqual([field]);
  });

  it('NTFS takes any label, because this program formats it', () => {
    expect(fields({ install: { ...ntfs, label: 'MY STICK' } })).toEqual([]);
  });

  it('taking all settings away is something to do', () => {
    expect(fields({ install: { way: 'none' }, configReplaces: true })).toEqual([]);
  });
});

describe('targets of a Ventoy stick', () => {
  const disk = (path: string) => ({ kind: 'file', path, sizeBytes: 2 ** 30 }) as const;

  it('are bare disks, each named once', () => {
    expect(ventoyTargetConflicts([disk('/a.img'), disk('/b.img')])).toEqual([]);
    const conflicts = ventoyTargetConflicts([disk('/a.img'), disk('/a.img'), disk('/c.vhdx')]);
    expect(conflicts.map(({ field }) => field)).toEqual([
      ['targets', 1],
      ['targets', 2],
    ]);
  });
});

function withFiles(names: readonly string[], more: Partial<VentoyRecipe> = {}): VentoyRecipe {
  const files = names.map((name) => ({ source: '/x.iso', name, sha256: null }));
  return { ...ventoyDefaults, install: { way: 'none' }, files, ...more };
}

describe('names that can’t be beside each other', () => {
  it.each<[string, VentoyRecipe, (string | number)[]]>([
    ['twice', withFiles(['a.iso', 'A.ISO']), ['files', 1, 'name']],
    ['a file and a folder', withFiles(['a', 'A/b.iso']), ['files', 0, 'name']],
    [
      'a file and a list of hashes',
      withFiles(['a.iso', 'a.iso.sha256'], { checksums: true }),
      ['files', 1, 'name'],
    ],
    [
      'a renamed file and a folder',
      withFiles(['a/b.iso'], { rename: [{ from: 'x', to: 'a' }] }),
      ['rename', 0, 'to'],
    ],
  ])('%s', (_, recipe, field) => {
    expect(ventoyConflicts(recipe)).toEqual([
      { field, message: 'something else would get this name too' },
    ]);
  });

  it('are not those in different folders', () => {
    expect(ventoyConflicts(withFiles(['a/x.iso', 'b/x.iso', 'ab']))).toEqual([]);
    expect(ventoyConflicts(exampleVentoyRecipe)).toEqual([]);
  });
});
