import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type VentoyConfig,
  mergeVentoyConfig,
  passwordOf,
  settingOf,
} from '../../../src-shared/ventoy-json';
import { anyConfig, strangersIn } from '../../../src-shared/ventoy-json/testing';
import { bootImages, release, ubuntu, ventoyContents } from '../../dev/ventoy-samples';
import { type MenuAnswers, type VentoyAnswers, firstVentoy } from './answers';
import {
  presentId,
  stickImages,
  withImageAdded,
  withPresentName,
  withPresentRemoved,
} from './images';
import { menuConfig, menuFiles } from './menu';
import { menuFrom } from './menu-from-recipe';
import { previewOf } from './menu-preview';
import { withStick } from './stick';

const TIMEOUT = 'VTOY_MENU_TIMEOUT';
const ARCH = 'archlinux-2025.03.01-x86_64.iso';
const WINDOWS = 'Win10_22H2_German_x64.iso';

/** A stick with this `ventoy.json`, and one more image to copy. */
function stickWith(config: VentoyConfig, menu: Partial<MenuAnswers> = {}): VentoyAnswers {
  if (ventoyContents.found !== 'ventoy') throw new Error('it is a Ventoy stick');
  const added = withImageAdded({ ...firstVentoy, package: release }, ubuntu);
  const stick = withStick(added, 'key', { ...ventoyContents, config });
  return { ...stick, menu: { ...stick.menu, ...menu } };
}

const codesOf = (ventoy: VentoyAnswers): string[] =>
  menuConfig(ventoy).problems.map(({ path, code }) => `${code} at ${path.join('.')}`);

describe('what a job is told of ventoy.json', () => {
  const config = {
    control: [{ [TIMEOUT]: '30' }, { VTOY_DEFAULT_IMAGE: `/${ARCH}` }],
    menu_alias: [{ image: `/${WINDOWS}`, alias: 'Old', note: 'mine' }],
    theme: { file: '/a.txt' },
  };

  it('is nothing where nothing is answered, or what the stick says already', () => {
    const nothing = { config: {}, configReplaces: false };
    expect(menuConfig(stickWith(config)).change).toEqual(nothing);
    const same = { settings: { [TIMEOUT]: '30' }, aliases: { [presentId(WINDOWS)]: 'Old' } };
    expect(menuConfig(stickWith(config, same))).toMatchObject({ change: nothing, after: config });
  });

  it('is what changes, for merging', () => {
    const aliases = { [presentId(WINDOWS)]: 'New', [ubuntu.path]: 'Workshop' };
    const { change, after } = menuConfig(stickWith(config, { aliases }));
    expect(change.configReplaces).toBe(false);
    expect(Object.keys(change.config)).toEqual(['menu_alias']);
    expect(after['menu_alias']).toContainEqual({
      image: `/${WINDOWS}`,
      alias: 'New',
      note: 'mine',
    });
  });

  it('is the whole file where something is taken back, with whatever else it says', () => {
    const { change } = menuConfig(stickWith(config, { settings: { [TIMEOUT]: null } }));
    expect(change).toEqual({
      configReplaces: true,
      config: { ...config, control: [{ VTOY_DEFAULT_IMAGE: `/${ARCH}` }] },
    });
    const unmarked = menuConfig(stickWith(config, { defaultImage: null }));
    expect(unmarked.after['control']).toEqual([{ [TIMEOUT]: '30' }]);
    const unnamed = menuConfig(stickWith(config, { aliases: { [presentId(WINDOWS)]: '' } }));
    expect(unnamed.after).toEqual({ control: config.control, theme: config.theme });
  });

  it('follows images that are renamed or removed, which is no change of its own', () => {
    const renamed = withPresentName(stickWith(config), WINDOWS, 'w.iso');
    const changed = withPresentRemoved(renamed, ARCH, true);
    const { before, after, change } = menuConfig(changed);
    expect(after).toEqual(before);
    expect(after).toMatchObject({
      control: [{ [TIMEOUT]: '30' }],
      menu_alias: [{ image: '/w.iso' }],
    });
    expect(change).toEqual({ config: {}, configReplaces: false });
  });

  it('keeps what a recipe wants besides', () => {
    const extra = { files: [], config: { auto_memdisk: ['/x.iso'] }, configReplaces: false };
    const ventoy = { ...stickWith(config, { settings: { [TIMEOUT]: '5' } }), extra };
    expect(menuConfig(ventoy)).toMatchObject({
      change: { config: { auto_memdisk: ['/x.iso'], control: [{ [TIMEOUT]: '5' }] } },
      after: { ...config, auto_memdisk: ['/x.iso'], control: [{ [TIMEOUT]: '5' }, {}] },
    });
    const replacing = { ...ventoy, extra: { ...extra, configReplaces: true } };
    expect(menuConfig(replacing).change).toEqual({
      config: { auto_memdisk: ['/x.iso'], control: [{ [TIMEOUT]: '5' }] },
      configReplaces: true,
    });
  });
});

