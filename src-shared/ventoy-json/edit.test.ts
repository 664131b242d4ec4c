import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VentoyConfig } from './config';
import * as edit from './edit';
import { isObject } from './json';
import { keysOf } from './plugins';
import * as read from './read';
import { anyConfig, anyPath, strangersIn } from './testing';

const { withAlias, withControlSetting, withMenuClass, withPassword, withPersistence, withTip } =
  edit;

describe('settings', () => {
  it('sets one where it stands, or at the end, and takes it out', () => {
    const config = { control: [{ VTOY_MENU_TIMEOUT: '5' }, { VTOY_X: '1' }] };
    expect(withControlSetting(config, 'VTOY_MENU_TIMEOUT', '9')).toEqual({
      control: [{ VTOY_MENU_TIMEOUT: '9' }, { VTOY_X: '1' }],
    });
    const more = withControlSetting(config, 'VTOY_DEFAULT_IMAGE', '/a.iso');
    expect(read.settingOf(more, 'VTOY_DEFAULT_IMAGE', 'uefi')).toBe('/a.iso');
    expect(withControlSetting(more, 'VTOY_DEFAULT_IMAGE', null)).toEqual(config);
  });

  it('takes out the list with its last setting', () => {
    const config = { control: [{ VTOY_MENU_TIMEOUT: '5' }], x: 1 };
    expect(withControlSetting(config, 'VTOY_MENU_TIMEOUT', null)).toEqual({ x: 1 });
  });

  it('takes the last of two for the one that counts', () => {
    const config = { control: [{ VTOY_MENU_TIMEOUT: '5' }, { VTOY_MENU_TIMEOUT: '7' }] };
    expect(read.settingOf(config, 'VTOY_MENU_TIMEOUT', 'uefi')).toBe('7');
    expect(withControlSetting(config, 'VTOY_MENU_TIMEOUT', '9')).toEqual({
      control: [{ VTOY_MENU_TIMEOUT: '5' }, { VTOY_MENU_TIMEOUT: '9' }],
    });
  });

  it('sets both switches that skip what Windows 11 asks for', () => {
    const off = edit.withWindows11Bypass({}, false);
    expect(off).toEqual({
      control: [{ VTOY_WIN11_BYPASS_CHECK: '0' }, { VTOY_WIN11_BYPASS_NRO: '0' }],
    });
    expect(edit.withWindows11Bypass(off, null)).toEqual({});
  });

  it('changes the variants for single boot modes too', () => {
    const config = { control_uefi: [{ VTOY_MENU_TIMEOUT: '5' }] };
    expect(withControlSetting(config, 'VTOY_MENU_TIMEOUT', '9')).toEqual({
      control_uefi: [{ VTOY_MENU_TIMEOUT: '9' }],
      control: [{ VTOY_MENU_TIMEOUT: '9' }],
    });
  });
});

it('A variant that has nothing left still hides the plugin.', () => {
  const config = {
    menu_alias: [{ dir: '/iso', alias: 'folder' }],
    menu_alias_uefi: [{ image: '/a.iso', alias: 'A' }],
    password_uefi: { bootpwd: 'txt#a' },
  };
  const changed = withPassword(withAlias(config, { image: '/a.iso' }, null), 'boot', null);
  expect(changed).toEqual({ ...config, menu_alias_uefi: [], password_uefi: {} });
});

describe('entries', () => {
  it('keeps what it doesn’t know in an entry', () => {
    const config = { menu_alias: [{ image: '/a.iso', note: 'mine', alias: 'A' }] };
    expect(withAlias(config, { image: '/a.iso' }, 'B')).toEqual({
      menu_alias: [{ image: '/a.iso', note: 'mine', alias: 'B' }],
    });
  });

  it('keeps files and folders of one name apart', () => {
    const config = withAlias({}, { dir: '/a' }, 'folder');
    expect(read.aliasOf(config, { image: '/a' }, 'uefi')).toBeNull();
    expect(read.aliasOf(config, { dir: '/a' }, 'uefi')).toBe('folder');
  });

  it('puts a class in front, where it counts', () => {
    const config = { menu_class: [{ key: 'a', class: 'any' }] };
    expect(withMenuClass(config, { key: 'arch' }, 'arch')['menu_class']).toEqual([
      { key: 'arch', class: 'arch' },
      { key: 'a', class: 'any' },
    ]);
  });

  it('writes one backend as a text, several as a list', () => {
    const one = { files: ['/1.dat'], autosel: null, timeout: null };
    const config = withPersistence({}, '/a.iso', one);
    expect(config).toEqual({ persistence: [{ image: '/a.iso', backend: '/1.dat' }] });
    const two = { files: ['/1.dat', '/2.dat'], autosel: 2, timeout: 5 };
    const more = withPersistence(config, '/a.iso', two);
    expect(more).toEqual({
      persistence: [{ image: '/a.iso', backend: ['/1.dat', '/2.dat'], autosel: 2, timeout: 5 }],
    });
    expect(read.persistenceOf(more, '/a.iso')).toEqual(two);
    expect(withPersistence(more, '/a.iso', one)).toEqual(config);
  });

  it('exchanges one line of a tip for two', () => {
    const config = withTip({ menu_tip: { left: '1%' } }, { image: '/a.iso' }, { tip: 'A' });
    const two = withTip(config, { image: '/a.iso' }, { tip1: 'A', tip2: 'B' });
    expect(two).toEqual({
      menu_tip: { left: '1%', tips: [{ image: '/a.iso', tip1: 'A', tip2: 'B' }] },
    });
    expect(withTip(two, { image: '/a.iso' }, null)).toEqual({ menu_tip: { left: '1%' } });
  });

  it('sets passwords of the stick, of a type and of an image', () => {
    const stored = `md5#${'0'.repeat(32)}`;
    let config: VentoyConfig = withPassword({}, 'boot', stored);
    config = withPassword(config, 'iso', stored);
    config = withPassword(config, { file: '/a.iso' }, stored);
    expect(config).toEqual({
      password: { bootpwd: stored, isopwd: stored, menupwd: [{ file: '/a.iso', pwd: stored }] },
    });
    config = withPassword(config, { file: '/a.iso' }, null);
    config = withPassword(config, 'iso', null);
    expect(withPassword(config, 'boot', null)).toEqual({});
  });

  it('refuses to change what isn’t of the right shape', () => {
    expect(() => withAlias({ menu_alias: 'x' }, { image: '/a.iso' }, 'A')).toThrow(
      /ventoy\/config-invalid/,
    );
    expect(() => withTip({ menu_tip: { tips: 1 } }, { image: '/a.iso' }, null)).toThrow(
      /ventoy\/config-invalid/,
    );
  });
});

