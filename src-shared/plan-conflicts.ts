import { computerNameOf, computerNamePattern, countsUp } from './computer-name';
import { isHome, type Edition } from './image';
import {
  MBR_LIMIT_BYTES,
  MINIMUM_SHARED_BYTES,
  VHDX_MAXIMUM_BYTES,
  VHDX_STEP_BYTES,
  VHDX_WINDOWS_LIMIT_BYTES,
  WINDOWS_START_BYTE,
} from './layout';
import { protectConflicts, protectEditionConflicts } from './protect-conflicts';
import type { WindowsRecipe } from './windows-recipe';
import type { WindowsPlan, Target } from './plan';
import { isVhdxPath } from './vhdx';
import type { WindowsChoices } from './windows-choices';

/*
 * What can't be had together, in one place. Every field may be right by itself; a conflict says which one to change.
 */

/** Two answers, or an answer and what it is for, that exclude each other. */
export interface PlanConflict {
  /** Path of the field to change, such as `['windows', 'roaming', 'wifi', 1]`. */
  field: (string | number)[];
  /** Why, as the end of “windows.roaming.wifi.1: …”. */
  message: string;
}

/** What a recipe is to be used for. */
export interface PlanUse {
  /** The chosen edition, or null while it isn't known. */
  edition: Edition | null;
  targets: readonly Target[];
  way: WindowsPlan['way'];
}

/** All that a recipe, an edition and the targets can't have together; the recipe's own conflicts come first. */
export function planConflicts(recipe: WindowsRecipe, use: PlanUse): PlanConflict[] {
  const { edition } = use;
  return [
    ...recipeConflicts(recipe),
    ...targetConflicts(recipe, use),
    ...(edition === null ? [] : editionConflicts(recipe, edition)),
  ];
}

/** What a recipe alone shows. */
export function recipeConflicts(recipe: WindowsRecipe): PlanConflict[] {
  return [
    ...spaceConflicts(recipe),
    ...protectConflicts(recipe),
    ...choicesConflicts(recipe.windows),
  ];
}

/** What choices about Windows alone show; fields from `windows` on. */
export function choicesConflicts(windows: WindowsChoices): PlanConflict[] {
  return [...nameConflicts(windows), ...leanConflicts(windows), ...wifiConflicts(windows)];
}

/** What a Windows in a virtual disk can’t have; fields from `windows` on. */
export function virtualDiskConflicts({ portable }: WindowsChoices): PlanConflict[] {
  // Microsoft, “Deploy Windows with a VHDX (Native Boot)”, limitations.
  if (!portable.hibernation) return [];
  const message = 'a Windows that starts from a virtual disk can’t hibernate';
  return [{ field: ['windows', 'portable', 'hibernation'], message }];
}

/** Names of the protected networks whose key is not among the secrets. */
export function networksWithoutKey(plan: Pick<WindowsPlan, 'windows' | 'secrets'>): string[] {
  const keys = new Set(Object.keys(plan.secrets.wifiKeys));
  return plan.windows.roaming.wifi.flatMap((choice) =>
    choice.kind === 'network' && choice.security !== 'open' && !keys.has(choice.ssid)
      ? [choice.ssid]
      : [],
  );
}

function spaceConflicts({ space, layout, windows }: WindowsRecipe): PlanConflict[] {
  const found: PlanConflict[] = [];
  if (space.sharedBytes === 'rest' && space.windowsBytes === null) {
    found.push({
      field: ['space', 'sharedBytes'],
      message: 'what Windows leaves is nothing while Windows has no size of its own',
    });
  }
  return layout.container === 'vhdx' ? [...found, ...virtualDiskConflicts(windows)] : found;
}

function nameConflicts({ answers, roaming }: WindowsChoices): PlanConflict[] {
  const found: PlanConflict[] = [];
  const { account, computerName } = answers;
  if (computerName === null) return found;
  const { pattern, firstNumber } = computerName;
  const first = computerNameOf(pattern, firstNumber);
  if (first === null) {
    found.push({
      field: ['windows', 'answers', 'computerName', 'firstNumber'],
      message: `${String(firstNumber)} has more digits than ${pattern} has room for`,
    });
  }
  if (account && isNameOfComputer(account.name, pattern)) {
    found.push({
      field: ['windows', 'answers', 'account', 'name'],
      message: `an account can’t have the name of its computer, ${account.name}`,
    });
  }
  // Microsoft, “Offline domain join”: the file holds the account of one computer, with its name.
  if (roaming.domainJoinFile !== null) {
    found.push({
      field: ['windows', 'answers', 'computerName'],
      message: 'the file for the domain join names the computer already',
    });
  }
  return found;
}

