import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from './json';
import { problemTexts, problemWords } from './problem-texts';
import { ventoyProblems } from './problems';
import type { VentoyProblem } from './report';
import { readAsVentoy } from './simulated-ventoy-reader';
import { anyConfig } from './testing';
import { formatVentoyConfig } from './text';

function codes(problems: VentoyProblem[]): string[] {
  return problems.map(({ level, path, code }) => `${level} ${code} at ${path.join('.')}`);
}

const good = {
  control: [{ VTOY_DEFAULT_IMAGE: '/a.iso' }, { VTOY_MAX_SEARCH_LEVEL: 'max' }],
  theme: { file: ['themes/x/theme.txt', '/y/theme.txt'], gfxmode: '1024x768', display_mode: 'GUI' },
  persistence: [{ image: '/a.iso', backend: ['/p1.dat', '/p2.dat'], autosel: 2, timeout: 5 }],
  auto_install: [{ parent: '/iso', template: '/u.xml' }],
  injection: [{ image: '/a***.iso', archive: '/x.tar.gz' }],
  conf_replace: [{ iso: '/a.iso', org: '/boot/grub.cfg', new: '/g.cfg', img: 1 }],
  menu_alias: [
    { image: '/a.iso', alias: 'Über A' },
    { dir: '/iso', alias: 'B' },
  ],
  menu_class: [{ key: 'arch', class: 'arch' }],
  menu_tip: { left: '10%', tips: [{ image: '/a.iso', tip1: 'A', tip2: 'B' }] },
  custom_boot: [{ file: '/a.iso', vcfg: '/a.vcfg' }],
  password: {
    bootpwd: `md5#${'0'.repeat(32)}`,
    isopwd: `md5#salt#${'f'.repeat(32)}`,
    menupwd: [{ file: '/a.iso', pwd: `md5#x#${'a'.repeat(32)}` }],
  },
  dud: [{ image: '/a.iso', dud: '/d.iso' }],
  auto_memdisk: ['/a.iso'],
  image_list: ['/a.iso'],
};

