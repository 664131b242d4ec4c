import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removeFromConfig, renameInConfig } from './references';
import { anyConfig, anyPath, strangersIn } from './testing';

const everywhere = {
  control: [{ VTOY_DEFAULT_IMAGE: '/iso/a.iso' }, { VTOY_DEFAULT_SEARCH_ROOT: '/iso/' }],
  theme: { file: ['/ventoy/t/theme.txt', 't/theme.txt'], fonts: ['/ventoy/t/f.pf2'] },
  persistence: [{ image: '/iso/a.iso', backend: ['/p/1.dat', '/p/2.dat', '/p/3.dat'], autosel: 3 }],
  auto_install: [{ parent: '/iso', template: '/t.xml' }],
  injection: [{ image: '/iso/*.iso', archive: '/x.zip' }],
  conf_replace: [{ iso: '/iso/a.iso', org: '/iso/a.iso', new: '/n.cfg' }],
  menu_alias: [
    { image: '/iso/a.iso', alias: 'A', note: '/iso/a.iso' },
    { dir: '/iso', alias: 'I' },
  ],
  menu_class: [
    { key: 'a.iso', class: 'a' },
    { parent: '/iso', class: 'i' },
  ],
  menu_tip: { left: '1%', tips: [{ image: '/iso/a.iso', tip: 'A' }] },
  password: { menupwd: [{ file: '/iso/a.iso', pwd: 'txt#a' }] },
  custom_boot: [{ file: '/iso/a.iso', vcfg: '/a.vcfg' }],
  dud: [{ image: '/iso/b.iso', dud: '/iso/a.iso' }],
  auto_memdisk: ['/iso/a.iso', '/b.iso'],
  image_list_uefi: ['/iso/a.iso'],
  'x-note': ['/iso/a.iso'],
};

it('A variant that loses its last entry still hides the plugin.', () => {
  const config = {
    menu_alias: [{ dir: '/iso', alias: 'I' }],
    menu_alias_legacy: [{ image: '/iso/a.iso', alias: 'A' }],
    password_uefi: { menupwd: [{ file: '/iso/a.iso', pwd: 'txt#a' }] },
  };
  expect(removeFromConfig(config, '/iso/a.iso')).toEqual({
    ...config,
    menu_alias_legacy: [],
    password_uefi: {},
  });
});

describe('renameInConfig', () => {
  it('follows a file wherever it is named', () => {
    expect(renameInConfig(everywhere, '/iso/a.iso', '/iso/new.iso')).toEqual({
      ...everywhere,
      control: [{ VTOY_DEFAULT_IMAGE: '/iso/new.iso' }, { VTOY_DEFAULT_SEARCH_ROOT: '/iso/' }],
      persistence: [{ ...everywhere.persistence[0], image: '/iso/new.iso' }],
      conf_replace: [{ iso: '/iso/new.iso', org: '/iso/a.iso', new: '/n.cfg' }],
      menu_alias: [
        { image: '/iso/new.iso', alias: 'A', note: '/iso/a.iso' },
        { dir: '/iso', alias: 'I' },
      ],
      menu_tip: { left: '1%', tips: [{ image: '/iso/new.iso', tip: 'A' }] },
      password: { menupwd: [{ file: '/iso/new.iso', pwd: 'txt#a' }] },
      custom_boot: [{ file: '/iso/new.iso', vcfg: '/a.vcfg' }],
      dud: [{ image: '/iso/b.iso', dud: '/iso/new.iso' }],
      auto_memdisk: ['/iso/new.iso', '/b.iso'],
      image_list_uefi: ['/iso/new.iso'],
    });
  });

  it('follows a folder and what is in it, and leaves patterns alone', () => {
    const renamed = renameInConfig(everywhere, '/iso', '/images');
    expect(renamed['control']).toEqual([
      { VTOY_DEFAULT_IMAGE: '/images/a.iso' },
      { VTOY_DEFAULT_SEARCH_ROOT: '/images/' },
    ]);
    expect(renamed['auto_install']).toEqual([{ parent: '/images', template: '/t.xml' }]);
    expect(renamed['injection']).toEqual(everywhere.injection);
    expect(renamed['menu_class']).toEqual([
      { key: 'a.iso', class: 'a' },
      { parent: '/images', class: 'i' },
    ]);
    expect(JSON.stringify(renamed)).toContain('{"dir":"/images"');
  });

  it('follows the files of a theme, from its own folder too', () => {
    const renamed = renameInConfig(everywhere, '/ventoy/t', '/ventoy/u');
    expect(renamed['theme']).toEqual({
      file: ['/ventoy/u/theme.txt', 'u/theme.txt'],
      fonts: ['/ventoy/u/f.pf2'],
    });
  });

  it('is undone by renaming back', () => {
    fc.assert(
      fc.property(anyConfig, anyPath, (config, from) => {
        const renamed = renameInConfig(config, from, '/nowhere/else.iso');
        expect(renameInConfig(renamed, '/nowhere/else.iso', from)).toEqual(config);
        expect(strangersIn(renamed)).toEqual(strangersIn(config));
      }),
    );
  });
});

describe('removeFromConfig', () => {
  it('takes out what is about a file, and lists that have nothing left', () => {
    expect(removeFromConfig(everywhere, '/iso/a.iso')).toEqual({
      control: [{ VTOY_DEFAULT_SEARCH_ROOT: '/iso/' }],
      theme: everywhere.theme,
      auto_install: everywhere.auto_install,
      injection: everywhere.injection,
      menu_alias: [{ dir: '/iso', alias: 'I' }],
      menu_class: everywhere.menu_class,
      menu_tip: { left: '1%' },
      auto_memdisk: ['/b.iso'],
      // Without any image_list every image would be shown.
      image_list_uefi: [],
      'x-note': ['/iso/a.iso'],
    });
  });

  it.each([
    ['/p/1.dat', { backend: ['/p/2.dat', '/p/3.dat'], autosel: 2 }],
    ['/p/3.dat', { backend: ['/p/1.dat', '/p/2.dat'] }],
  ])('keeps the choice of a file by its number when %s goes', (gone, expected) => {
    const { persistence } = removeFromConfig(everywhere, gone);
    expect(persistence).toEqual([{ image: '/iso/a.iso', ...expected }]);
  });

  it('takes out an entry whose last file goes', () => {
    const config = removeFromConfig(everywhere, '/p');
    expect(config).not.toHaveProperty('persistence');
    expect(removeFromConfig(config, '/t.xml')).not.toHaveProperty('auto_install');
  });

  it('leaves nothing that names the file, and takes nothing else', () => {
    fc.assert(
      fc.property(anyConfig, anyPath, (config, gone) => {
        const left = removeFromConfig(config, gone);
        expect(removeFromConfig(left, gone)).toEqual(left);
        expect(renameInConfig(left, gone, '/nowhere/else.iso')).toEqual(left);
        expect(removeFromConfig(config, '/nowhere/else.iso')).toEqual(config);
      }),
    );
  });
});