/**
 * Whether an account is called as the computer of any stick of the series: a recipe is used again for the next numbers.
 * Windows makes no account of its computer's name.
 */
export function isNameOfComputer(accountName: string, pattern: string): boolean {
  return computerNamePattern(pattern).test(accountName);
}

function leanConflicts({ lean }: WindowsChoices): PlanConflict[] {
  return [
    ...inBoth(lean.keepApps, lean.removeApps).map(([at, name]) => ({
      field: ['windows', 'lean', 'keepApps', at],
      message: `${name} can’t be both removed and kept`,
    })),
    ...inBoth(lean.enableFeatures, lean.disableFeatures).map(([at, name]) => ({
      field: ['windows', 'lean', 'enableFeatures', at],
      message: `${name} can’t be both switched on and off`,
    })),
  ];
}

function wifiConflicts({ roaming }: WindowsChoices): PlanConflict[] {
  const names = roaming.wifi.map((choice) =>
    choice.kind === 'network' ? `network “${choice.ssid}”` : `file ${choice.path}`,
  );
  return names.flatMap((name, at) =>
    names.indexOf(name) === at
      ? []
      : [
          {
            field: ['windows', 'roaming', 'wifi', at],
            message: `the ${name} is named more than once`,
          },
        ],
  );
}

function targetConflicts(recipe: WindowsRecipe, { targets, way }: PlanUse): PlanConflict[] {
  return [
    ...differentTargets(targets),
    ...wayConflicts(recipe, targets, way),
    ...encryptionConflicts(recipe, targets),
    ...tableConflicts(recipe),
    ...containerConflicts(recipe, targets),
    ...seriesConflicts(recipe, targets.length),
  ];
}

export function differentTargets(targets: readonly Target[]): PlanConflict[] {
  const names = targets.map((target) =>
    target.kind === 'file' ? target.path : target.identity.path,
  );
  return names.flatMap((name, at) =>
    names.indexOf(name) === at
      ? []
      : [{ field: ['targets', at], message: `${name} is named more than once` }],
  );
}

function wayConflicts(
  { layout, protect }: WindowsRecipe,
  targets: readonly Target[],
  way: WindowsPlan['way'],
): PlanConflict[] {
  if (way === 'staged') return [];
  const found: PlanConflict[] = [];
  const [target, ...others] = targets;
  if (target?.kind !== 'drive' || others.length > 0) {
    found.push({
      field: ['way'],
      message:
        'Windows can be unpacked straight onto one drive only, not onto several or into a file',
    });
  }
  if (protect.kind === 'now') {
    found.push({
      field: ['protect', 'kind'],
      message:
        'what is unpacked straight onto a drive can’t be encrypted on its way; have Windows encrypt itself at first start',
    });
  }
  if (layout.container === 'vhdx') {
    found.push({
      field: ['layout', 'container'],
      message: 'Windows can’t be unpacked straight onto a drive when it lies in a virtual disk',
    });
  }
  return found;
}

/** Windows encrypts volumes of drives that it has; what lies in a file is none to it. */
function encryptionConflicts(
  { protect }: WindowsRecipe,
  targets: readonly Target[],
): PlanConflict[] {
  const isForFile = targets.some(({ kind }) => kind === 'file');
  if (protect.kind !== 'after-writing' || !isForFile) return [];
  const message = 'this Windows can encrypt drives, but no image file; encrypt it now instead';
  return [{ field: ['protect', 'kind'], message }];
}

/** What no drive has room for, however large it is: an MBR names only the first 2 TiB. */
function tableConflicts({ layout, space }: WindowsRecipe): PlanConflict[] {
  if (layout.scheme === 'gpt') return [];
  const windows = space.windowsBytes ?? 0;
  const shared = space.sharedBytes === 'rest' ? MINIMUM_SHARED_BYTES : space.sharedBytes;
  const most = MBR_LIMIT_BYTES - WINDOWS_START_BYTE;
  if (windows + shared <= most) return [];
  const field = ['space', windows > shared ? 'windowsBytes' : 'sharedBytes'];
  const message = `with an MBR, Windows and shared space have ${String(most)} bytes at most`;
  return [{ field, message }];
}

