import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VentoyConfig } from './config';
import { type MenuEntry, type MenuImage, bootMenu } from './menu';
import { anyConfig, anyPath } from './testing';

const MIB = 1024 * 1024;

function sized(...paths: string[]): { path: string; sizeBytes: number }[] {
  return paths.map((path) => ({ path, sizeBytes: MIB }));
}

function control(...settings: [string, string][]): VentoyConfig {
  return { control: settings.map(([name, value]) => ({ [name]: value })) };
}

function paths(config: VentoyConfig, files: string[], mode: 'bios' | 'uefi' = 'uefi'): string[] {
  return bootMenu(config, sized(...files), mode).entries.map(({ path }) => path);
}

function image(config: VentoyConfig, path: string, files: string[] = []): MenuImage {
  const { entries } = bootMenu(config, sized(path, ...files), 'uefi');
  const found = entries.find((entry) => entry.path === path);
  if (found?.kind !== 'image') throw new Error(`${path} isn't in the menu`);
  return found;
}

describe('what is listed', () => {
  it('is what Ventoy starts, in any capitals', () => {
    const files = ['/a.ISO', '/b.img', '/c.efi', '/d.vtoy', '/e.dat', '/f.txt', '/ventoy/g.json'];
    expect(paths({}, files)).toEqual(['/a.ISO', '/b.img', '/c.efi', '/d.vtoy']);
    expect(paths({}, files, 'bios')).toEqual(['/a.ISO', '/b.img', '/d.vtoy']);
  });

  it('needs helpers for WIM and virtual disks, which are not listed themselves', () => {
    const files = ['/a.wim', '/b.vhd', '/c.vhdx'];
    expect(paths({}, files)).toEqual([]);
    const helpers = ['/ventoy/ventoy_wimboot.img', '/ventoy/ventoy_vhdboot.img'];
    expect(paths({}, [...files, ...helpers])).toEqual(files);
  });

  it('needs 32768 bytes', () => {
    const files = [
      { path: '/a.iso', sizeBytes: 32767 },
      { path: '/b.iso', sizeBytes: 32768 },
    ];
    const { entries, hidden } = bootMenu({}, files, 'uefi');
    expect(entries.map(({ path }) => path)).toEqual(['/b.iso']);
    expect(hidden).toEqual([{ path: '/a.iso', reason: 'too-small' }]);
  });

  it.each([
    ['VTOY_FILE_FLT_ISO', '/a.iso', 'type-hidden'],
    ['VTOY_FILE_FLT_IMG', '/a.img', 'type-hidden'],
    ['VTOY_FILT_DOT_UNDERSCORE_FILE', '/._a.iso', 'dot-underscore'],
    ['VTOY_FILT_DOT_UNDERSCORE_FILE', '/._x/a.iso', 'dot-underscore'],
  ])('%s hides %s', (name, path, reason) => {
    expect(paths(control([name, '1']), [path])).toEqual([]);
    expect(bootMenu(control([name, '1']), sized(path), 'uefi').hidden).toEqual([{ path, reason }]);
    expect(paths(control([name, '0']), [path])).toEqual([path]);
  });

  it('leaves the trash out, unless told not to', () => {
    const files = ['/.Trashes/a.iso', '/.trash-1000/b.iso', '/$RECYCLE.BIN/c.iso'];
    expect(paths({}, files)).toEqual([]);
    expect(paths(control(['VTOY_FILT_TRASH_DIR', '0']), files)).toHaveLength(3);
  });

  it('lies below the folder that is searched, not too deep', () => {
    const files = ['/a.iso', '/iso/b.iso', '/iso/x/c.iso', '/iso/x/y/d.iso', '/isolated/e.iso'];
    const root: [string, string] = ['VTOY_DEFAULT_SEARCH_ROOT', '/iso'];
    expect(paths(control(root), files)).toEqual(['/iso/b.iso', '/iso/x/c.iso', '/iso/x/y/d.iso']);
    expect(paths(control(root, ['VTOY_MAX_SEARCH_LEVEL', '1']), files)).toHaveLength(2);
    expect(paths(control(['VTOY_MAX_SEARCH_LEVEL', '0']), files)).toEqual(['/a.iso']);
    expect(paths(control(['VTOY_MAX_SEARCH_LEVEL', 'max']), files)).toHaveLength(5);
  });

  it('is not in a folder with .ventoyignore', () => {
    const files = ['/x/.ventoyignore', '/x/a.iso', '/x/y/b.iso', '/c.iso', '/.ventoyignore'];
    expect(paths({}, files)).toEqual(['/c.iso']);
  });

  it('is what image_list lists, in its order', () => {
    const config = { image_list: ['/z.iso', '/iso/*.iso', '/a.iso'] };
    const files = ['/a.iso', '/b.iso', '/z.iso', '/iso/m.iso', '/iso/mm.iso', '/other/m.iso'];
    expect(paths(config, files)).toEqual(['/z.iso', '/iso/m.iso', '/a.iso']);
    expect(paths({ image_list: [] }, files)).toEqual([]);
  });

  it('is not what image_blacklist lists', () => {
    const config = { image_blacklist: ['/a.iso', '/iso/*.iso'] };
    expect(paths(config, ['/a.iso', '/b.iso', '/iso/m.iso'])).toEqual(['/b.iso']);
  });

  it('goes by the list that is read last', () => {
    const files = ['/a.iso', '/b.iso'];
    expect(paths({ image_list: ['/a.iso'], image_blacklist: ['/a.iso'] }, files)).toEqual([
      '/b.iso',
    ]);
    expect(paths({ image_blacklist_uefi: ['/a.iso'], image_list: ['/a.iso'] }, files)).toEqual([
      '/a.iso',
    ]);
  });
});

