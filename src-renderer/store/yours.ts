import { accountNameProblem } from '../../src-shared/account-name';
import { computerNameOf, computerNameProblem } from '../../src-shared/computer-name';
import { canJoinDomain, isNameOfComputer, lacksLanguage } from '../../src-shared/plan-conflicts';
import {
  type RoamingChoices,
  RoamingChoicesSchema,
  type WifiChoice,
  WifiChoiceSchema,
  type WindowsChoices,
  PageFileSchema,
  PlanSecretsSchema,
  defaultWindowsChoices,
} from '../../src-shared/windows-choices';
import { wifiKeyKind } from '../../src-shared/wifi-key';
import {
  type Answers,
  chosenEdition,
  driverReport,
  driversWanted,
  secretsOf,
  targetsOf,
} from './answers';
import { obstacleTo } from './protect';

/** The parts of “Make it yours”, in order. Each is a part of the choices about Windows. */
export const sections = ['portable', 'answers', 'drivers', 'lean', 'speed', 'roaming'] as const;
export type SectionId = (typeof sections)[number];

/** Why a part does not do yet. The window has a sentence for each. */
export type YoursProblem =
  | 'page-file'
  | 'hibernation-vhdx'
  | 'encryption-twice'
  | 'account-name'
  | 'account-encrypts'
  | 'computer-name'
  | 'computer-number'
  | 'computer-same'
  | 'computer-from-file'
  | 'computer-is-account'
  | 'language'
  | 'product-key'
  | 'drivers-unread'
  | 'network-name'
  | 'network-twice'
  | 'network-key'
  | 'profile-path'
  | 'redirect-path'
  | 'redirect-folders'
  | 'join-several'
  | 'join-home';

export interface SectionProblem {
  section: SectionId;
  problem: YoursProblem;
  /** Which of the networks. */
  network?: number;
}

/** Everything that keeps “Make it yours” from being answered, in the order of the screen. */
export function yoursProblems(answers: Answers): SectionProblem[] {
  const { portable } = answers.windows;
  const problems: SectionProblem[] = [];
  const pageFile = PageFileSchema.safeParse(portable.pageFile);
  if (!pageFile.success) problems.push({ section: 'portable', problem: 'page-file' });
  // Microsoft, “Deploy Windows with a VHDX (Native Boot)”, limitations.
  if (portable.hibernation && answers.layout.container === 'vhdx') {
    problems.push({ section: 'portable', problem: 'hibernation-vhdx' });
  }
  if (obstacleTo(answers.protect.kind, answers) === 'device-encryption') {
    problems.push({ section: 'portable', problem: 'encryption-twice' });
  }
  problems.push(...answersProblems(answers));
  if (driversWanted(answers) !== null && driverReport(answers) === null) {
    problems.push({ section: 'drivers', problem: 'drivers-unread' });
  }
  problems.push(...roamingProblems(answers));
  return problems;
}

function answersProblems(answers: Answers): SectionProblem[] {
  const { account, language } = answers.windows.answers;
  const section = 'answers';
  const problems: SectionProblem[] = [];
  if (account !== null && accountNameProblem(account.name) !== null) {
    problems.push({ section, problem: 'account-name' });
  }
  if (answers.protect.kind === 'first-start' && account !== null && !account.administrator) {
    problems.push({ section, problem: 'account-encrypts' });
  }
  const computer = computerProblem(answers);
  if (computer !== null) problems.push({ section, problem: computer });
  const edition = chosenEdition(answers);
  if (edition !== null && language !== null && lacksLanguage(edition, language)) {
    problems.push({ section, problem: 'language' });
  }
  const key = PlanSecretsSchema.shape.productKey.safeParse(secretsOf(answers).productKey);
  if (!key.success) problems.push({ section, problem: 'product-key' });
  return problems;
}

function computerProblem(answers: Answers): YoursProblem | null {
  const { account, computerName } = answers.windows.answers;
  if (computerName === null) return null;
  if (computerNameProblem(computerName.pattern) !== null) return 'computer-name';
  const names = computerNames(answers);
  if (names.includes(null)) return 'computer-number';
  if (new Set(names).size < names.length) return 'computer-same';
  // Microsoft, “Offline domain join”: the file holds the account of one computer, with its name.
  if (answers.windows.roaming.domainJoinFile !== null) return 'computer-from-file';
  const taken = account !== null && isNameOfComputer(account.name, computerName.pattern);
  return taken ? 'computer-is-account' : null;
}

function roamingProblems(answers: Answers): SectionProblem[] {
  const section = 'roaming';
  const { wifi, profilePath, redirect, domainJoinFile } = answers.windows.roaming;
  const problems: SectionProblem[] = wifi.flatMap((choice, network) => {
    const problem = networkProblem(choice, wifi, answers.secrets.wifiKeys[network] ?? '');
    return problem === null ? [] : [{ section, problem, network }];
  });
  if (!RoamingChoicesSchema.shape.profilePath.safeParse(profilePath).success) {
    problems.push({ section, problem: 'profile-path' });
  }
  if (redirect !== null) {
    if (!isNetworkPath(redirect.path)) problems.push({ section, problem: 'redirect-path' });
    if (redirect.folders.length === 0) problems.push({ section, problem: 'redirect-folders' });
  }
  if (domainJoinFile !== null && targetsOf(answers).length > 1) {
    problems.push({ section, problem: 'join-several' });
  }
  const edition = chosenEdition(answers);
  if (domainJoinFile !== null && edition !== null && !canJoinDomain(edition)) {
    problems.push({ section, problem: 'join-home' });
  }
  return problems;
}