function containerConflicts(
  { layout, space }: WindowsRecipe,
  targets: readonly Target[],
): PlanConflict[] {
  const found: PlanConflict[] = [];
  const contained = layout.container === 'vhdx';
  if (contained && (space.windowsBytes ?? 0) > VHDX_WINDOWS_LIMIT_BYTES) {
    found.push({
      field: ['space', 'windowsBytes'],
      message: `Windows in a virtual disk has at most ${String(VHDX_WINDOWS_LIMIT_BYTES)} bytes`,
    });
  }
  for (const [at, target] of targets.entries()) {
    if (target.kind !== 'file' || !isVhdxPath(target.path)) continue;
    if (contained) {
      const message = 'a virtual disk can’t lie in another one; use a file ending in .img';
      found.push({ field: ['layout', 'container'], message });
    }
    const { sizeBytes } = target;
    if (sizeBytes % VHDX_STEP_BYTES !== 0 || sizeBytes > VHDX_MAXIMUM_BYTES) {
      found.push({
        field: ['targets', at],
        message: `its size must be a multiple of ${String(VHDX_STEP_BYTES)} bytes, at most ${String(VHDX_MAXIMUM_BYTES)}`,
      });
    }
  }
  return found;
}

/** What several sticks, or the second of them, can't have. */
function seriesConflicts({ windows }: WindowsRecipe, sticks: number): PlanConflict[] {
  const { computerName } = windows.answers;
  const found: PlanConflict[] = [];
  if (sticks > 1 && windows.roaming.domainJoinFile !== null) {
    found.push({
      field: ['windows', 'roaming', 'domainJoinFile'],
      message: 'the file stands for one computer, so only one stick can be made with it',
    });
  }
  if (computerName === null || sticks < 2) return found;
  const { pattern, firstNumber } = computerName;
  if (!countsUp(pattern)) {
    found.push({
      field: ['windows', 'answers', 'computerName', 'pattern'],
      message: `several sticks can’t all be called ${pattern}; add # for a number`,
    });
    return found;
  }
  const names = Array.from({ length: sticks }, (_, at) =>
    computerNameOf(pattern, firstNumber + at),
  );
  // That the first number is too long is a conflict of the recipe itself.
  if (names[0] !== null && names.includes(null)) {
    found.push({
      field: ['windows', 'answers', 'computerName', 'pattern'],
      message: `${pattern} has too few # to count ${String(sticks)} sticks from ${String(firstNumber)}`,
    });
  }
  return found;
}

function editionConflicts(recipe: WindowsRecipe, edition: Edition): PlanConflict[] {
  const { layout, windows } = recipe;
  const found = protectEditionConflicts(recipe, edition);
  if (layout.scheme === 'mbr' && edition.architecture === 'arm64') {
    found.push({
      field: ['layout', 'scheme'],
      message: 'computers with ARM64 have no BIOS and start from a GPT only',
    });
  }
  const { language } = windows.answers;
  const { languages } = edition;
  if (language !== null && lacksLanguage(edition, language)) {
    found.push({
      field: ['windows', 'answers', 'language'],
      message: `this edition has no ${language}, only ${languages.join(', ')}`,
    });
  }
  if (windows.roaming.domainJoinFile !== null && !canJoinDomain(edition)) {
    found.push({
      field: ['windows', 'roaming', 'domainJoinFile'],
      message: `${edition.name} can’t join a domain`,
    });
  }
  return found;
}

export function canJoinDomain(edition: Edition): boolean {
  return !isHome(edition);
}

/** An image that names no languages may have any. */
export function lacksLanguage({ languages }: Edition, language: string): boolean {
  return languages.length > 0 && !languages.some((had) => sameName(had, language));
}

function inBoth(names: readonly string[], others: readonly string[]): [number, string][] {
  return names.flatMap((name, at): [number, string][] =>
    others.some((other) => sameName(other, name)) ? [[at, name]] : [],
  );
}

/** Windows compares names of apps, features and languages without regard to case. */
function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
