import { resolve } from 'node:path';
import {
  LeanPresetSchema,
  RedirectedFolderSchema,
  WifiSecuritySchema,
  newAccount,
  type WindowsChoices,
} from '../../src-shared/windows-choices';
import { usageError } from './context';
import { oneOf, onOff, pageFile, severalOf, wholeNumber } from './option-values';
import { takenBack, yesOrNo, type RecipeOption, type RecipeOptionGroup } from './recipe-option';

/*
 * What goes into a Windows, wherever it lies: the options for the fields of `windows`.
 */

/** The part of a recipe that has them. */
interface WithChoices {
  windows: WindowsChoices;
}

type ChoiceOption = RecipeOption<WithChoices>;

const portable: ChoiceOption[] = [
  {
    flags: '--internal-disks <offline|online>',
    help: 'whether Windows uses the disks inside the computer (default: offline)',
    fields: ['windows.portable.internalDisks'],
    set: ({ windows: { portable } }, value) =>
      (portable.internalDisks = oneOf('--internal-disks', value, ['offline', 'online'])),
  },
  {
    flags: '--hibernation <on|off>',
    help: 'hibernation and fast start, which bind Windows to one computer',
    fields: ['windows.portable.hibernation'],
    set: ({ windows: { portable } }, value) =>
      (portable.hibernation = onOff('--hibernation', value)),
  },
  {
    flags: '--recovery <keep|remove>',
    help: 'the recovery environment, which acts on the computer’s own disks',
    fields: ['windows.portable.recovery'],
    set: ({ windows: { portable } }, value) =>
      (portable.recovery = oneOf('--recovery', value, ['keep', 'remove']) === 'keep'),
  },
  {
    flags: '--device-encryption <allow|prevent>',
    help: 'whether Windows may encrypt the stick by itself, with a key bound to one computer',
    fields: ['windows.portable.deviceEncryption'],
    set: ({ windows: { portable } }, value) =>
      (portable.deviceEncryption =
        oneOf('--device-encryption', value, ['allow', 'prevent']) === 'allow'),
  },
  {
    flags: '--page-file <automatic|none|size>',
    help: 'the page file: as Windows decides, none, or of fixed size such as 2G',
    fields: ['windows.portable.pageFile.kind', 'windows.portable.pageFile.bytes'],
    set: ({ windows: { portable } }, value) => (portable.pageFile = pageFile('--page-file', value)),
  },
  ...yesOrNo<WithChoices>(
    '--compact',
    'let Windows compress its own files at its first start',
    'windows.portable.compact',
    ({ windows: { portable } }, yes) => (portable.compact = yes),
  ),
];

const firstStart: ChoiceOption[] = [
  {
    flags: '--account <name>',
    help: 'make this local account, without a password',
    fields: ['windows.answers.account.name'],
    set: (recipe, value) => (account(recipe).name = value),
  },
  {
    flags: '--account-type <administrator|standard>',
    help: 'what the account may do (default: administrator)',
    fields: ['windows.answers.account.administrator'],
    set: (recipe, value) =>
      (account(recipe).administrator =
        oneOf('--account-type', value, ['administrator', 'standard']) === 'administrator'),
  },
  ...yesOrNo<WithChoices>(
    '--ask-password',
    'a password has to be chosen at the sign-in after the first one, which Windows does by itself (default)',
    'windows.answers.account.askPassword',
    (recipe, yes) => (account(recipe).askPassword = yes),
    'the account may stay without a password',
  ),
  takenBack('--no-account', 'windows.answers.account.name', ({ windows: { answers } }) => {
    answers.account = null;
  }),
  {
    flags: '--computer-name <pattern>',
    help: 'name of the computer; # stands for a digit that counts up from stick to stick',
    fields: ['windows.answers.computerName.pattern'],
    set: (recipe, value) => (computerName(recipe).pattern = value),
  },
  {
    flags: '--first-number <n>',
    help: 'the number of the first stick (default: 1)',
    fields: ['windows.answers.computerName.firstNumber'],
    set: (recipe, value) =>
      (computerName(recipe).firstNumber = wholeNumber('--first-number', value, 0)),
  },
  takenBack(
    '--no-computer-name',
    'windows.answers.computerName.pattern',
    ({ windows: { answers } }) => {
      answers.computerName = null;
    },
  ),
  ...answer('--time-zone <name>', 'time zone by its name in Windows', 'timeZone'),
  ...answer('--region <tag>', 'formats of dates and numbers, such as de-DE', 'region'),
  ...answer('--keyboard <layout>', 'keyboard, such as de-DE or 0407:00000407', 'keyboard'),
  ...answer('--language <tag>', 'language of Windows, one the edition has', 'language'),
  ...yesOrNo<WithChoices>(
    '--skip-pages',
    'skip licence, privacy and other pages with the sparing answer',
    'windows.answers.skipPages',
    ({ windows: { answers } }, yes) => (answers.skipPages = yes),
  ),
  {
    flags: '--online-account <local|windows-decides>',
    help: 'whether one can go on without a Microsoft account (default: local)',
    fields: ['windows.answers.onlineAccount'],
    set: ({ windows: { answers } }, value) =>
      (answers.onlineAccount = oneOf('--online-account', value, ['local', 'windows-decides'])),
  },
  {
    flags: '--answer-file <file>',
    help: 'an answer file of your own; what it says is kept',
    fields: ['windows.answers.answerFile'],
    set: ({ windows: { answers } }, value) => (answers.answerFile = resolve(value)),
  },
  takenBack('--no-answer-file', 'windows.answers.answerFile', ({ windows: { answers } }) => {
    answers.answerFile = null;
  }),
];