describe('the order', () => {
  it('is by name alone, without regard to capitals', () => {
    const files = ['/b.iso', '/C.iso', '/x/a.iso', '/D.iso'];
    expect(paths({}, files)).toEqual(['/x/a.iso', '/b.iso', '/C.iso', '/D.iso']);
    expect(paths(control(['VTOY_SORT_CASE_SENSITIVE', '1']), files)).toEqual([
      '/C.iso',
      '/D.iso',
      '/x/a.iso',
      '/b.iso',
    ]);
  });

  it('has letters beyond ASCII first, as bytes with a sign', () => {
    expect(paths({}, ['/a.iso', '/é.iso', '/1.iso'])).toEqual(['/é.iso', '/1.iso', '/a.iso']);
  });
});

describe('folders', () => {
  const config = {
    ...control(['VTOY_DEFAULT_MENU_MODE', '1']),
    menu_alias: [{ dir: '/linux', alias: 'Linux' }],
    menu_class: [{ dir: '/linux', class: 'tux' }],
    menu_tip: { tips: [{ dir: '/linux', tip: 'all of them' }] },
  };

  it('come before images, and only where there are any', () => {
    const files = ['/a.iso', '/linux/y.iso', '/linux/deb/x.iso', '/empty/e.txt', '/Bsd/b.iso'];
    const { style, entries } = bootMenu(config, sized(...files), 'bios');
    expect(style).toBe('folders');
    expect(entries.map(outline)).toEqual([
      ['[Bsd]', ['b.iso']],
      ['Linux', [['[deb]', ['x.iso']], 'y.iso']],
      'a.iso',
    ]);
    expect(entries[1]).toMatchObject({ class: 'tux', tips: ['all of them'] });
    expect(entries[0]).toMatchObject({ class: 'vtoydir', tips: [] });
  });

  it('begin at the folder that is searched', () => {
    const below = control(['VTOY_DEFAULT_MENU_MODE', '1'], ['VTOY_DEFAULT_SEARCH_ROOT', '/iso/']);
    const { entries } = bootMenu(below, sized('/iso/a.iso', '/iso/x/b.iso', '/c.iso'), 'uefi');
    expect(entries.map(outline)).toEqual([['[x]', ['b.iso']], 'a.iso']);
  });
});

type Outline = string | [string, Outline[]];

function outline(entry: MenuEntry): Outline {
  return entry.kind === 'image' ? entry.label : [entry.label, entry.entries.map(outline)];
}

describe('the default', () => {
  it.each([
    ['/a.iso', { kind: 'image', path: '/a.iso' }],
    ['/A.iso', { kind: 'first' }],
    ['/gone.iso', { kind: 'first' }],
    ['VTOY_EXIT', { kind: 'exit' }],
    ['F4>boot_windows', { kind: 'key', key: 'F4', choice: 'boot_windows' }],
    ['F2>', { kind: 'key', key: 'F2', choice: '' }],
    ['', { kind: 'first' }],
  ])('is %s', (value, expected) => {
    const config = control(['VTOY_DEFAULT_IMAGE', value]);
    expect(bootMenu(config, sized('/a.iso', '/b.iso'), 'uefi').default).toEqual(expected);
  });

  it('starts by itself after the time that is set, which is the last one said', () => {
    const config = control(['VTOY_MENU_TIMEOUT', '5'], ['VTOY_MENU_TIMEOUT', '0']);
    expect(bootMenu(config, [], 'uefi').timeoutSeconds).toBe(0);
    expect(bootMenu({}, [], 'uefi').timeoutSeconds).toBeNull();
  });

  it('may differ between boot modes', () => {
    const config = {
      ...control(['VTOY_MENU_TIMEOUT', '5']),
      control_legacy: [{ VTOY_DEFAULT_MENU_MODE: '1' }],
    };
    expect(bootMenu(config, [], 'uefi')).toMatchObject({ style: 'list', timeoutSeconds: 5 });
    expect(bootMenu(config, [], 'bios')).toMatchObject({ style: 'folders', timeoutSeconds: null });
  });
});