describe('variants for single boot modes', () => {
  const config = { control: [{ [TIMEOUT]: '5' }], control_uefi: [{ [TIMEOUT]: '9' }] };

  it('are in the preview of their mode, and stay while nothing is answered', () => {
    const ventoy = stickWith(config);
    expect(previewOf(ventoy, 'uefi').timeoutSeconds).toBe(9);
    expect(previewOf(ventoy, 'bios').timeoutSeconds).toBe(5);
    expect(menuConfig(ventoy).change).toEqual({ config: {}, configReplaces: false });
  });

  it('are changed with the plugin, so that an answer is in force everywhere', () => {
    const ventoy = stickWith(config, { settings: { [TIMEOUT]: '7' } });
    const { after, change } = menuConfig(ventoy);
    for (const mode of ['uefi', 'legacy'] as const)
      expect(settingOf(after, TIMEOUT, mode)).toBe('7');
    expect(change).toEqual({ config: { control: [{ [TIMEOUT]: '7' }] }, configReplaces: false });
    expect(mergeVentoyConfig(config, change.config)).toEqual(after);
  });
});

describe('a file of another shape than Ventoy takes', () => {
  const odd = { control: 'x', menu_alias: [1, { image: `/${ARCH}`, alias: 'A' }], password: [] };

  it('is kept, and the problems of it are named', () => {
    const ventoy = stickWith(odd, { aliases: { [presentId(ARCH)]: 'B' } });
    const { after, isUsable } = menuConfig(ventoy);
    expect(after).toEqual({ ...odd, menu_alias: [1, { image: `/${ARCH}`, alias: 'B' }] });
    expect(isUsable).toBe(true);
    expect(codesOf(ventoy)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/at control$/),
        expect.stringMatching(/at password$/),
      ]),
    );
    expect(previewOf(ventoy, 'uefi').entries.map(({ label }) => label)).toContain('B');
  });

  it.each<[string, Partial<MenuAnswers>]>([
    ['a setting', { settings: { [TIMEOUT]: '7' } }],
    ['a password', { password: `md5#${'0'.repeat(32)}` }],
  ])('takes no answer where it would be lost: %s', (_, menu) => {
    const { after, shown, isUsable } = menuConfig(stickWith(odd, menu));
    expect(after).toEqual(odd);
    expect(isUsable).toBe(false);
    // What a person typed stays before their eyes, so that they can take it back.
    expect(settingOf(shown, TIMEOUT, 'uefi')).toBe(menu.settings?.[TIMEOUT] ?? null);
    expect(passwordOf(shown, 'boot', 'uefi')).toBe(menu.password ?? null);
  });

  it('is no hindrance once such an answer is taken back', () => {
    const nothing = { settings: { [TIMEOUT]: null }, password: null, defaultImage: null };
    expect(menuConfig(stickWith(odd, nothing))).toMatchObject({ after: odd, isUsable: true });
    const partly = { control: [{ [TIMEOUT]: '5' }], control_uefi: 'x' };
    const taken = menuConfig(stickWith(partly, { settings: { [TIMEOUT]: null } }));
    expect(taken).toMatchObject({ after: partly, isUsable: false });
  });

  it('in a recipe is named too, and keeps the stick’s', () => {
    const config = { control: [{ [TIMEOUT]: '5' }] };
    const extra = { files: [], config: { control: 'x' }, configReplaces: false };
    const ventoy = { ...stickWith(config), extra };
    expect(menuConfig(ventoy)).toMatchObject({ after: config, isUsable: false });
    expect(codesOf(ventoy)).toContainEqual(expect.stringMatching(/at control$/));
  });

  it('makes nothing throw, whatever it is', () => {
    const names = [
      'control',
      'control_uefi',
      'menu_alias',
      'auto_install',
      'password',
      'persistence',
    ];
    const anything = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
    const menu: Partial<MenuAnswers> = {
      aliases: { [presentId(ARCH)]: 'A', [ubuntu.path]: '' },
      templates: { [ubuntu.path]: ['/t.yaml'] },
      settings: { [TIMEOUT]: '7', VTOY_LINUX_REMOUNT: null },
      password: null,
    };
    fc.assert(
      fc.property(anything, (config) => {
        const ventoy = stickWith(config as VentoyConfig, menu);
        const { isUsable, problems } = menuConfig({
          ...ventoy,
          persistence: { [ubuntu.path]: 1e9 },
        });
        expect(isUsable || problems.length > 0).toBe(true);
        expect(previewOf(ventoy, 'bios').entries.length).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

it('What an answer is not about stays as it is, and the job comes to what the window shows.', () => {
  const menu = {
    aliases: { [presentId(ARCH)]: 'A', [ubuntu.path]: 'Workshop' },
    injections: { [ubuntu.path]: '/a/drivers.7z' },
    settings: { [TIMEOUT]: '7' },
  };
  fc.assert(
    fc.property(anyConfig, (config) => {
      const { before, after, change } = menuConfig(stickWith(config, menu));
      expect(strangersIn(after)).toEqual(strangersIn(before));
      const made = change.configReplaces ? change.config : mergeVentoyConfig(before, change.config);
      expect(made).toEqual(after);
    }),
  );
});

describe('the answers in a recipe', () => {
  const images = bootImages.slice(0, 3);
  const ready = images.reduce((all, info) => withImageAdded(all, info), firstVentoy);
  const menu: MenuAnswers = {
    ...ready.menu,
    aliases: { [ubuntu.path]: 'Workshop' },
    defaultImage: ubuntu.path,
    templates: { [ubuntu.path]: ['/a/user-data', '/b/user-data'] },
    injections: { [ubuntu.path]: '/a/drivers.7z' },
    replacements: {
      [ubuntu.path]: [
        { inImage: '/boot/grub/grub.cfg', source: '/a/grub.cfg' },
        { inImage: '/boot/grub/loopback.cfg', source: '/b/grub.cfg' },
      ],
    },
  };

  it('come back from what they say, in their order', () => {
    const told = { ...ready, menu };
    const { after } = menuConfig(told);
    const back = menuFrom(after, stickImages(told), menuFiles(told));
    expect(back).toEqual({ menu, rest: {} });
  });

  it('are not taken from entries that say more, or other things in one boot mode', () => {
    const image = `/${ubuntu.name}`;
    const config = {
      control: 'x',
      menu_alias: [1, { image, alias: 'A', note: 'mine' }, { image: '/no.iso', alias: 'a' }],
      injection: [{ image, archive: '/ventoy/injection/drivers.7z' }],
      injection_uefi: [],
      auto_install: [{ image, template: '/ventoy/templates/user-data', autosel: 1 }],
    };
    const told = { ...ready, menu };
    const { menu: back, rest } = menuFrom(config, stickImages(told), menuFiles(told));
    expect(back).toEqual(ready.menu);
    expect(rest).toEqual(config);
  });
});