function networkProblem(
  choice: WifiChoice,
  all: readonly WifiChoice[],
  key: string,
): YoursProblem | null {
  if (choice.kind === 'file') {
    const twice = all.filter((other) => other.kind === 'file' && other.path === choice.path);
    return twice.length > 1 ? 'network-twice' : null;
  }
  if (!WifiChoiceSchema.safeParse(choice).success) return 'network-name';
  const namesakes = all.filter((other) => other.kind === 'network' && other.ssid === choice.ssid);
  if (namesakes.length > 1) return 'network-twice';
  const isKey = choice.security === 'open' || wifiKeyKind(key, choice.security) !== null;
  return isKey ? null : 'network-key';
}

function isNetworkPath(path: string): boolean {
  return RoamingChoicesSchema.shape.profilePath.safeParse(path).success;
}

/** The name of each stick's computer, in the order of the targets; null for one that has no room in the pattern. */
export function computerNames(answers: Answers): (string | null)[] {
  const { computerName } = answers.windows.answers;
  if (computerName === null || computerNameProblem(computerName.pattern) !== null) return [];
  const { pattern, firstNumber } = computerName;
  const isNumber = Number.isInteger(firstNumber) && firstNumber >= 0;
  return Array.from({ length: Math.max(1, targetsOf(answers).length) }, (_, index) =>
    isNumber ? computerNameOf(pattern, firstNumber + index) : null,
  );
}

/** The same answers for sticks whose computers are counted from another number on. */
export function countedFrom(answers: Answers, later: number): Answers {
  const { windows } = answers;
  const { computerName } = windows.answers;
  if (computerName === null || later === 0) return answers;
  const firstNumber = computerName.firstNumber + later;
  return {
    ...answers,
    windows: {
      ...windows,
      answers: { ...windows.answers, computerName: { ...computerName, firstNumber } },
    },
  };
}

/** How many of a part's choices are not the usual ones. */
export function changesIn(section: SectionId, { windows, secrets }: Answers): number {
  const usual = Object.entries<unknown>(defaultWindowsChoices[section]);
  const now = new Map(Object.entries<unknown>(windows[section]));
  const changed = usual.filter(
    ([key, value]) => JSON.stringify(now.get(key)) !== JSON.stringify(value),
  ).length;
  return section === 'answers' && secrets.productKey !== '' ? changed + 1 : changed;
}

export function allChanges(answers: Answers): number {
  return sections.reduce((sum, section) => sum + changesIn(section, answers), 0);
}

/** With other choices in one part. */
export function withChoices<S extends SectionId>(
  answers: Answers,
  section: S,
  change: Partial<WindowsChoices[S]>,
): Answers {
  const { windows } = answers;
  return { ...answers, windows: { ...windows, [section]: { ...windows[section], ...change } } };
}

/** With one part as it usually is, and without the secrets that belong to it. */
export function withUsual(answers: Answers, section: SectionId): Answers {
  const { secrets } = answers;
  return {
    ...withChoices(answers, section, defaultWindowsChoices[section]),
    secrets: {
      ...secrets,
      productKey: section === 'answers' ? '' : secrets.productKey,
      wifiKeys: section === 'roaming' ? [] : secrets.wifiKeys,
    },
  };
}

const emptyNetwork: WifiChoice = { kind: 'network', ssid: '', security: 'wpa2', hidden: false };

/** With one more network, to be filled in, or one from a file. */
export function withNetworkAdded(answers: Answers, choice: WifiChoice = emptyNetwork): Answers {
  const { wifi } = answers.windows.roaming;
  const keys = wifi.map((_, index) => answers.secrets.wifiKeys[index] ?? '');
  return withNetworks(answers, [...wifi, choice], [...keys, '']);
}

export type NetworkChange = Partial<Omit<Extract<WifiChoice, { kind: 'network' }>, 'kind'>> & {
  key?: string;
};

export function withNetwork(answers: Answers, index: number, change: NetworkChange): Answers {
  const { key, ...rest } = change;
  const { wifi } = answers.windows.roaming;
  const keys = wifi.map((choice, at) => {
    const before = answers.secrets.wifiKeys[at] ?? '';
    if (at !== index) return before;
    // An open network has no key; one that was typed before is not kept unseen.
    return choice.kind === 'file' || rest.security === 'open' ? '' : (key ?? before);
  });
  const changed = wifi.map((choice, at) =>
    at === index && choice.kind === 'network' ? { ...choice, ...rest } : choice,
  );
  return withNetworks(answers, changed, keys);
}

export function withoutNetwork(answers: Answers, index: number): Answers {
  const { wifi } = answers.windows.roaming;
  const keys = wifi.map((_, at) => answers.secrets.wifiKeys[at] ?? '');
  const others = <T>(list: readonly T[]): T[] => list.filter((_, at) => at !== index);
  return withNetworks(answers, others(wifi), others(keys));
}

function withNetworks(
  answers: Answers,
  wifi: RoamingChoices['wifi'],
  wifiKeys: readonly string[],
): Answers {
  const changed = withChoices(answers, 'roaming', { wifi });
  return { ...changed, secrets: { ...answers.secrets, wifiKeys } };
}
