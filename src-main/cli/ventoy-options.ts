import { basename, resolve } from 'node:path';
import {
  ventoyDefaults,
  ventoyEraseDefaults,
  type VentoyInstall,
  type VentoyRecipe,
  type VentoyWindows,
} from '../../src-shared/ventoy-recipe';
import { defaultWindowsChoices } from '../../src-shared/windows-choices';
import { usageError } from './context';
import { listed, mebibytes, oneOf, pair, stickPath, textAndName, undoubled } from './option-values';
import { takenBack, yesOrNo, type RecipeOption, type RecipeOptionGroup } from './recipe-option';
import { requireCompleteChoices, windowsChoiceOptions } from './windows-choice-options';
import { ventoyMenuGroup } from './ventoy-config-options';
import { imageOptions } from './windows-options';

/*
 * The options for recipes of the kind `ventoy`. Those about Windows are the ones of a portable Windows and act on the
 * Windows in the virtual disk, which is there as soon as one of them is given.
 */

type VentoyOption = RecipeOption<VentoyRecipe>;
type Way = VentoyInstall['way'];

const ways: readonly Way[] = ['erase', 'beside', 'update', 'none'];

const ventoy: VentoyOption[] = [
  {
    flags: '--install <erase|beside|update|none>',
    help: 'erase the drive (default), put Ventoy beside the files of its first partition, update a Ventoy that is there, or only change files',
    fields: ['install.way'],
    decides: true,
    set: (recipe, value) =>
      (recipe.install = installOf(oneOf('--install', value, ways), recipe.install)),
  },
  {
    flags: '--ventoy-package <file>',
    help: 'a release archive of Ventoy: ventoy-….tar.gz',
    fields: ['install.package.path'],
    set: (recipe, value) => (packageOf(recipe, '--ventoy-package').path = resolve(value)),
  },
  {
    flags: '--ventoy-sha256 <hex>',
    help: 'the SHA-256 that the archive must have',
    fields: ['install.package.sha256'],
    set: (recipe, value) => (packageOf(recipe, '--ventoy-sha256').sha256 = value.trim()),
  },
  takenBack('--no-ventoy-sha256', 'install.package.sha256', (recipe) => {
    packageOf(recipe, '--no-ventoy-sha256').sha256 = null;
  }),
  {
    flags: '--scheme <gpt|mbr>',
    help: 'with --kind ventoy both start both, and mbr is the default',
    fields: ['install.scheme'],
    set: (recipe, value) =>
      (installed(recipe, '--scheme', ['erase']).scheme = oneOf('--scheme', value, ['gpt', 'mbr'])),
  },
  ...yesOrNo<VentoyRecipe>(
    '--secure-boot',
    'support Secure Boot (default of a fresh Ventoy)',
    'install.secureBoot',
    (recipe, yes) =>
      (installed(recipe, '--secure-boot', ['erase', 'beside', 'update']).secureBoot = yes),
    'do without Secure Boot support',
  ),
  {
    flags: '--keep-secure-boot',
    help: 'leave Secure Boot support as it is on the stick (default of an update)',
    fields: ['install.secureBoot'],
    set: (recipe) => (installed(recipe, '--keep-secure-boot', ['update']).secureBoot = null),
  },
  {
    flags: '--reserve <size>',
    help: 'leave this much free behind Ventoy’s partitions, such as 1G',
    fields: ['install.reserveBytes'],
    set: (recipe, value) =>
      (installed(recipe, '--reserve', ['erase']).reserveBytes = mebibytes('--reserve', value)),
  },
  {
    flags: '--fs <exfat|ntfs>',
    help: 'file system of the partition with the images (default: exfat); Windows in a virtual disk needs ntfs',
    fields: ['install.fileSystem'],
    set: (recipe, value) =>
      (installed(recipe, '--fs', ['erase']).fileSystem = oneOf('--fs', value, ['exfat', 'ntfs'])),
  },
  {
    flags: '--label <label>',
    help: 'name of that partition (default: Ventoy)',
    fields: ['install.label'],
    set: (recipe, value) => (installed(recipe, '--label', ['erase']).label = value),
  },
];

