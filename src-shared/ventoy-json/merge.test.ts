import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from './json';
import { mergeVentoyConfig } from './merge';
import { anyConfig, plainConfig, strangersIn } from './testing';

describe('mergeVentoyConfig', () => {
  it('replaces settings by name and keeps the others', () => {
    const present = { control: [{ VTOY_MENU_TIMEOUT: '5' }, { VTOY_X: '1' }] };
    const change = { control: [{ VTOY_MENU_TIMEOUT: '9' }, { VTOY_DEFAULT_IMAGE: '/a.iso' }] };
    expect(mergeVentoyConfig(present, change)).toEqual({
      control: [{ VTOY_MENU_TIMEOUT: '9' }, { VTOY_X: '1' }, { VTOY_DEFAULT_IMAGE: '/a.iso' }],
    });
  });

  it('changes the setting that counts when one comes twice: the last', () => {
    const present = { control: [{ VTOY_MENU_TIMEOUT: '5' }, { VTOY_MENU_TIMEOUT: '7' }] };
    const change = { control: [{ VTOY_MENU_TIMEOUT: '9' }] };
    expect(mergeVentoyConfig(present, change)).toEqual({
      control: [{ VTOY_MENU_TIMEOUT: '5' }, { VTOY_MENU_TIMEOUT: '9' }],
    });
  });

  it('completes entries about the same image, and keeps what it doesn’t know in them', () => {
    const present = {
      persistence: [{ image: '/a.iso', backend: '/a.dat', note: 'mine' }],
      menu_alias: [
        { image: '/b.iso', alias: 'B' },
        { dir: '/b.iso', alias: 'a folder' },
      ],
    };
    const change = {
      persistence: [{ image: '/a.iso', backend: ['/a.dat', '/b.dat'], autosel: 1 }],
      menu_alias: [{ image: '/b.iso', alias: 'Bee' }],
    };
    expect(mergeVentoyConfig(present, change)).toEqual({
      persistence: [{ image: '/a.iso', backend: ['/a.dat', '/b.dat'], note: 'mine', autosel: 1 }],
      menu_alias: [
        { image: '/b.iso', alias: 'Bee' },
        { dir: '/b.iso', alias: 'a folder' },
      ],
    });
  });

  it('puts what is new where Ventoy prefers it', () => {
    const present = {
      menu_alias: [{ image: '/*.iso', alias: 'any' }],
      menu_class: [{ key: 'a', class: 'any' }],
    };
    const change = {
      menu_alias: [{ image: '/a.iso', alias: 'A' }],
      menu_class: [{ key: 'arch', class: 'arch' }],
    };
    expect(mergeVentoyConfig(present, change)).toEqual({
      menu_alias: [
        { image: '/*.iso', alias: 'any' },
        { image: '/a.iso', alias: 'A' },
      ],
      menu_class: [
        { key: 'arch', class: 'arch' },
        { key: 'a', class: 'any' },
      ],
    });
  });

  it('tells replacements in one image apart by the file in it', () => {
    const one = { iso: '/a.iso', org: '/boot/grub.cfg', new: '/new1.cfg' };
    const other = { iso: '/a.iso', org: '/isolinux.cfg', new: '/new2.cfg' };
    const merged = mergeVentoyConfig({ conf_replace: [one] }, { conf_replace: [other] });
    expect(merged['conf_replace']).toHaveLength(2);
    const change = { conf_replace: [{ ...one, new: '/new3.cfg' }] };
    expect(mergeVentoyConfig(merged, change)['conf_replace']).toContainEqual({
      ...one,
      new: '/new3.cfg',
    });
  });

  it('merges passwords by what they lock, and tips by what they are about', () => {
    const present = {
      password: { bootpwd: 'txt#a', menupwd: [{ file: '/a.iso', pwd: 'txt#1' }] },
      menu_tip: { left: '10%', tips: [{ image: '/a.iso', tip: 'A' }] },
    };
    const change = {
      password: { isopwd: 'txt#b', menupwd: [{ parent: '/x', pwd: 'txt#2' }] },
      menu_tip: { tips: [{ image: '/a.iso', tip: 'better' }] },
    };
    expect(mergeVentoyConfig(present, change)).toEqual({
      password: {
        bootpwd: 'txt#a',
        menupwd: [
          { parent: '/x', pwd: 'txt#2' },
          { file: '/a.iso', pwd: 'txt#1' },
        ],
        isopwd: 'txt#b',
      },
      menu_tip: { left: '10%', tips: [{ image: '/a.iso', tip: 'better' }] },
    });
  });

  it('changes the variants for single boot modes too, which would hide the change', () => {
    const present = { control_uefi: [{ VTOY_MENU_TIMEOUT: '5' }], control_legacy: [] };
    const change = {
      control: [{ VTOY_MENU_TIMEOUT: '9' }],
      control_legacy: [{ VTOY_MENU_TIMEOUT: '1' }],
    };
    expect(mergeVentoyConfig(present, change)).toEqual({
      control: [{ VTOY_MENU_TIMEOUT: '9' }],
      control_uefi: [{ VTOY_MENU_TIMEOUT: '9' }],
      control_legacy: [{ VTOY_MENU_TIMEOUT: '1' }],
    });
  });

  it.each<[string, JsonValue, JsonValue]>([
    ['control', {}, [{ VTOY_MENU_TIMEOUT: '9' }]],
    ['persistence', 'none', [{ image: '/a.iso', backend: '/a.dat' }]],
    ['persistence', [], [{ backend: '/a.dat' }]],
    ['menu_tip', [], { tips: [] }],
    ['menu_tip', { tips: {} }, { tips: [] }],
    ['control', [], ['VTOY_MENU_TIMEOUT']],
  ])('refuses to lose what is in %s', (plugin, present, change) => {
    expect(() => mergeVentoyConfig({ [plugin]: present }, { [plugin]: change })).toThrow(
      /ventoy\/config-invalid/,
    );
  });

  it('merges nothing and the same into the same', () => {
    fc.assert(
      fc.property(anyConfig, anyConfig, (present, change) => {
        expect(mergeVentoyConfig(present, {})).toEqual(present);
        const once = mergeVentoyConfig(present, change);
        expect(mergeVentoyConfig(once, change)).toEqual(once);
      }),
    );
  });

  it('keeps whatever Ventoy doesn’t know, at every depth, and the order', () => {
    fc.assert(
      fc.property(anyConfig, plainConfig, (present, change) => {
        const merged = mergeVentoyConfig(present, change);
        expect(strangersIn(merged)).toEqual(strangersIn(present));
        const order = Object.keys(merged).filter((key) => Object.hasOwn(present, key));
        expect(order).toEqual(Object.keys(present));
      }),
    );
  });

  it('leaves its arguments as they are', () => {
    fc.assert(
      fc.property(anyConfig, anyConfig, (present, change) => {
        const before = JSON.stringify([present, change]);
        mergeVentoyConfig(present, change);
        expect(JSON.stringify([present, change])).toBe(before);
      }),
    );
  });
});
