import type { AnswerChoice } from '../../../src-shared/answer-notes';
import type { AnswerChoices } from '../../../src-shared/windows-choices';
import type { BootArchitecture } from '../architecture';
import { localAccountWays } from './local-account';
import type { RunningPass } from './passes';
import type { ComponentName } from './settings';
import type { UserAnswerFile } from './user-file';

export interface AnswerFileRequest {
  answers: AnswerChoices;
  /** The recovery environment is taken away at first start. */
  removeRecovery: boolean;
  architecture: BootArchitecture;
  /** Of the edition; null when its image doesn't say. */
  build: number | null;
  /** Of this stick, with its number in it; null lets Windows make one up. */
  computerName: string | null;
  /** Secret. Five groups of five. */
  productKey: string | null;
  /** Secret. As `readDomainJoin` gives it. */
  domainJoin: string | null;
  /** Runs after the first sign-in, with the rights of an administrator if the account has them; 1024 characters. Null: nothing does. */
  firstStartCommand: string | null;
  /** The person's own file: what it says is kept. */
  userFile: UserAnswerFile | null;
}

/** Settings that are written, and what happens where a person's own file has an element of the name. */
export type Wanted =
  /** That one stays. */
  | { kind: 'value'; name: string; choice: AnswerChoice; text: string }
  /** The children are added to it, one by one. */
  | { kind: 'group'; name: string; children: Wanted[] }
  /** That one stays as a whole: parts of two would contradict each other. */
  | { kind: 'whole'; name: string; choice: AnswerChoice; children: Child[] }
  /** The item is added to its list, unless one with the same text in `identity` is there. */
  | { kind: 'list'; name: string; choice: AnswerChoice; item: ListItem };

/** An element that is written as it is. */
export interface Child {
  name: string;
  content: string | Child[];
}

export interface ListItem {
  name: string;
  children: Child[];
  /** The child by which two items are the same. */
  identity: string;
  /** Items are numbered by a child `Order`. */
  ordered: boolean;
}

export interface WantedComponent {
  pass: RunningPass;
  component: ComponentName;
  settings: Wanted[];
}

/** Everything a request wants to be in the answer file, always in the same order. */
export function wantedComponents(request: AnswerFileRequest): WantedComponent[] {
  const { answers } = request;
  const all: WantedComponent[] = [
    {
      pass: 'specialize',
      component: 'Microsoft-Windows-International-Core',
      settings: international(answers),
    },
    {
      pass: 'specialize',
      component: 'Microsoft-Windows-Shell-Setup',
      settings: [
        ...value('ComputerName', 'computerName', request.computerName),
        ...value('ProductKey', 'productKey', request.productKey),
        ...value('TimeZone', 'timeZone', answers.timeZone),
      ],
    },
    {
      pass: 'specialize',
      component: 'Microsoft-Windows-UnattendedJoin',
      settings: domainJoin(request.domainJoin),
    },
    {
      // First start shows its pages for language and region unless this pass answers them too.
      pass: 'oobeSystem',
      component: 'Microsoft-Windows-International-Core',
      settings: international(answers),
    },
    {
      pass: 'oobeSystem',
      component: 'Microsoft-Windows-Shell-Setup',
      settings: [
        ...oobe(request),
        ...account(answers.account),
        ...firstStart(request.firstStartCommand),
        // First start derives a time zone from the region, after the pass before has set one.
        ...value('TimeZone', 'timeZone', answers.timeZone),
      ],
    },
    {
      pass: 'oobeSystem',
      component: 'Microsoft-Windows-WinRE-RecoveryAgent',
      // It lives on a partition that a stick hasn't got, and acts on the disks of whatever computer the stick is in.
      settings: value('UninstallWindowsRE', 'recovery', request.removeRecovery ? 'true' : null),
    },
  ];
  return all.filter(({ settings }) => settings.length > 0);
}

/**
 * The language for programs without Unicode follows the language of Windows, never the region: with some regions,
 * such as `en-DE`, no code page goes.
 */
function international({ keyboard, language, region }: AnswerChoices): Wanted[] {
  return [
    ...value('InputLocale', 'keyboard', keyboard),
    ...value('SystemLocale', 'language', language),
    ...value('UILanguage', 'language', language),
    ...value('UserLocale', 'region', region),
  ];
}

function oobe({ answers, build }: AnswerFileRequest): Wanted[] {
  const { account, onlineAccount, skipPages } = answers;
  const local = onlineAccount === 'local';
  const hideOnline = local && localAccountWays(build).includes('HideOnlineAccountScreens');
  const skip = (name: string, text = 'true') => value(name, 'skipPages', skipPages ? text : null);
  const children = [
    ...skip('HideEULAPage'),
    ...skip('HideOEMRegistrationScreen'),
    ...value('HideOnlineAccountScreens', 'onlineAccount', hideOnline ? 'true' : null),
    // Who has to sign in to Microsoft needs a network first.
    ...(local || account !== null ? skip('HideWirelessSetupInOOBE') : []),
    // Neither recommended settings nor reports to Microsoft (Microsoft, OOBE, ProtectYourPC).
    ...skip('ProtectYourPC', '3'),
  ];
  return children.length === 0 ? [] : [{ kind: 'group', name: 'OOBE', children }];
}

/**
 * An empty password as Windows System Image Manager hides one: the name of the element is put behind it, in base64
 * of UTF-16. Rufus 4.15 writes the same (src/wue.c), so it is known to work.
 */
const NO_PASSWORD = Buffer.from('Password', 'utf16le').toString('base64');

/**
 * The account has no password: one in this file could be read by whoever holds the stick. Where one has to be set,
 * the first start asks Windows for that (`askPassword`), once the account is there.
 */
function account(chosen: AnswerChoices['account']): Wanted[] {
  if (chosen === null) return [];
  const item: ListItem = {
    name: 'LocalAccount',
    identity: 'Name',
    ordered: false,
    children: [
      {
        name: 'Password',
        content: [
          { name: 'Value', content: NO_PASSWORD },
          { name: 'PlainText', content: 'false' },
        ],
      },
      { name: 'DisplayName', content: chosen.name },
      // English names stand for the groups in every language of Windows.
      { name: 'Group', content: chosen.administrator ? 'Administrators' : 'Users' },
      { name: 'Name', content: chosen.name },
    ],
  };
  const list: Wanted = { kind: 'list', name: 'LocalAccounts', choice: 'account', item };
  return [{ kind: 'group', name: 'UserAccounts', children: [list] }];
}

function firstStart(command: string | null): Wanted[] {
  if (command === null) return [];
  const list: Wanted = {
    kind: 'list',
    name: 'FirstLogonCommands',
    choice: 'firstStart',
    item: {
      name: 'SynchronousCommand',
      identity: 'CommandLine',
      ordered: true,
      children: [
        { name: 'CommandLine', content: command },
        { name: 'Description', content: 'Sticksmith first start' },
        { name: 'RequiresUserInput', content: 'false' },
      ],
    },
  };
  return [list];
}

/** Where a file joins a domain or workgroup in its own way, the two can't be mixed. */
function domainJoin(accountData: string | null): Wanted[] {
  if (accountData === null) return [];
  const provisioning = {
    name: 'Provisioning',
    content: [{ name: 'AccountData', content: accountData }],
  };
  return [
    { kind: 'whole', name: 'Identification', choice: 'domainJoin', children: [provisioning] },
  ];
}

function value(name: string, choice: AnswerChoice, text: string | null): Wanted[] {
  return text === null ? [] : [{ kind: 'value', name, choice, text }];
}
