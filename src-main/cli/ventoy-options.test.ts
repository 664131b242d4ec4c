import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parseRecipe, type Recipe } from '../../src-shared/plan';
import { GiB, MiB } from '../../src-shared/units';
import type { VentoyRecipe } from '../../src-shared/ventoy-recipe';
import { defaultWindowsChoices } from '../../src-shared/windows-choices';
import { arbitraryRecipe } from './arbitrary-recipe';
import { arbitraryVentoyRecipe } from './arbitrary-ventoy-recipe';
import { changedRecipe } from './recipe-arguments';
import {
  argumentsOfWindows,
  commandWithOptions,
  differences,
  fieldsOf,
} from './recipe-options-testing';
import { readMenuFiles } from './supply';
import { emptyVentoyRecipe, ventoyOptionGroups } from './ventoy-options';

const folder = mkdtempSync(join(tmpdir(), 'sticksmith-ventoy-options-'));
const menuFile = join(folder, 'ventoy.json');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What `make --kind ventoy` would take for its recipe. */
async function parsed(args: readonly string[], base: Recipe | null = null): Promise<VentoyRecipe> {
  const given = commandWithOptions().parse(args);
  const supplied = { configs: await readMenuFiles(given), passwords: new Map<string, string>() };
  const recipe = parseRecipe(changedRecipe('ventoy', base, given, supplied));
  if (recipe.kind !== 'ventoy') throw new Error(`a recipe of the kind ${recipe.kind}`);
  return recipe;
}

const needed = ['--ventoy-package', '/v.tar.gz'];

/** The options that make a recipe, written without the table. */
function argumentsOf(recipe: VentoyRecipe): string[] {
  const { install, remove, rename, files, checksums, persistence, windows } = recipe;
  const { config, configReplaces, removePersistence } = recipe;
  const doubled = (name: string): string => name.replaceAll('=', '==');
  writeFileSync(menuFile, JSON.stringify(config));
  return [
    ...installArguments(install),
    ...remove.flatMap((name) => ['--remove', `/${name}`]),
    ...(removePersistence ? ['--remove-persistence'] : []),
    ...rename.flatMap(({ from, to }) => ['--rename', `/${doubled(from)}=/${doubled(to)}`]),
    ...files.flatMap(({ source, name, sha256 }) => [
      ...['--add', `${doubled(source)}=/${doubled(name)}`],
      ...(sha256 === null ? [] : ['--add-sha256', sha256]),
    ]),
    ...(checksums ? ['--checksums'] : []),
    ...persistence.flatMap(({ image, bytes }) => [
      '--persistence',
      `/${doubled(image)}=${String(bytes)}`,
    ]),
    ...(windows
      ? [
          ...argumentsOfWindows(windows),
          ...['--windows-name', windows.name, '--vhdx-size', String(windows.bytes ?? 'all')],
          ...['--vhd-boot', windows.vhdBoot],
        ]
      : []),
    ...['--menu-file', menuFile],
    ...(configReplaces ? ['--replace-menu'] : []),
  ];
}

function installArguments(install: VentoyRecipe['install']): string[] {
  if (install.way === 'none') return ['--install', 'none'];
  const secureBoot =
    install.secureBoot === null
      ? '--keep-secure-boot'
      : install.secureBoot
        ? '--secure-boot'
        : '--no-secure-boot';
  const { path, sha256 } = install.package;
  return [
    ...['--ventoy-package', path, secureBoot],
    ...(sha256 === null ? [] : ['--ventoy-sha256', sha256]),
    ...(install.way === 'erase'
      ? [
          ...['--scheme', install.scheme, '--reserve', String(install.reserveBytes)],
          ...['--fs', install.fileSystem, '--label', install.label],
        ]
      : []),
    // Last, because the order must not matter.
    ...['--install', install.way],
  ];
}