const files: VentoyOption[] = [
  {
    flags: '--add <file[=name]>',
    help: 'copy an image, under its own or another name; repeatable',
    fields: ['files[].source', 'files[].name'],
    begin: forgetFiles,
    set: ({ files }, value) => {
      const [file, name] = textAndName(value);
      const source = resolve(file);
      files.push({
        source,
        name: name === null ? basename(source) : stickPath(undoubled(name)),
        sha256: null,
      });
    },
  },
  {
    flags: '--add-sha256 <hex>',
    help: 'the SHA-256 that the file named last must have',
    fields: ['files[].sha256'],
    set: ({ files }, value) => {
      const last = files.at(-1);
      if (!last) throw usageError('--add-sha256 stands behind the --add that it is about');
      last.sha256 = value.trim();
    },
  },
  takenBack('--no-add', 'files[].source', forgetFiles),
  {
    flags: '--remove <name>',
    help: 'delete a file of the stick before anything is copied; repeatable',
    fields: ['remove[]'],
    begin: forgetRemoved,
    set: ({ remove }, value) => remove.push(stickPath(value)),
  },
  takenBack('--no-remove', 'remove[]', forgetRemoved),
  ...yesOrNo<VentoyRecipe>(
    '--remove-persistence',
    'delete also what live systems that are deleted keep, if no other image uses it',
    'removePersistence',
    (recipe, yes) => (recipe.removePersistence = yes),
  ),
  {
    flags: '--rename <from=to>',
    help: 'rename a file of the stick; repeatable',
    fields: ['rename[].from', 'rename[].to'],
    begin: forgetRenamed,
    set: ({ rename }, value) => {
      const [from, to] = pair('--rename', value, 'OLD.iso=NEW.iso');
      rename.push({ from: stickPath(from), to: stickPath(undoubled(to)) });
    },
  },
  takenBack('--no-rename', 'rename[].from', forgetRenamed),
  ...yesOrNo<VentoyRecipe>(
    '--checksums',
    'keep a .sha256 file beside each copied file',
    'checksums',
    (recipe, yes) => (recipe.checksums = yes),
  ),
  {
    flags: '--persistence <name=size>',
    help: 'what a live Linux may keep, such as debian.iso=4G; repeatable',
    fields: ['persistence[].image', 'persistence[].bytes'],
    begin: forgetPersistence,
    set: ({ persistence }, value) => {
      const [image, size] = pair('--persistence', value, 'NAME.iso=4G');
      persistence.push({ image: stickPath(image), bytes: mebibytes('--persistence', size) });
    },
  },
  takenBack('--no-persistence', 'persistence[].image', forgetPersistence),
];

const virtualDisk: RecipeOption<VentoyWindows>[] = [
  {
    flags: '--windows-name <name>',
    help: 'its file in the root folder (default: Windows.vhdx)',
    fields: ['name'],
    set: (windows, value) => (windows.name = stickPath(value)),
  },
  {
    flags: '--vhdx-size <size|all>',
    help: 'its size, such as 64G; all that is left by default',
    fields: ['bytes'],
    set: (windows, value) =>
      (windows.bytes = value === 'all' ? null : mebibytes('--vhdx-size', value, 'or all')),
  },
  {
    flags: '--vhd-boot <file>',
    help: 'ventoy_vhdboot.img, with which Ventoy starts virtual disks',
    fields: ['vhdBoot'],
    set: (windows, value) => (windows.vhdBoot = resolve(value)),
  },
];

export const ventoyOptionGroups: RecipeOptionGroup<VentoyRecipe>[] = [
  { title: 'Ventoy:', options: ventoy },
  { title: 'Images on a Ventoy stick:', options: files },
  {
    ...ventoyMenuGroup,
    options: [
      ...ventoyMenuGroup.options,
      takenBack<VentoyRecipe>('--no-menu', 'config', (recipe) => {
        recipe.config = {};
      }),
      ...yesOrNo<VentoyRecipe>(
        '--replace-menu',
        'these settings are all that shall be in ventoy.json, instead of being merged into it',
        'configReplaces',
        (recipe, yes) => (recipe.configReplaces = yes),
      ),
    ],
  },
  ...ofWindows([
    { title: 'Windows in a virtual disk on a Ventoy stick:', options: virtualDisk },
    { title: 'Windows image:', options: imageOptions },
    ...windowsChoiceOptions,
  ]),
  {
    title: 'Windows in a virtual disk on a Ventoy stick:',
    options: [
      {
        flags: '--no-windows',
        help: 'leave the Windows of a recipe out',
        fields: ['windows.name'],
        set: (recipe) => (recipe.windows = null),
      },
    ],
  },
];

