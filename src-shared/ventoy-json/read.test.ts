import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VentoyConfig } from './config';
import { withAlias, withControlSetting } from './edit';
import {
  aliasOf,
  autoInstallOf,
  injectionOf,
  modeVariants,
  passwordOf,
  persistenceOf,
  replacementsOf,
  saysOnly,
  settingOf,
  wellShaped,
} from './read';

const TIMEOUT = 'VTOY_MENU_TIMEOUT';

describe('what is in force', () => {
  const config: VentoyConfig = {
    control: [{ [TIMEOUT]: '5' }],
    control_uefi: [{ [TIMEOUT]: '9' }],
    menu_alias: [{ image: '/a.iso', alias: 'A' }],
    menu_alias_legacy: [],
    password_legacy: { bootpwd: 'txt#a' },
  };

  it('is the variant for a boot mode, even an empty one, and the plugin elsewhere', () => {
    expect(settingOf(config, TIMEOUT, 'uefi')).toBe('9');
    expect(settingOf(config, TIMEOUT, 'legacy')).toBe('5');
    expect(aliasOf(config, { image: '/a.iso' }, 'uefi')).toBe('A');
    expect(aliasOf(config, { image: '/a.iso' }, 'legacy')).toBeNull();
    expect(passwordOf(config, 'boot', 'legacy')).toBe('txt#a');
    expect(passwordOf(config, 'boot', 'uefi')).toBeNull();
  });

  it('is changed by an edit in every mode', () => {
    const changed = withAlias(withControlSetting(config, TIMEOUT, '7'), { image: '/a.iso' }, 'B');
    for (const mode of ['uefi', 'legacy', 'aa64'] as const) {
      expect(settingOf(changed, TIMEOUT, mode)).toBe('7');
      expect(aliasOf(changed, { image: '/a.iso' }, mode)).toBe('B');
    }
  });

  it('is nothing for another shape, in its mode', () => {
    const odd = { ...config, control_uefi: 'x', menu_alias: {}, theme: {}, x: 1 };
    const { menu_alias: _, ...others } = odd;
    expect(wellShaped(odd)).toEqual({ ...others, control_uefi: [] });
    for (const each of [odd, wellShaped(odd)]) {
      expect(settingOf(each, TIMEOUT, 'uefi')).toBeNull();
      expect(settingOf(each, TIMEOUT, 'legacy')).toBe('5');
      expect(aliasOf(each, { image: '/a.iso' }, 'uefi')).toBeNull();
    }
  });

  it('names the variants that are there', () => {
    expect(modeVariants({ ...config, control_bios: [], x_uefi: 1 })).toEqual([
      { key: 'control_uefi', plugin: 'control', mode: 'uefi' },
      { key: 'menu_alias_legacy', plugin: 'menu_alias', mode: 'legacy' },
      { key: 'password_legacy', plugin: 'password', mode: 'legacy' },
    ]);
  });
});

describe('an entry that says only what is known', () => {
  const image = '/a.iso';
  const says = (config: VentoyConfig): boolean =>
    saysOnly(config, 'menu_alias', { image }, ['alias']);

  it.each<[boolean, string, VentoyConfig]>([
    [true, 'one', { menu_alias: [1, { image, alias: 'A' }] }],
    [false, 'none', { menu_alias: [{ image: '/b.iso', alias: 'A' }] }],
    [false, 'a further member', { menu_alias: [{ image, alias: 'A', note: 'mine' }] }],
    [false, 'a second entry', { menu_alias: [1, 2].map(() => ({ image, alias: 'A' })) }],
    [false, 'a variant', { menu_alias: [{ image, alias: 'A' }], menu_alias_uefi: [] }],
    [false, 'another shape', { menu_alias: { image, alias: 'A' } }],
  ])('is %s for %s', (expected, _, config) => {
    expect(says(config)).toBe(expected);
  });
});

it('Nothing throws, whatever stands where the plugins should.', () => {
  const names = fc.constantFrom(
    ...['control', 'control_uefi', 'menu_alias', 'auto_install', 'injection'],
    ...['conf_replace', 'persistence', 'persistence_aa64', 'password', 'password_uefi'],
  );
  const odd = fc.dictionary(names, fc.jsonValue()) as fc.Arbitrary<VentoyConfig>;
  const image = '/a.iso';
  const readers = [
    (config: VentoyConfig) => settingOf(config, TIMEOUT, 'uefi'),
    (config: VentoyConfig) => aliasOf(config, { image }, 'uefi'),
    (config: VentoyConfig) => injectionOf(config, { image }, 'uefi'),
    (config: VentoyConfig) => passwordOf(config, 'boot', 'uefi'),
  ];
  fc.assert(
    fc.property(odd, (config) => {
      for (const read of readers) expect(read(config) ?? '').toBeTypeOf('string');
      expect(autoInstallOf(config, { image }, 'uefi')?.files ?? []).toBeInstanceOf(Array);
      expect(persistenceOf(config, image)?.files ?? []).toBeInstanceOf(Array);
      expect(replacementsOf(config, image, 'uefi')).toBeInstanceOf(Array);
      expect(saysOnly(config, 'injection', { image }, ['archive'])).toBeTypeOf('boolean');
    }),
  );
});