describe('the options for Ventoy sticks', () => {
  const all = ventoyOptionGroups.flatMap(({ options }) => options);

  it('reach every field of a recipe, and name no other', () => {
    const reached = [...new Set(all.flatMap(({ fields }) => fields))].sort();
    expect(reached).toEqual(fieldsOf('ventoy').sort());
  });

  it('are each listed once in the help, but for those that take another one back', () => {
    const { help } = commandWithOptions();
    for (const { flags, help: text } of all) {
      const word = flags.replace(/ .*/, ' ');
      if (text === null) expect(flags).toMatch(/^--no-/);
      else expect(help.split(`\n  ${word}`).length - 1, flags).toBe(1);
    }
  });

  it('make any recipe', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryVentoyRecipe, async (recipe) => {
        expect(await parsed(argumentsOf(recipe))).toEqual(recipe);
      }),
    );
  });

  it('leave any recipe as it is where none is given', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryVentoyRecipe, async (recipe) => {
        expect(await parsed([], recipe)).toEqual(recipe);
      }),
    );
  });

  it('take back everything that may be nothing', async () => {
    const options = all.filter(({ help }) => help === null).map(({ flags }) => flags);
    await fc.assert(
      fc.asyncProperty(arbitraryVentoyRecipe, async (recipe) => {
        const release = ['--ventoy-package', '/v', '--install', 'update', '--keep-secure-boot'];
        const args = [...options, '--no-windows', ...release];
        expect(await parsed(args, recipe)).toEqual({
          ...emptyVentoyRecipe(),
          install: { way: 'update', package: { path: '/v', sha256: null }, secureBoot: null },
        });
      }),
    );
  });

  it('set the fields that they name and no others', async () => {
    const windows = ['--image', '/w.iso', '--edition', '1', '--vhd-boot', '/boot.img'];
    const args = [...needed, '--fs', 'ntfs', ...windows, '--add', '/a.iso'];
    const base = await parsed([...args, '--persistence', 'a.iso=1G']);
    const changes: Record<string, string[]> = {
      'install.package.path': ['--ventoy-package', '/other.tar.gz'],
      'install.package.sha256': ['--ventoy-sha256', 'a'.repeat(64)],
      'install.scheme': ['--scheme', 'gpt'],
      'install.secureBoot': ['--no-secure-boot'],
      'install.reserveBytes': ['--reserve', '1G'],
      'install.label': ['--label', 'IMAGES'],
      'files[].name': ['--add', '/a.iso=linux/b.iso'],
      'files[].sha256': ['--add', '/a.iso', '--add-sha256', 'b'.repeat(64)],
      'remove[]': ['--remove', 'old.iso'],
      checksums: ['--checksums'],
      'persistence[].bytes': ['--persistence', 'a.iso=2G'],
      'windows.image.path': ['--image', '/other.iso'],
      'windows.image.sha256': ['--sha256', 'c'.repeat(64)],
      'windows.edition.index': ['--edition', '2'],
      'windows.name': ['--windows-name', 'Eleven.vhdx'],
      'windows.bytes': ['--vhdx-size', '64G'],
      'windows.vhdBoot': ['--vhd-boot', '/other.img'],
      'windows.windows.lean.preset': ['--debloat', 'light'],
      'windows.windows.portable.compact': ['--compact'],
      'config.menu_alias': ['--alias', 'a.iso=A'],
      configReplaces: ['--replace-menu'],
      removePersistence: ['--remove-persistence'],
    };
    for (const [field, more] of Object.entries(changes)) {
      const changed = differences(await parsed(more, base), base);
      // A list that wasn't there has members that weren't.
      const named = [
        ...new Set(changed.map((path) => path.replace(/^(config\.menu_alias).*/, '$1'))),
      ];
      expect(named, more.join(' ')).toEqual([field]);
    }
  });

  it('begin lists anew instead of adding to those of a recipe', async () => {
    const base = await parsed([...needed, '--add', '/a', '--remove', 'b', '--persistence', 'c=1G']);
    const { files, remove, persistence } = await parsed(
      ['--add', '/d', '--add', '/e', '--remove', 'f', '--persistence', 'g=2G'],
      base,
    );
    expect(files.map(({ source }) => source)).toEqual(['/d', '/e']);
    expect(remove).toEqual(['f']);
    expect(persistence).toEqual([{ image: 'g', bytes: 2 * GiB }]);
  });

  it('add to the settings of a recipe, and to one another', async () => {
    writeFileSync(
      menuFile,
      JSON.stringify({ menu_alias: [{ image: '/b.iso', alias: 'B' }], x: 1 }),
    );
    const base = { ...emptyVentoyRecipe(), config: { y: [2] } };
    const args = ['--alias', 'a.iso=A', '--menu-file', menuFile, '--alias', '/b.iso=C = D'];
    expect((await parsed([...needed, ...args], base)).config).toEqual({
      y: [2],
      menu_alias: [
        { image: '/a.iso', alias: 'A' },
        { image: '/b.iso', alias: 'C = D' },
      ],
      x: 1,
    });
  });

  it('make Windows in a virtual disk of what says something about Windows', async () => {
    const args = [
      '--image',
      '/w.iso',
      '--edition',
      '3',
      '--vhd-boot',
      '/b.img',
      '--account',
      'Eva',
    ];
    const wifi = ['--wifi-network', 'Home', '--wifi', '/w.xml'];
    const { windows } = await parsed([...needed, '--fs', 'ntfs', ...args, ...wifi]);
    expect(windows).toMatchObject({ name: 'Windows.vhdx', bytes: null, edition: { index: 3 } });
    expect(windows?.windows).toEqual({
      ...defaultWindowsChoices,
      answers: {
        ...defaultWindowsChoices.answers,
        account: { name: 'Eva', administrator: true, askPassword: true },
      },
      roaming: {
        ...defaultWindowsChoices.roaming,
        wifi: [
          { kind: 'network', ssid: 'Home', security: 'wpa2', hidden: false },
          { kind: 'file', path: '/w.xml' },
        ],
      },
    });
  });

  it.each([
    ['/x/a=b.iso', 'a', null],
    ['/x/a==b.iso', 'a=b.iso', 'a=b.iso'],
    ['/x/a=b.iso=c.iso', 'a=b.iso', 'c.iso'],
    ['/x/a.iso=b==c.iso', 'a.iso', 'b=c.iso'],
    ['/x/a.iso==b=c.iso', 'a.iso=b', 'c.iso'],
    ['/x/a===b.iso', 'a=', 'b.iso'],
    ['/x/a=/=b.iso', 'a', '=b.iso'],
  ])('read --add %s as the file %s', async (value, file, name) => {
    const { files } = await parsed([...needed, '--add', value]);
    expect(files).toEqual([{ source: `/x/${file}`, name: name ?? 'b.iso', sha256: null }]);
  });

  it('keep the package from one way to another, and give the rest its defaults', async () => {
    const base = await parsed([...needed, '--scheme', 'gpt', '--no-secure-boot']);
    const release = { path: '/v.tar.gz', sha256: null };
    const update = { way: 'update', package: release, secureBoot: null };
    expect((await parsed(['--install', 'update'], base)).install).toEqual(update);
    const beside = { way: 'beside', package: release, secureBoot: true };
    expect((await parsed(['--install', 'beside'], base)).install).toEqual(beside);
    expect((await parsed(['--install', 'erase'], base)).install).toEqual(base.install);
  });

  it('measure in whole MiB', async () => {
    const { install } = await parsed([...needed, '--reserve', '3M']);
    expect(install).toMatchObject({ reserveBytes: 3 * MiB });
  });

  it.each([
    [[], /needs --ventoy-package/],
    [['--install', 'none'], /something else to do/],
    [['--install', 'all'], /--install takes erase, beside, update or none/],
    [['--install', 'none', ...needed], /--ventoy-package goes with --install erase, beside or upd/],
    [[...needed, '--scheme', 'gpt', '--install', 'update'], /--scheme goes with --install erase/],
    [[...needed, '--keep-secure-boot'], /--keep-secure-boot goes with --install update, not erase/],
    [[...needed, '--reserve', '1000000'], /--reserve takes a size in whole MiB/],
    [[...needed, '--fs', 'fat32'], /--fs takes exfat or ntfs/],
    [[...needed, '--label', 'a/b'], /^.*install\.label: /],
    [[...needed, '--add-sha256', 'a'], /stands behind the --add/],
    [[...needed, '--add', '/a.iso='], /files\.0\.name: /],
    [[...needed, '--add', '/a.iso=../b'], /files\.0\.name: a path on the stick/],
    [[...needed, '--add', '/a.iso', '--add', '/b/A.ISO'], /files\.1\.name: something else/],
    [[...needed, '--rename', 'a.iso'], /--rename takes OLD\.iso=NEW\.iso/],
    [[...needed, '--rename', '=b'], /--rename takes/],
    [[...needed, '--persistence', 'a.iso'], /--persistence takes NAME\.iso=4G/],
    [[...needed, '--persistence', 'a.iso=b.iso'], /whole MiB/],
    [[...needed, '--alias', 'a.iso'], /--alias takes NAME=VALUE/],
    [[...needed, '--menu-file', '/nowhere/ventoy.json'], /the menu file \/nowhere\/ventoy\.json: /],
    [[...needed, '--debloat', 'light'], /options about Windows need --image/],
    [[...needed, '--image', '/w.iso'], /needs --edition/],
    [[...needed, '--image', '/w.iso', '--edition', '1'], /needs --vhd-boot/],
    [
      [...needed, '--image', '/w.iso', '--edition', '1', '--vhd-boot', '/b.img'],
      /install\.fileSystem: .*ntfs/,
    ],
    [[...needed, '--container', 'vhdx'], /--container is no option for Ventoy sticks/],
    [[...needed, '--shared-space', 'rest'], /--shared-space is no option for Ventoy sticks/],
  ])('refuse %j', async (args, reason) => {
    await expect(parsed(args)).rejects.toThrow(reason);
  });

  it('refuse a menu file that is none', async () => {
    writeFileSync(menuFile, '{ "menu_alias": }');
    await expect(parsed([...needed, '--menu-file', menuFile])).rejects.toThrow(/column 17/);
  });
});

describe('options of the other kind', () => {
  it('are refused, and so is another kind than the recipe’s', () => {
    fc.assert(
      fc.property(arbitraryRecipe, (recipe) => {
        const given = commandWithOptions().parse(['--add', '/a.iso']);
        expect(() => changedRecipe(undefined, recipe, given)).toThrow(
          /--add is no option for sticks with a portable Windows/,
        );
        expect(() => changedRecipe('ventoy', recipe, [])).toThrow(/the recipe is of the kind/);
      }),
      { numRuns: 3 },
    );
  });
});
