import {
  PASSWORD_KINDS,
  type FileChoice,
  type ImageOrFolder,
  type PasswordTarget,
  type VentoyConfig,
  IMAGE_TYPES,
  mergeVentoyConfig,
  pathFormProblem,
  problemWords,
  settingProblem,
  ventoySetting,
  withAlias,
  withAutoInstall,
  withControlSetting,
  withInjection,
  withMenuClass,
  withPassword,
  withPersistence,
  withTip,
  withWindows11Bypass,
} from '../../src-shared/ventoy-json';
import type { VentoyRecipe } from '../../src-shared/ventoy-recipe';
import { usageError } from './context';
import { oneOf, onOff, severalOf, textAndName, wholeNumber } from './option-values';
import type { RecipeOptionGroup, Supplied } from './recipe-option';

/*
 * What Ventoy's menu shows and does: the options for its settings, of `make` and of `ventoy config`. Unlike lists, they add
 * to what a recipe and the options before them say. They are pure; what has to be read or asked for is supplied.
 */

interface ConfigOption {
  /** As commander takes it. */
  flags: string;
  /** One sentence without its full stop. */
  help: string;
  /** What has to be supplied for the value before it can be used. */
  needs?: 'file' | 'password';
  /** `value` is as it was typed. Throws `usage`, and `ventoy/config-invalid` as the edits do. */
  change: (config: VentoyConfig, value: string, supplied: Supplied) => VentoyConfig;
}

const options: readonly ConfigOption[] = [
  {
    flags: '--alias <image=text>',
    help: 'call an image TEXT in the menu, or a folder if its name ends in /; without TEXT as before',
    change: (config, value) => {
      const [name, text] = assigned('--alias', value);
      return withAlias(config, imageOrFolder('--alias', name), textOrNull('--alias', text));
    },
  },
  {
    flags: '--tip <image=text>',
    help: 'show TEXT below the menu while an image or folder/ is marked; without TEXT nothing',
    change: (config, value) => {
      const [name, text] = assigned('--tip', value);
      const tip = textOrNull('--tip', text);
      return withTip(config, imageOrFolder('--tip', name), tip === null ? null : { tip });
    },
  },
  {
    flags: '--icon <part=class>',
    help: 'give images with PART in their names the icon CLASS of the theme; without CLASS the usual one',
    change: (config, value) => {
      const [key, name] = assigned('--icon', value);
      return withMenuClass(config, { key: plainText('--icon', key) }, textOrNull('--icon', name));
    },
  },
  {
    flags: '--default <name|exit|none>',
    help: 'what is marked when the menu appears; exit leaves Ventoy when the time is up',
    change: (config, value) =>
      withControlSetting(config, 'VTOY_DEFAULT_IMAGE', defaultImage('--default', value)),
  },
  {
    flags: '--timeout <seconds|none>',
    help: 'start what is marked after so many seconds; none waits',
    change: (config, value) =>
      withControlSetting(config, 'VTOY_MENU_TIMEOUT', secondsOrNull('--timeout', value)),
  },
  {
    flags: '--menu <list|folders>',
    help: 'show all images in one list, or in their folders',
    change: (config, value) => {
      const mode = oneOf('--menu', value, ['list', 'folders']) === 'list' ? '0' : '1';
      return withControlSetting(config, 'VTOY_DEFAULT_MENU_MODE', mode);
    },
  },
  {
    flags: '--hide <types>',
    help: `leave files of these types out of the menu: ${IMAGE_TYPES.join(',')}`,
    change: (config, value) => withFilters(config, '--hide', value, '1'),
  },
  {
    flags: '--show <types>',
    help: 'list files of these types again',
    change: (config, value) => withFilters(config, '--show', value, null),
  },
  {
    flags: '--win11-bypass <on|off>',
    help: 'whether the setup of Windows 11 skips its requirements and the need for a network (built in: on)',
    change: (config, value) => withWindows11Bypass(config, onOff('--win11-bypass', value)),
  },
  {
    flags: '--vhd-warning <on|off>',
    help: 'whether Ventoy warns before it starts a virtual disk from another file system than NTFS (built in: on)',
    change: (config, value) => {
      const quiet = onOff('--vhd-warning', value) ? '0' : '1';
      return withControlSetting(config, 'VTOY_VHD_NO_WARNING', quiet);
    },
  },
  {
    flags: '--auto-install <image=files>',
    help: 'answer files for an image, with commas between them; without FILES none',
    change: (config, value) => {
      const [name, files] = assigned('--auto-install', value);
      const image = stickPath('--auto-install', name);
      return withAutoInstall(config, { image }, choiceOrNull('--auto-install', files));
    },
  },
  {
    flags: '--persistence-file <image=files>',
    help: 'files in which an image keeps what is changed, with commas between them; without FILES none',
    change: (config, value) => {
      const [name, files] = assigned('--persistence-file', value);
      const image = stickPath('--persistence-file', name);
      return withPersistence(config, image, choiceOrNull('--persistence-file', files));
    },
  },
  {
    flags: '--inject <image=archive>',
    help: 'unpack an archive into the system that an image starts; without ARCHIVE nothing',
    change: (config, value) => {
      const [name, archive] = assigned('--inject', value);
      const path = archive === '' ? null : stickPath('--inject', archive);
      return withInjection(config, { image: stickPath('--inject', name) }, path);
    },
  },
  {
    flags: '--password <what>',
    help: `ask for a password to be wanted by: ${PASSWORD_KINDS.join(', ')} (files of that type), or one image`,
    needs: 'password',
    change: (config, value, { passwords }) =>
      withPassword(config, passwordTarget('--password', value), suppliedFor(passwords, value)),
  },
  {
    flags: '--no-password <what>',
    help: 'take that password away',
    change: (config, value) => withPassword(config, passwordTarget('--no-password', value), null),
  },
  {
    flags: '--set <name=value>',
    help: 'a setting of the plugin “control”, such as VTOY_MENU_LANGUAGE=de_DE',
    change: (config, value) => {
      const [name, wanted] = assigned('--set', value);
      return withControlSetting(config, settingName('--set', name), setting(name, wanted));
    },
  },
  {
    flags: '--unset <name>',
    help: 'take a setting out, so that the built-in value holds',
    change: (config, value) => withControlSetting(config, settingName('--unset', value), null),
  },
  {
    flags: '--menu-file <file>',
    help: 'add what another ventoy.json has; repeatable',
    needs: 'file',
    change: (config, value, { configs }) => mergeVentoyConfig(config, suppliedFor(configs, value)),
  },
];