describe('ventoyProblems', () => {
  it('finds nothing wrong in what Ventoy takes', () => {
    expect(codes(ventoyProblems(good))).toEqual([]);
    const variants = Object.entries(good).map(([name, value]) => [`${name}_aa64`, value]);
    expect(codes(ventoyProblems(Object.fromEntries(variants) as JsonObject))).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    ['a control that is no list', { control: {} }, 'error not-list at control'],
    ['a setting that is no object', { control: ['x'] }, 'error setting-not-object at control.0'],
    ['an empty setting', { control: [{}] }, 'error setting-empty at control.0'],
    [
      'two settings in one object',
      { control: [{ VTOY_MENU_TIMEOUT: '1', VTOY_DEFAULT_MENU_MODE: '0' }] },
      'error several-settings at control.0',
    ],
    [
      'a number for a text',
      { control: [{ VTOY_MENU_TIMEOUT: 10 }] },
      'error not-text at control.0.VTOY_MENU_TIMEOUT',
    ],
    [
      'a value that is none',
      { control: [{ VTOY_DEFAULT_MENU_MODE: 'list' }] },
      'error setting-choice at control.0.VTOY_DEFAULT_MENU_MODE',
    ],
    [
      'a setting in small letters',
      { control: [{ vtoy_menu_timeout: '1' }] },
      'error setting-case at control.0.vtoy_menu_timeout',
    ],
    [
      'a wildcard in the default image',
      { control: [{ VTOY_DEFAULT_IMAGE: '/*.iso' }] },
      'error path-wildcard at control.0.VTOY_DEFAULT_IMAGE',
    ],
    [
      'a setting nobody knows',
      { control: [{ VTOY_X: '1' }] },
      'warning unknown-setting at control.0.VTOY_X',
    ],
    ['a plugin with capitals', { Menu_Alias: [] }, 'error name-case at Menu_Alias'],
    ['a plugin nobody knows', { plugin: [] }, 'warning unknown-plugin at plugin'],
    ['a mode that is none', { control_bios: [] }, 'warning unknown-plugin at control_bios'],
    ['an entry about nothing', { menu_alias: [{ alias: 'A' }] }, 'error no-target at menu_alias.0'],
    [
      'a path that is relative',
      { menu_alias: [{ image: 'a.iso', alias: 'A' }] },
      'error path-relative at menu_alias.0.image',
    ],
    [
      'backslashes in a path',
      { injection: [{ image: '/iso\\a.iso', archive: '/x.zip' }] },
      'error path-backslash at injection.0.image',
    ],
    [
      'a way out of the stick',
      { dud: [{ image: '/a.iso', dud: '/x/../y' }] },
      'error path-parent at dud.0.dud',
    ],
    [
      'a folder with a slash at its end',
      { menu_alias: [{ dir: '/iso/', alias: 'A' }] },
      'error path-end at menu_alias.0.dir',
    ],
    [
      'a path that is too long',
      { auto_memdisk: [`/${'é'.repeat(128)}`] },
      'error path-too-long at auto_memdisk.0',
    ],
    [
      'an alias that is too long',
      { menu_alias: [{ image: '/a.iso', alias: 'x'.repeat(256) }] },
      'error too-long at menu_alias.0.alias',
    ],
    [
      'a name in capitals',
      { menu_alias: [{ image: '/a.iso', alias: 'A', Alias: 'B' }] },
      'error name-case at menu_alias.0.Alias',
    ],
    [
      'a choice beyond the last',
      { persistence: [{ image: '/a.iso', backend: ['/p.dat'], autosel: 2 }] },
      'error autosel-range at persistence.0.autosel',
    ],
    [
      'a negative time',
      { auto_install: [{ image: '/a.iso', template: '/u.xml', timeout: -1 }] },
      'error timeout-range at auto_install.0.timeout',
    ],
    [
      'no file at all',
      { persistence: [{ image: '/a.iso', backend: [] }] },
      'error no-files at persistence.0.backend',
    ],
    [
      'several archives',
      { injection: [{ image: '/a.iso', archive: ['/a.zip'] }] },
      'error not-path at injection.0.archive',
    ],
    [
      'the same image twice',
      {
        menu_alias: [
          { image: '/a.iso', alias: 'A' },
          { image: '/a.iso', alias: 'B' },
        ],
      },
      'warning last-counts at menu_alias.0',
    ],
    [
      'a third replacement',
      {
        conf_replace: ['/1', '/2', '/3'].map((org) => ({ iso: '/a.iso', org, new: '/n.cfg' })),
      },
      'error too-many-replacements at conf_replace.2',
    ],
    [
      'a boot file of another kind',
      { custom_boot: [{ file: '/a.iso', vcfg: '/a.cfg' }] },
      'error boot-file-suffix at custom_boot.0.vcfg',
    ],
    ['a tip without tips', { menu_tip: { left: '1%' } }, 'error missing at menu_tip'],
    [
      'a password without a form',
      { password: { bootpwd: 'secret' } },
      'error password-form at password.bootpwd',
    ],
    [
      'a password that is no text',
      { password: { isopwd: null } },
      'error password-form at password.isopwd',
    ],
    [
      'a password for all to read',
      { password: { menupwd: [{ file: '/a.iso', pwd: 'txt#a' }] } },
      'warning password-clear at password.menupwd.0.pwd',
    ],
    [
      'both image lists',
      { image_list: ['/a.iso'], image_blacklist: ['/b.iso'] },
      'error both-image-lists at image_blacklist',
    ],
    [
      'both image lists in one mode',
      { image_list: ['/a.iso'], image_blacklist_uefi: ['/b.iso'] },
      'error both-image-lists at image_blacklist_uefi',
    ],
    ['an image list that hides all', { image_list: [] }, 'warning image-list-empty at image_list'],
    [
      'a theme mode that is none',
      { theme: { display_mode: 'gui' } },
      'error value at theme.display_mode',
    ],
    [
      'a quotation mark, at which Ventoy’s reader stumbles',
      { menu_alias: [{ image: '/a.iso', alias: 'my "A"' }] },
      'error quotation-mark at menu_alias.0.alias',
    ],
    ['a fraction', { 'x-y': [1.5] }, 'error number at x-y.0'],
    [
      'half a pair of surrogates',
      { menu_alias: [{ image: '/a.iso', alias: '\ud800' }] },
      'warning escape at menu_alias.0.alias',
    ],
  ])('says %s', (_, config, expected) => {
    expect(codes(ventoyProblems(config))).toContain(expected);
  });

  it('allows both image lists in modes that don’t meet', () => {
    const config = { image_list_legacy: ['/a.iso'], image_blacklist_uefi: ['/b.iso'] };
    expect(codes(ventoyProblems(config))).toEqual([]);
  });

  it('warns of files that are missing, or spelt differently', () => {
    const files = ['/A.iso', '/b.iso', '/iso/c.iso'];
    const config = {
      control: [{ VTOY_DEFAULT_SEARCH_ROOT: '/nowhere/' }, { VTOY_DEFAULT_IMAGE: '/b.iso' }],
      menu_alias: [
        { image: '/a.iso', alias: 'A' },
        { image: '/*.iso', alias: 'one letter' },
        { image: '/**.iso', alias: 'two letters' },
        { dir: '/iso', alias: 'there' },
        { dir: '/is', alias: 'not there' },
      ],
      conf_replace: [{ iso: '/b.iso', org: '/inside/the/image', new: '/n.cfg' }],
    };
    expect(codes(ventoyProblems(config, { files }))).toEqual([
      'warning missing-folder at control.0.VTOY_DEFAULT_SEARCH_ROOT',
      'warning spelt-differently at menu_alias.0.image',
      'warning nothing-fits at menu_alias.2.image',
      'warning missing-folder at menu_alias.4.dir',
      'warning missing-file at conf_replace.0.new',
    ]);
  });

  it('finds whatever Ventoy’s own reader would read otherwise, and nothing else', () => {
    const letters = fc.constantFrom('a', ' ', 'é', '/', '"', '\\', '\n', '\u0007', '\ud800');
    const texts = fc.array(letters, { maxLength: 3 }).map((parts) => parts.join(''));
    const numbers = fc.constantFrom(0, 7, 4_000_000_000, -1, 1.5, 1e21, 1e-7);
    const leaf = fc.oneof(texts, numbers, fc.constantFrom(true, false, null));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, leaf, tie('list'), tie('object')),
      list: fc.array(tie('value'), { maxLength: 3 }),
      object: fc.dictionary(texts, tie('value'), { maxKeys: 3 }),
    }));
    fc.assert(
      fc.property(value as fc.Arbitrary<JsonValue>, (inside) => {
        const config = { x: inside };
        const spelling = ['quotation-mark', 'escape', 'number'];
        const found = ventoyProblems(config).filter(({ code }) => spelling.includes(code));
        const read = readAsVentoy(formatVentoyConfig(config));
        expect(JSON.stringify(read) === JSON.stringify(config)).toBe(found.length === 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes whatever JSON can say', () => {
    const names = fc.constantFrom(...Object.keys(good), 'control_uefi', 'x');
    const anything = fc.dictionary(names, fc.jsonValue()) as fc.Arbitrary<JsonObject>;
    fc.assert(
      fc.property(anything, (config) => {
        expect(Array.isArray(ventoyProblems(config, { files: ['/a.iso'] }))).toBe(true);
      }),
    );
  });

  it('takes whatever stands where something else should', () => {
    const odd = fc.jsonValue() as fc.Arbitrary<JsonValue>;
    const place = fc.nat();
    fc.assert(
      fc.property(anyConfig, odd, place, (config, value, where) => {
        const problems = ventoyProblems(replaced(config, value, where) as JsonObject);
        for (const problem of problems) expect(problemWords(problem)).toMatch(/^.+[^.]$/s);
      }),
    );
  });
});

it('A problem has words for whoever has no code at hand.', () => {
  const config = { control: [{ VTOY_MENU_TIMEOUT: 'soon' }], menu_alias: 'x' };
  expect(ventoyProblems(config).map((problem) => problemWords(problem))).toEqual([
    'VTOY_MENU_TIMEOUT is “soon”, but it takes a whole number of seconds',
    '“menu_alias” has to be a list, in square brackets',
  ]);
  for (const text of Object.values(problemTexts)) expect(text).toMatch(/^[^!]+[^.!]$/);
});

/** With another value at one of its places. */
function replaced(value: JsonValue, odd: JsonValue, where: number): JsonValue {
  if (value === null || typeof value !== 'object') return odd;
  const members = Object.entries(value);
  const chosen = where % (members.length + 1);
  const changed = members.map(([name, member], index): [string, JsonValue] =>
    index === chosen ? [name, replaced(member, odd, Math.floor(where / 3))] : [name, member],
  );
  if (Array.isArray(value)) return changed.map(([, member]) => member);
  return Object.fromEntries(changed);
}