describe('an image', () => {
  it('has its alias: the last one that fits', () => {
    const config = {
      menu_alias: [
        { image: '/a.iso', alias: 'one' },
        { image: '/*.iso', alias: 'two' },
        { image: '/a.iso' },
        { dir: '/a.iso', alias: 'a folder' },
      ],
    };
    expect(image(config, '/a.iso').label).toBe('two');
    expect(image(config, '/ab.iso').label).toBe('ab.iso');
  });

  it('has its class by a part of the name, then by its folder: the first that fits', () => {
    const config = {
      menu_class: [
        { parent: '/iso', class: 'folder' },
        { key: 'arch', class: 'arch' },
        { key: 'archlinux', class: 'late' },
      ],
    };
    expect(image(config, '/iso/archlinux.iso').class).toBe('arch');
    expect(image(config, '/iso/deb.iso').class).toBe('folder');
    expect(image(config, '/deb.iso').class).toBe('vtoyiso');
  });

  it('has tips, an archive, memory mode and a password', () => {
    const pwd = `md5#${'0'.repeat(32)}`;
    const config = {
      menu_tip: { tips: [{ image: '/a.iso', tip1: 'A', tip2: 'B' }] },
      injection: [
        { image: '/a.iso', archive: '/x.zip' },
        { parent: '/', archive: '/y.zip' },
      ],
      auto_memdisk: ['/*.iso'],
      password: { menupwd: [{ file: '/a.iso', pwd }], imgpwd: pwd, isopwd: 'no form' },
    };
    expect(image(config, '/a.iso')).toMatchObject({
      tips: ['A', 'B'],
      injection: '/x.zip',
      inMemory: true,
      asksPassword: true,
    });
    expect(image(config, '/b.img')).toMatchObject({
      tips: [],
      injection: '/y.zip',
      inMemory: false,
      asksPassword: true,
    });
    expect(image(config, '/c.iso').asksPassword).toBe(false);
    expect(bootMenu({ password: { bootpwd: pwd } }, [], 'bios').locked).toBe(true);
    expect(bootMenu({ password: { bootpwd: 'no form' } }, [], 'bios').locked).toBe(false);
  });

  it.each([
    [{}, { selected: 1, asks: true, timeoutSeconds: null }],
    [{ autosel: 2 }, { selected: 2, asks: false, timeoutSeconds: null }],
    [{ autosel: 0 }, { selected: 0, asks: false, timeoutSeconds: null }],
    [
      { autosel: 2, timeout: 9 },
      { selected: 2, asks: true, timeoutSeconds: 9 },
    ],
    [
      { autosel: 2, timeout: 0 },
      { selected: 2, asks: true, timeoutSeconds: null },
    ],
    [{ autosel: 3 }, { selected: 1, asks: true, timeoutSeconds: null }],
    [{ timeout: 9 }, { selected: 1, asks: true, timeoutSeconds: 9 }],
  ])('with %j chooses %j', (choice, expected) => {
    const backend = ['/1.dat', '/gone.dat', '/2.dat'];
    const config = { persistence: [{ image: '/a.iso', backend, ...choice }] };
    expect(image(config, '/a.iso', ['/1.dat', '/2.dat']).persistence).toEqual({
      files: ['/1.dat', '/2.dat'],
      ...expected,
    });
  });

  it('has no choice where files are missing or an entry is left out', () => {
    const config = {
      persistence: [{ image: '/a.iso', backend: ['/gone.dat'] }],
      auto_install: [
        { image: '/a.iso', template: '/T.xml' },
        { image: '/a.iso', template: '/gone.xml' },
        { image: '/a.iso', template: ['t.xml'] },
      ],
    };
    const { persistence, autoInstall } = image(config, '/a.iso', ['/t.xml']);
    expect(persistence).toBeNull();
    expect(autoInstall?.files).toEqual(['/T.xml']);
  });
});

it('shows each file once, or says why not', () => {
  const files = fc.uniqueArray(anyPath, { maxLength: 8 });
  fc.assert(
    fc.property(
      anyConfig,
      files,
      fc.constantFrom('bios' as const, 'uefi' as const),
      (config, names, mode) => {
        const { entries, hidden } = bootMenu(config, sized(...names), mode);
        const shown = entries.flatMap(function all(entry): string[] {
          return entry.kind === 'image' ? [entry.path] : entry.entries.flatMap(all);
        });
        const images = names.filter((name) => /\.(iso|img)$/.test(name));
        expect([...shown, ...hidden.map(({ path }) => path)].sort()).toEqual(images.sort());
      },
    ),
  );
});
