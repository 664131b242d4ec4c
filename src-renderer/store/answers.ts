import { type Drive, driveName, holdsData, identityOf } from '../../src-shared/drive';
import type { DriverReport } from '../../src-shared/drivers';
import type { Edition, HashVerdict, ImageInfo } from '../../src-shared/image';
import type { ImageFileTarget } from '../../src-shared/ipc';
import { OVERHEAD_BYTES } from '../../src-shared/layout';
import { type WindowsRecipe, recipeDefaults } from '../../src-shared/windows-recipe';
import type { StickPlan, Target, WindowsPlan } from '../../src-shared/plan';
import { type Protect, bitLockerPasswordProblem, isProtectedHere } from '../../src-shared/protect';
import { SECTOR, alignDown, parseSize } from '../../src-shared/units';
import { isVhdxPath, wholeDiskBytes } from '../../src-shared/vhdx';
import { type VentoyAnswers, firstVentoy, keepsFiles } from './ventoy/answers';
import type { PlanSecrets, WindowsChoices } from '../../src-shared/windows-choices';

/** The image file as a target: what was typed, and what the program found out about the path. */
export interface FileAnswer {
  chosen: boolean;
  pathText: string;
  sizeText: string;
  /** Facts about exactly `pathText`; null until the path was looked at. */
  checked: ImageFileTarget | null;
}

/** Secrets as they are typed. They are kept in memory only, and never in a recipe. */
export interface TypedSecrets {
  /** Empty for none. */
  productKey: string;
  /** One for each of `windows.roaming.wifi`; empty where a network has none, or lies in a file. */
  wifiKeys: readonly string[];
  /** For a stick that is encrypted now; empty in every other case. */
  bitLockerPassword: string;
  /** The same once more, since nobody sees what they type. */
  bitLockerPasswordAgain: string;
}

/** What was found in a driver folder, for the processor it was looked through for. */
export interface DriversFound {
  architecture: Edition['architecture'];
  report: DriverReport;
}

/** Everything the person has answered so far. Nothing else decides what is made. */
export interface Answers {
  kind: StickPlan['kind'];
  drives: Drive[];
  file: FileAnswer;
  image: ImageInfo | null;
  verdict: HashVerdict | null;
  /** Going on with an image whose hash nobody vouched for is a deliberate act. */
  goOnUnverified: boolean;
  /** Image index in the WIM, from 1. */
  edition: number | null;
  layout: WindowsRecipe['layout'];
  /** What can't be read as a size is 0, which no Windows makes do with. */
  windowsBytes: number | null;
  sharedBytes: number | 'rest';
  sharedLabel: string;
  protect: Protect;
  windows: WindowsChoices;
  driversFound: DriversFound | null;
  secrets: TypedSecrets;
  /** Unpacking straight onto the drive is chosen where the work folder lacks room. */
  way: WindowsPlan['way'];
  /** What was typed to confirm erasing, by drive name. */
  typedNames: Record<string, string>;
  /** The tick that confirms what no name can be typed for. */
  ticked: boolean;
  ventoy: VentoyAnswers;
}

export const firstAnswers: Answers = {
  kind: 'windows-to-go',
  drives: [],
  file: { chosen: false, pathText: '', sizeText: '32 GB', checked: null },
  image: null,
  verdict: null,
  goOnUnverified: false,
  edition: null,
  layout: recipeDefaults.layout,
  windowsBytes: recipeDefaults.space.windowsBytes,
  sharedBytes: recipeDefaults.space.sharedBytes,
  sharedLabel: recipeDefaults.space.sharedLabel,
  protect: recipeDefaults.protect,
  windows: recipeDefaults.windows,
  driversFound: null,
  secrets: { productKey: '', wifiKeys: [], bitLockerPassword: '', bitLockerPasswordAgain: '' },
  way: 'staged',
  typedNames: {},
  ticked: false,
  ventoy: firstVentoy,
};

/** Larger than any drive sold; keeps a slip of the finger from becoming a plan. */
const LARGEST_FILE_BYTES = 64e12;

/** The size typed for an image file, in bytes and whole sectors; null when it is not a usable size. */
export function fileBytes(file: FileAnswer): number | null {
  const bytes = parseSize(file.sizeText);
  if (bytes === undefined || bytes > LARGEST_FILE_BYTES) return null;
  const whole = alignDown(bytes, SECTOR);
  return whole > OVERHEAD_BYTES ? whole : null;
}

export function targetsOf(answers: Answers): Target[] {
  const targets: Target[] = answers.drives.map((drive) => ({
    kind: 'drive',
    identity: identityOf(drive),
    unmount: true,
  }));
  const sizeBytes = fileBytes(answers.file);
  if (answers.file.chosen && answers.file.checked !== null && sizeBytes !== null) {
    const { path } = answers.file.checked;
    targets.push({ kind: 'file', path, sizeBytes: wholeDiskBytes(path, sizeBytes) });
  }
  return targets;
}

export function hasVhdxTarget(answers: Answers): boolean {
  return targetsOf(answers).some((target) => target.kind === 'file' && isVhdxPath(target.path));
}

/** Installed Windows for a processor that starts from a stick; Setup's own images are left out. */
export function usableEditions(image: ImageInfo | null): Edition[] {
  return (image?.editions ?? []).filter(
    (edition) =>
      edition.windows && (edition.architecture === 'x64' || edition.architecture === 'arm64'),
  );
}

