import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import type { VentoyConfig } from '../../src-shared/ventoy-json';
import { ventoyProblems } from '../../src-shared/ventoy-json';
import { addOptions, withOptions } from './recipe-arguments';
import { flagOf, nothingSupplied, type Supplied } from './recipe-option';
import { ventoyMenuGroup } from './ventoy-config-options';

function changed(
  args: readonly string[],
  config: VentoyConfig = {},
  supplied: Supplied = nothingSupplied,
): VentoyConfig {
  const command = new Command('config').exitOverride();
  const given = addOptions(command, [ventoyMenuGroup]);
  command.parse(args, { from: 'user' });
  return withOptions([ventoyMenuGroup], { config }, given, supplied).config;
}

/** What each option makes of an empty config, or of the one before it. */
const cases: [string[], VentoyConfig][] = [
  [['--alias', 'a.iso=My A'], { menu_alias: [{ image: '/a.iso', alias: 'My A' }] }],
  [['--alias', '/iso/=Images'], { menu_alias: [{ dir: '/iso', alias: 'Images' }] }],
  [['--alias', 'a=b.iso=c=d'], { menu_alias: [{ image: '/a=b.iso', alias: 'c=d' }] }],
  [['--alias', 'a.iso=A', '--alias', 'a.iso='], {}],
  [['--tip', 'x/a.iso=Ä'], { menu_tip: { tips: [{ image: '/x/a.iso', tip: 'Ä' }] } }],
  [['--tip', 'a.iso=A', '--tip', '/a.iso='], {}],
  [['--icon', 'arch=tux'], { menu_class: [{ key: 'arch', class: 'tux' }] }],
  [['--default', 'a.iso'], { control: [{ VTOY_DEFAULT_IMAGE: '/a.iso' }] }],
  [['--default', 'exit'], { control: [{ VTOY_DEFAULT_IMAGE: 'VTOY_EXIT' }] }],
  [['--default', 'F4>boot_windows'], { control: [{ VTOY_DEFAULT_IMAGE: 'F4>boot_windows' }] }],
  [['--default', 'a.iso', '--default', 'none'], {}],
  [['--timeout', '10'], { control: [{ VTOY_MENU_TIMEOUT: '10' }] }],
  [['--timeout', '10', '--timeout', 'none'], {}],
  [['--menu', 'folders'], { control: [{ VTOY_DEFAULT_MENU_MODE: '1' }] }],
  [['--hide', 'efi,img'], { control: [{ VTOY_FILE_FLT_EFI: '1' }, { VTOY_FILE_FLT_IMG: '1' }] }],
  [['--hide', 'efi,img', '--show', 'img,efi'], {}],
  [
    ['--win11-bypass', 'off'],
    { control: [{ VTOY_WIN11_BYPASS_CHECK: '0' }, { VTOY_WIN11_BYPASS_NRO: '0' }] },
  ],
  [['--vhd-warning', 'off'], { control: [{ VTOY_VHD_NO_WARNING: '1' }] }],
  [
    ['--auto-install', 'w.iso=/a.xml, b.xml'],
    { auto_install: [{ image: '/w.iso', template: ['/a.xml', '/b.xml'] }] },
  ],
  [
    ['--persistence-file', 'u.iso=u.dat'],
    { persistence: [{ image: '/u.iso', backend: '/u.dat' }] },
  ],
  [['--inject', 'u.iso=x.tar.gz'], { injection: [{ image: '/u.iso', archive: '/x.tar.gz' }] }],
  [['--set', 'VTOY_MENU_LANGUAGE=de_DE'], { control: [{ VTOY_MENU_LANGUAGE: 'de_DE' }] }],
  [['--set', 'VTOY_NEWER=x=y'], { control: [{ VTOY_NEWER: 'x=y' }] }],
  [['--set', 'VTOY_NEWER=x', '--unset', 'VTOY_NEWER'], {}],
  [['--no-password', 'boot'], {}],
];

describe('options of ventoy config', () => {
  it.each(cases)('%j', (args, expected) => {
    const config = changed(args);
    expect(config).toEqual(expected);
    expect(ventoyProblems(config).filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('keep what the file has besides', () => {
    const config = { 'x-note': 1, menu_alias: [{ image: '/a.iso', alias: 'A', note: 'mine' }] };
    expect(changed(['--alias', 'a.iso=B'], config)).toEqual({
      'x-note': 1,
      menu_alias: [{ image: '/a.iso', alias: 'B', note: 'mine' }],
    });
  });

  it('merge a file that was read, and set a password that was asked for', () => {
    const args = ['--menu-file', './other.json', '--password', 'boot', '--password', 'a.iso'];
    const stored = `md5#${'0'.repeat(32)}`;
    const supplied: Supplied = {
      configs: new Map([['./other.json', { auto_memdisk: ['/a.iso'] }]]),
      passwords: new Map([
        ['boot', stored],
        ['a.iso', stored],
      ]),
    };
    const config = changed(args, {}, supplied);
    expect(config).toEqual({
      auto_memdisk: ['/a.iso'],
      password: { bootpwd: stored, menupwd: [{ file: '/a.iso', pwd: stored }] },
    });
    expect(changed(['--no-password', 'boot', '--no-password', '/a.iso'], config)).toEqual({
      auto_memdisk: ['/a.iso'],
    });
  });

  it('have a case each', () => {
    const tried = new Set([...cases.flatMap(([args]) => args), '--password', '--menu-file']);
    const names = ventoyMenuGroup.options.map(flagOf);
    expect(names.filter((name) => !tried.has(name))).toEqual([]);
  });

  it.each([
    [['--alias', 'a.iso'], /--alias takes NAME=VALUE/],
    [['--alias', '../a.iso=A'], /no \.\. in it/],
    [['--alias', 'iso\\a.iso=A'], /backslash/],
    [['--alias', 'a.iso=my "A"'], /quotation marks/],
    [['--tip', 'a.iso=one\ntwo'], /control characters/],
    [['--timeout', 'soon'], /whole number/],
    [['--timeout', '-1'], /whole number/],
    [['--menu', 'tree'], /list or folders/],
    [['--hide', 'exe'], /iso, wim/],
    [['--win11-bypass', 'yes'], /on or off/],
    [['--set', 'VTOY_MENU_TIMEOUT=soon'], /whole number of seconds/],
    [['--set', 'timeout=3'], /name of a setting/],
    [['--auto-install', 'w.iso=a.xml,,b.xml'], /a file is expected/],
    [['--no-password', '//'], /two slashes/],
  ])('%j is refused', (args, expected) => {
    expect(() => changed(args)).toThrow(expected);
    expect(() => changed(args)).toThrow(/^usage: /);
  });
});