const text = fc.string({ minLength: 1, maxLength: 8 });
const choice: fc.Arbitrary<edit.FileChoice> = fc.record({
  files: fc.array(anyPath, { minLength: 1, maxLength: 3 }),
  autosel: fc.option(fc.nat(3)),
  timeout: fc.option(fc.nat(60)),
});

interface Edit {
  plugin: Parameters<typeof keysOf>[1];
  make: (config: VentoyConfig) => VentoyConfig;
  undo: (before: VentoyConfig, config: VentoyConfig) => VentoyConfig;
}

/** An edit of one thing, with what takes it back. */
function edits<T, V>(
  plugin: Edit['plugin'],
  targets: fc.Arbitrary<T>,
  values: fc.Arbitrary<V>,
  get: (config: VentoyConfig, target: T) => V | null,
  set: (config: VentoyConfig, target: T, value: V | null) => VentoyConfig,
): fc.Arbitrary<Edit> {
  return fc.tuple(targets, values).map(([target, value]) => ({
    plugin,
    make: (config) => set(config, target, value),
    undo: (before, config) => set(config, target, get(before, target)),
  }));
}

/** One of those that read the plugin itself where no variant is there. */
const MODE = 'legacy';

function classOf(config: VentoyConfig, { key }: { key: string }): string | null {
  const entries = config['menu_class'];
  const found = Array.isArray(entries)
    ? entries.find((entry) => isObject(entry) && entry['key'] === key)
    : undefined;
  return isObject(found) && typeof found['class'] === 'string' ? found['class'] : null;
}

const anyEdit = fc.oneof(
  edits(
    'control',
    fc.constantFrom('VTOY_MENU_TIMEOUT', 'VTOY_X'),
    text,
    (config, target) => read.settingOf(config, target, MODE),
    edit.withControlSetting,
  ),
  edits(
    'menu_alias',
    anyPath.map((image) => ({ image })),
    text,
    (config, target) => read.aliasOf(config, target, MODE),
    edit.withAlias,
  ),
  edits(
    'menu_class',
    text.map((key) => ({ key })),
    text,
    classOf,
    edit.withMenuClass,
  ),
  edits(
    'injection',
    anyPath.map((parent) => ({ parent })),
    anyPath,
    (config, target) => read.injectionOf(config, target, MODE),
    edit.withInjection,
  ),
  edits('persistence', anyPath, choice, read.persistenceOf, edit.withPersistence),
  edits(
    'auto_install',
    anyPath.map((image) => ({ image })),
    choice,
    (config, target) => read.autoInstallOf(config, target, MODE),
    edit.withAutoInstall,
  ),
  edits(
    'conf_replace',
    fc.record({ iso: anyPath, org: anyPath }),
    anyPath,
    (config, { iso, org }) =>
      read.replacementsOf(config, iso, MODE).find(({ target }) => target.org === org)?.file ?? null,
    edit.withReplacement,
  ),
);

describe('an edit and its undoing', () => {
  it('give what was there', () => {
    fc.assert(
      fc.property(anyConfig, anyEdit, (before, { plugin, make, undo }) => {
        // Where a variant for one boot mode differs from the plugin itself, one value can't bring both back.
        fc.pre(keysOf(before, plugin).length === 1);
        const after = make(before);
        expect(lonePaths(undo(before, after))).toEqual(lonePaths(before));
        expect(strangersIn(after)).toEqual(strangersIn(before));
      }),
      { numRuns: 500 },
    );
  });

  it('make the same when made twice, and leave the argument as it is', () => {
    fc.assert(
      fc.property(anyConfig, anyEdit, (before, { make }) => {
        const text = JSON.stringify(before);
        const after = make(before);
        expect(make(after)).toEqual(after);
        expect(JSON.stringify(before)).toBe(text);
      }),
    );
  });
});

/** With lists of one backend or template as the path itself, which to Ventoy is the same. */
function lonePaths(config: VentoyConfig): VentoyConfig {
  const text = JSON.stringify(config);
  return JSON.parse(text.replace(/"(backend|template)":\[("[^"]*")\]/g, '"$1":$2')) as VentoyConfig;
}