/** The package has no default; without it a recipe is incomplete. */
export function emptyVentoyRecipe(): VentoyRecipe {
  const install = { ...ventoyEraseDefaults, package: { path: '', sha256: null } };
  return { ...structuredClone(ventoyDefaults), install };
}

export function requireCompleteVentoy({ install, windows }: VentoyRecipe): void {
  if (install.way !== 'none' && install.package.path === '') {
    throw usageError(
      'a Ventoy stick needs --ventoy-package, or --install none to change files only',
    );
  }
  if (!windows) return;
  if (windows.image.path === '') throw usageError('options about Windows need --image');
  if (windows.edition.index === 0) {
    throw usageError('Windows needs --edition, a number from “inspect”');
  }
  if (windows.vhdBoot === '') {
    throw usageError('Windows in a virtual disk needs --vhd-boot, a file from the Ventoy project');
  }
  requireCompleteChoices(windows.windows);
}

/** Another way with the same package; what only the other way has gets its default. */
function installOf(way: Way, present: VentoyInstall): VentoyInstall {
  if (way === present.way) return present;
  if (way === 'none') return { way };
  const release = present.way === 'none' ? { path: '', sha256: null } : present.package;
  if (way === 'update') return { way, package: release, secureBoot: null };
  if (way === 'beside') return { way, package: release, secureBoot: true };
  return { ...ventoyEraseDefaults, package: release };
}

/** What is said about Ventoy itself, if it is put on the stick in one of these ways. Throws `usage`. */
function installed<W extends Way>(
  { install }: VentoyRecipe,
  option: string,
  fitting: readonly W[],
): Extract<VentoyInstall, { way: W }> {
  if (isOneOf(install, fitting)) return install;
  throw usageError(`${option} goes with --install ${listed(fitting)}, not ${install.way}`);
}

function isOneOf<W extends Way>(
  install: VentoyInstall,
  fitting: readonly W[],
): install is Extract<VentoyInstall, { way: W }> {
  return fitting.some((way) => way === install.way);
}

function packageOf(recipe: VentoyRecipe, option: string): { path: string; sha256: string | null } {
  return installed(recipe, option, ['erase', 'beside', 'update']).package;
}

function forgetFiles(recipe: VentoyRecipe): void {
  recipe.files = [];
}

function forgetRemoved(recipe: VentoyRecipe): void {
  recipe.remove = [];
}

function forgetRenamed(recipe: VentoyRecipe): void {
  recipe.rename = [];
}

function forgetPersistence(recipe: VentoyRecipe): void {
  recipe.persistence = [];
}

function windowsOf(recipe: VentoyRecipe): VentoyWindows {
  recipe.windows ??= {
    image: { path: '', sha256: null },
    edition: { index: 0 },
    windows: structuredClone(defaultWindowsChoices),
    name: 'Windows.vhdx',
    bytes: null,
    vhdBoot: '',
  };
  return recipe.windows;
}

type Begin<R> = RecipeOption<R>['begin'];

/** Options of the Windows in the virtual disk as those of the recipe. What begins one list stays one function. */
function ofWindows(groups: RecipeOptionGroup<VentoyWindows>[]): RecipeOptionGroup<VentoyRecipe>[] {
  const begins = new Map<Begin<VentoyWindows>, Begin<VentoyRecipe>>();
  const beginOf = (begin: NonNullable<Begin<VentoyWindows>>): NonNullable<Begin<VentoyRecipe>> => {
    const known = begins.get(begin);
    if (known) return known;
    const made = (recipe: VentoyRecipe): void => {
      begin(windowsOf(recipe));
    };
    begins.set(begin, made);
    return made;
  };
  return groups.map(({ title, options }) => ({
    title,
    options: options.map(({ begin, ...option }) => ({
      ...option,
      fields: option.fields.map((field) => `windows.${field}`),
      ...(begin ? { begin: beginOf(begin) } : {}),
      set: (recipe, value, supplied) => {
        option.set(windowsOf(recipe), value, supplied);
      },
    })),
  }));
}