export function chosenEdition(answers: Answers): Edition | null {
  return usableEditions(answers.image).find((edition) => edition.index === answers.edition) ?? null;
}

/** The edition most people want: Pro where there is one, else the first. */
export function usualEdition(image: ImageInfo): number | null {
  const editions = usableEditions(image);
  const usual = editions.find((edition) => edition.editionId === 'Professional') ?? editions[0];
  return usual?.index ?? null;
}

/** Whether what is on the drives goes: only a Ventoy that is there, or is put beside, leaves it. */
export function erases({ kind, ventoy }: Answers): boolean {
  return kind === 'windows-to-go' || !keepsFiles(ventoy);
}

/**
 * Whether everything that is written is read back: on a drive, unless Windows is unpacked straight onto it; and
 * what is copied for Ventoy, always.
 */
export function readsBack({ kind, drives, way }: Answers): boolean {
  return kind === 'ventoy' || (drives.length > 0 && way === 'staged');
}

/** Names to be typed before erasing: one for each name among the drives that hold data. */
export function namesToType(answers: Answers): string[] {
  if (!erases(answers)) return [];
  return [...new Set(answers.drives.filter(holdsData).map(driveName))];
}

/** Whether something is erased, replaced or changed that no typed name stands for. */
export function tickNeeded(answers: Answers): boolean {
  const replacesFile = answers.file.chosen && answers.file.checked?.exists === true;
  return replacesFile || (answers.drives.length > 0 && namesToType(answers).length === 0);
}

export function nameMatches(name: string, typed: string | undefined): boolean {
  const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');
  return typed !== undefined && plain(typed) === plain(name);
}

export function windowsRecipeOf(answers: Answers): WindowsRecipe | null {
  const { image, verdict, edition } = answers;
  if (image === null || edition === null) return null;
  return {
    ...recipeDefaults,
    image: { path: image.path, sha256: verdict?.verdict === 'match' ? verdict.sha256 : null },
    edition: { index: edition },
    layout: answers.layout,
    space: {
      windowsBytes: answers.windowsBytes,
      sharedBytes: answers.sharedBytes,
      sharedLabel: answers.sharedLabel,
    },
    protect: answers.protect,
    windows: answers.windows,
  };
}

/** The answers that make this recipe. Secrets are asked for again: no recipe has any. */
export function withRecipe(answers: Answers, recipe: WindowsRecipe): Answers {
  return {
    ...answers,
    kind: 'windows-to-go',
    edition: recipe.edition.index,
    layout: recipe.layout,
    windowsBytes: recipe.space.windowsBytes,
    sharedBytes: recipe.space.sharedBytes,
    sharedLabel: recipe.space.sharedLabel,
    protect: recipe.protect,
    windows: recipe.windows,
    secrets: firstAnswers.secrets,
  };
}

export function windowsPlanOf(answers: Answers): WindowsPlan | null {
  const recipe = windowsRecipeOf(answers);
  const targets = targetsOf(answers);
  return recipe === null || targets.length === 0
    ? null
    : { ...recipe, targets, way: answers.way, secrets: secretsOf(answers) };
}

/** The secrets as a plan holds them: keys by the name of their network. */
export function secretsOf({ protect, windows, secrets }: Answers): PlanSecrets {
  const keys = windows.roaming.wifi.flatMap((choice, index) =>
    choice.kind === 'network' && choice.security !== 'open'
      ? [[choice.ssid, secrets.wifiKeys[index] ?? ''] as const]
      : [],
  );
  const productKey = secrets.productKey.trim().toUpperCase();
  const { bitLockerPassword } = secrets;
  const isPassword = bitLockerPasswordProblem(bitLockerPassword) === null;
  return {
    productKey: productKey === '' ? null : productKey,
    wifiKeys: Object.fromEntries(keys),
    bitLockerPassword: isProtectedHere(protect) && isPassword ? bitLockerPassword : null,
  };
}

/** The driver folder and the processor that it is to be looked through for; null when there is nothing to look for. */
export function driversWanted(
  answers: Answers,
): { folder: string; architecture: Edition['architecture'] } | null {
  const { folder } = answers.windows.drivers;
  const architecture = chosenEdition(answers)?.architecture;
  return folder === null || architecture === undefined ? null : { folder, architecture };
}

/** What is known about exactly the drivers that were chosen; null while it is not. */
export function driverReport(answers: Answers): DriverReport | null {
  const wanted = driversWanted(answers);
  const found = answers.driversFound;
  return wanted !== null &&
    found !== null &&
    found.report.folder === wanted.folder &&
    found.architecture === wanted.architecture
    ? found.report
    : null;
}

/** The hash as a person pastes it, alone or in a line of a checksum file; null when there is none. */
export function pastedHash(text: string): string | null {
  return /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/i.exec(text)?.[0].toLowerCase() ?? null;
}

/** Compares a hash that is already known with a pasted one, without reading the image again. */
export function comparePasted(sha256: string, pasted: string): HashVerdict {
  return sha256 === pasted
    ? { verdict: 'match', sha256, by: 'pasted' }
    : { verdict: 'mismatch', sha256, expected: pasted, by: 'pasted' };
}