const drivers: ChoiceOption[] = [
  {
    flags: '--drivers <folder>',
    help: 'a folder with unpacked drivers (.inf), anywhere below it',
    fields: ['windows.drivers.folder'],
    set: ({ windows: { drivers } }, value) => (drivers.folder = resolve(value)),
  },
  takenBack('--no-drivers', 'windows.drivers.folder', ({ windows: { drivers } }) => {
    drivers.folder = null;
  }),
];

const lean: ChoiceOption[] = [
  {
    flags: '--debloat <none|light|minimal>',
    help: 'a choice of apps and features to leave out (default: none)',
    fields: ['windows.lean.preset'],
    set: ({ windows: { lean } }, value) =>
      (lean.preset = oneOf('--debloat', value, LeanPresetSchema.options)),
  },
  ...names('--remove-app', 'an app to leave out besides, such as Microsoft.BingNews', 'removeApps'),
  ...names('--keep-app', 'an app that stays although the choice leaves it out', 'keepApps'),
  ...names('--disable-feature', 'an optional feature to switch off', 'disableFeatures'),
  ...names('--enable-feature', 'an optional feature to switch on', 'enableFeatures'),
  ...yesOrNo<WithChoices>(
    '--clean-up',
    'remove superseded components at the first start',
    'windows.lean.cleanUp',
    ({ windows: { lean } }, yes) => (lean.cleanUp = yes),
  ),
];

const speed: ChoiceOption[] = [
  {
    flags: '--power-plan <windows-decides|balanced|high-performance>',
    help: 'the power plan (default: windows-decides)',
    fields: ['windows.speed.powerPlan'],
    set: ({ windows: { speed } }, value) =>
      (speed.powerPlan = oneOf('--power-plan', value, [
        'windows-decides',
        'balanced',
        'high-performance',
      ])),
  },
  switched('--write-cache', 'writeCache', 'the stick’s write cache: pulling it out loses data'),
  switched('--defragmentation', 'scheduledDefragmentation', 'defragmentation on a schedule'),
  switched('--indexing', 'searchIndexing', 'the index for searching files'),
  switched('--prefetch', 'prefetch', 'reading ahead what was used before'),
  switched('--last-access', 'lastAccessTimes', 'keeping the time of each file’s last use'),
];

const network: ChoiceOption[] = [
  {
    flags: '--wifi <file>',
    help: 'a Wi-Fi profile that Windows exported as XML; repeatable',
    fields: ['windows.roaming.wifi[].kind', 'windows.roaming.wifi[].path'],
    begin: forgetWifi,
    set: ({ windows: { roaming } }, value) =>
      roaming.wifi.push({ kind: 'file', path: resolve(value) }),
  },
  {
    flags: '--wifi-network <ssid>',
    help: 'a Wi-Fi network by name; repeatable; its key is asked for (see --secrets-stdin)',
    fields: ['windows.roaming.wifi[].kind', 'windows.roaming.wifi[].ssid'],
    begin: forgetWifi,
    set: ({ windows: { roaming } }, ssid) =>
      roaming.wifi.push({ kind: 'network', ssid, security: 'wpa2', hidden: false }),
  },
  {
    flags: '--wifi-security <open|wpa2|wpa3>',
    help: 'of the network named last (default: wpa2)',
    fields: ['windows.roaming.wifi[].security'],
    set: (recipe, value) =>
      (lastNetwork(recipe, '--wifi-security').security = oneOf(
        '--wifi-security',
        value,
        WifiSecuritySchema.options,
      )),
  },
  {
    flags: '--wifi-hidden',
    help: 'the network named last does not announce itself',
    fields: ['windows.roaming.wifi[].hidden'],
    set: (recipe) => (lastNetwork(recipe, '--wifi-hidden').hidden = true),
  },
  takenBack('--no-wifi', 'windows.roaming.wifi[].kind', forgetWifi),
  {
    flags: '--profile-path <path>',
    help: 'where profiles lie on a server: \\\\server\\share\\%USERNAME%',
    fields: ['windows.roaming.profilePath'],
    set: ({ windows: { roaming } }, value) => (roaming.profilePath = value),
  },
  takenBack('--no-profile-path', 'windows.roaming.profilePath', ({ windows: { roaming } }) => {
    roaming.profilePath = null;
  }),
  {
    flags: '--redirect-to <path>',
    help: 'where folders of every person lie on a server',
    fields: ['windows.roaming.redirect.path'],
    set: (recipe, value) => (redirect(recipe).path = value),
  },
  {
    flags: '--redirect <folders>',
    help: `which: ${RedirectedFolderSchema.options.join(',')}`,
    fields: ['windows.roaming.redirect.folders[]'],
    set: (recipe, value) =>
      (redirect(recipe).folders = severalOf('--redirect', value, RedirectedFolderSchema.options)),
  },
  takenBack('--no-redirect', 'windows.roaming.redirect.path', ({ windows: { roaming } }) => {
    roaming.redirect = null;
  }),
  {
    flags: '--domain-join <file>',
    help: 'a file that djoin /provision wrote, for one stick',
    fields: ['windows.roaming.domainJoinFile'],
    set: ({ windows: { roaming } }, value) => (roaming.domainJoinFile = resolve(value)),
  },
  takenBack('--no-domain-join', 'windows.roaming.domainJoinFile', ({ windows: { roaming } }) => {
    roaming.domainJoinFile = null;
  }),
];