/** The part of a recipe that has the settings. */
type WithConfig = Pick<VentoyRecipe, 'config'>;

export const ventoyMenuGroup: RecipeOptionGroup<WithConfig> = {
  title: 'Menu of a Ventoy stick:',
  options: options.map(({ change, ...option }) => ({
    ...option,
    fields: ['config'],
    set: (recipe, value, supplied) => (recipe.config = change(recipe.config, value, supplied)),
  })),
};

/** `NAME.iso=TEXT` in its parts. */
function assigned(option: string, value: string): [name: string, text: string] {
  const [name, text] = textAndName(value);
  if (name === '' || text === null) throw usageError(`${option} takes NAME=VALUE`);
  return [name, text];
}

/** A path on the partition with the images; the slash at its beginning may be left out. */
function stickPath(option: string, name: string, is: 'file' | 'folder' = 'file'): string {
  const path = name.startsWith('/') ? name : `/${name}`;
  const problem = pathFormProblem(path, is);
  if (problem !== null)
    throw usageError(`${option} can’t take “${name}”: ${problemWords(problem)}`);
  return plainText(option, path);
}

function imageOrFolder(option: string, name: string): ImageOrFolder {
  return name.endsWith('/')
    ? { dir: stickPath(option, name.slice(0, -1), 'folder') }
    : { image: stickPath(option, name) };
}

/** Ventoy's reader has no escapes, so that such characters can't be written for it. */
function plainText(option: string, text: string): string {
  if (!/["\\\u0000-\u001f\u007f]/.test(text)) return text;
  throw usageError(`${option} can’t take quotation marks, backslashes and control characters`);
}

function textOrNull(option: string, text: string): string | null {
  return text === '' ? null : plainText(option, text);
}

function defaultImage(option: string, value: string): string | null {
  if (value === 'none') return null;
  if (value === 'exit') return 'VTOY_EXIT';
  return /^F[2-9]>/.test(value) ? plainText(option, value) : stickPath(option, value);
}

function secondsOrNull(option: string, value: string): string | null {
  return value === 'none' ? null : String(wholeNumber(option, value, 0));
}

function withFilters(
  config: VentoyConfig,
  option: string,
  value: string,
  wanted: '1' | null,
): VentoyConfig {
  return severalOf(option, value, IMAGE_TYPES).reduce(
    (changed, type) => withControlSetting(changed, `VTOY_FILE_FLT_${type.toUpperCase()}`, wanted),
    config,
  );
}

/** Ventoy asks which one to take. */
function choiceOrNull(option: string, value: string): FileChoice | null {
  if (value === '') return null;
  const files = value.split(',').map((name) => stickPath(option, name.trim()));
  return { files, autosel: null, timeout: null };
}

function passwordTarget(option: string, value: string): PasswordTarget {
  const kind = PASSWORD_KINDS.find((candidate) => candidate === value);
  return kind ?? { file: stickPath(option, value) };
}

function settingName(option: string, name: string): string {
  if (/^VTOY_[A-Z0-9_]+$/.test(name)) return name;
  throw usageError(`${option} takes the name of a setting, such as VTOY_MENU_LANGUAGE`);
}

/** One that isn't known may be known to a newer Ventoy. */
function setting(name: string, value: string): string {
  const known = ventoySetting(name);
  const problem = known === undefined ? null : settingProblem(known, value);
  if (problem !== null) throw usageError(problemWords(problem));
  return plainText('--set', value);
}

function suppliedFor<T>(values: ReadonlyMap<string, T>, value: string): T {
  const found = values.get(value);
  if (found === undefined) throw new Error(`nothing was supplied for ${value}`);
  return found;
}