export const windowsChoiceOptions: RecipeOptionGroup<WithChoices>[] = [
  { title: 'Portable Windows:', options: portable },
  { title: 'First start:', options: firstStart },
  { title: 'Drivers:', options: drivers },
  { title: 'Lean Windows:', options: lean },
  { title: 'Speed:', options: speed },
  { title: 'Networks and servers:', options: network },
];

type Answers = WindowsChoices['answers'];

function account({ windows: { answers } }: WithChoices): NonNullable<Answers['account']> {
  answers.account ??= { ...newAccount };
  return answers.account;
}

function computerName({ windows: { answers } }: WithChoices): NonNullable<Answers['computerName']> {
  answers.computerName ??= { pattern: '', firstNumber: 1 };
  return answers.computerName;
}

type Redirect = NonNullable<WindowsChoices['roaming']['redirect']>;

function redirect({ windows: { roaming } }: WithChoices): Redirect {
  roaming.redirect ??= { path: '', folders: [] };
  return roaming.redirect;
}

function forgetWifi({ windows: { roaming } }: WithChoices): void {
  roaming.wifi = [];
}

type Network = Extract<WindowsChoices['roaming']['wifi'][number], { kind: 'network' }>;

function lastNetwork({ windows: { roaming } }: WithChoices, option: string): Network {
  const last = roaming.wifi.at(-1);
  if (last?.kind === 'network') return last;
  throw usageError(`${option} stands behind the --wifi-network that it is about`);
}

function answer(
  flags: string,
  help: string,
  field: 'timeZone' | 'region' | 'keyboard' | 'language',
): ChoiceOption[] {
  const fields = [`windows.answers.${field}`];
  const name = flags.replace(/^--| <.*$/g, '');
  return [
    {
      flags,
      help,
      fields,
      set: ({ windows: { answers } }, value) => (answers[field] = value),
    },
    {
      flags: `--no-${name}`,
      help: null,
      fields,
      set: ({ windows: { answers } }) => (answers[field] = null),
    },
  ];
}

function names(
  flag: `--${string}`,
  help: string,
  field: 'removeApps' | 'keepApps' | 'disableFeatures' | 'enableFeatures',
): ChoiceOption[] {
  const fields = [`windows.lean.${field}[]`];
  const clear = ({ windows: { lean } }: WithChoices): void => {
    lean[field] = [];
  };
  return [
    {
      flags: `${flag} <name>`,
      help: `${help}; repeatable`,
      fields,
      begin: clear,
      set: ({ windows: { lean } }, value) => lean[field].push(value),
    },
    { flags: flag.replace(/^--/, '--no-'), help: null, fields, set: clear },
  ];
}

function switched(
  flag: string,
  field: Exclude<keyof WindowsChoices['speed'], 'powerPlan'>,
  help: string,
): ChoiceOption {
  return {
    flags: `${flag} <on|off>`,
    help,
    fields: [`windows.speed.${field}`],
    set: ({ windows: { speed } }, value) => (speed[field] = onOff(flag, value)),
  };
}

/** Throws `usage` where an option is missing that another one needs. */
export function requireCompleteChoices({ answers, roaming }: WindowsChoices): void {
  if (answers.account?.name === '') {
    throw usageError('--account-type and --ask-password need an --account');
  }
  if (answers.computerName?.pattern === '') {
    throw usageError('--first-number needs a --computer-name');
  }
  const { redirect } = roaming;
  if (redirect && (redirect.path === '' || redirect.folders.length === 0)) {
    throw usageError('--redirect-to and --redirect go together');
  }
}
