import { computerNameOf, computerNameProblem } from '../../../src-shared/computer-name';
import { type DriveIdentity, type JudgedDrive, identityOf } from '../../../src-shared/drive';
import {
  STATION_AT_ONCE,
  STATION_TOLERANCE,
  StationGuardSchema,
  type StationGuard,
  type StationNames,
  type StationNaming,
  type StationSeries,
} from '../../../src-shared/station';
import type { Recipe } from '../../../src-shared/plan';
import { isVentoyExfatLabel } from '../../../src-shared/ventoy-conflicts';
import { ExfatLabelSchema } from '../../../src-shared/volume-label';
import type { PlanSecrets } from '../../../src-shared/windows-choices';
import { WifiKeySchema } from '../../../src-shared/wifi-key';
import { fromGigabytes, inGigabytes } from '../../components/gigabytes';
import { type PasswordProblem, type TypedPassword, passwordProblem } from '../protect';
import { identityKey } from '../wizard';

/** What a person answers before a series begins, as typed and ticked. */
export interface StationDraft {
  /** `recipe`: what is made, and its secrets. `confirm`: names, drives, and the one confirmation. */
  screen: 'recipe' | 'confirm';
  /** From the wizard's answers, which may have one; null for none. */
  productKey: string | null;
  password: TypedPassword;
  /** By the SSID of their network. */
  wifiKeys: Record<string, string>;
  label: string;
  computerName: string;
  firstNumber: string;
  sizes: StationGuard['sizes']['kind'];
  /** In GB. */
  smallest: string;
  /** In GB. */
  largest: string;
  contents: StationGuard['contents'];
  /** Null for any. */
  ports: readonly string[] | null;
  /** Ports that a drive was seen in while the series is prepared. */
  portsSeen: readonly string[];
  /** `identityKey` of drives that are there already and belong to the series. */
  present: readonly string[];
  /** Empty for no end. */
  limit: string;
  atOnce: string;
  ticked: boolean;
  typedWord: string;
}

/** A change of these says something else than what was confirmed. */
export type StationRules = Omit<
  StationDraft,
  'screen' | 'productKey' | 'password' | 'wifiKeys' | 'portsSeen' | 'ticked' | 'typedWord'
>;

export type StationProblem =
  | PasswordProblem
  | 'network-key'
  | 'label'
  | 'ventoy-label-exfat'
  | 'computer-name'
  | 'first-number'
  | 'number-too-long'
  | 'sizes-missing'
  | 'sizes-order'
  | 'sizes-needed'
  | 'ports'
  | 'limit'
  | 'at-once'
  | 'not-confirmed';

/** The secrets that were typed in the wizard already are a start. */
export function firstDraft(
  series: StationSeries,
  typed: PlanSecrets,
  locale: string,
): StationDraft {
  const password = typed.bitLockerPassword ?? '';
  const { naming } = series;
  return {
    screen: 'recipe',
    productKey: typed.productKey,
    password: { password, again: password },
    wifiKeys: Object.fromEntries(
      series.needs.wifiKeys.map((ssid) => [ssid, typed.wifiKeys[ssid] ?? '']),
    ),
    label: naming.label ?? '',
    computerName: naming.computerName ?? '',
    firstNumber: String(naming.firstNumber),
    sizes: 'like-first',
    smallest: inGigabytes(Math.ceil(series.neededBytes / 1e8) * 1e8, locale),
    largest: '',
    contents: 'empty',
    ports: null,
    portsSeen: [],
    present: [],
    limit: '',
    atOnce: String(STATION_AT_ONCE.usual),
    ticked: false,
    typedWord: '',
  };
}

/** Drives with files are taken only in sizes that a person named: the first one plugged in must not decide what is erased. */
export function withRules(draft: StationDraft, change: Partial<StationRules>): StationDraft {
  const changed = { ...draft, ...change, ticked: false, typedWord: '' };
  return changed.contents === 'any' ? { ...changed, sizes: 'between' } : changed;
}

/** The secrets that the series needs, as a plan holds them. */
export function secretsOfDraft(draft: StationDraft, series: StationSeries): PlanSecrets {
  const { bitLockerPassword } = series.needs;
  return {
    productKey: draft.productKey,
    wifiKeys: draft.wifiKeys,
    bitLockerPassword: bitLockerPassword ? draft.password.password : null,
  };
}

export function namingOf(draft: StationDraft): StationNaming {
  return {
    firstNumber: numberIn(draft.firstNumber) ?? 0,
    label: orNull(draft.label),
    computerName: orNull(draft.computerName),
  };
}

/** What the stick of a number is called; null where its number has more digits than a pattern. */
export function namesOf(
  { label, computerName }: StationNaming,
  number: number,
): StationNames | null {
  const labelled = label === null ? null : computerNameOf(label, number);
  const named = computerName === null ? null : computerNameOf(computerName, number);
  const isTooLong =
    (label !== null && labelled === null) || (computerName !== null && named === null);
  return isTooLong ? null : { number, label: labelled, computerName: named };
}

/** What a person confirms; null while it isn't whole. */
export function guardOf(draft: StationDraft, drives: readonly JudgedDrive[]): StationGuard | null {
  const parsed = StationGuardSchema.safeParse({
    sizes: sizesOf(draft),
    contents: draft.contents,
    ports: draft.ports,
    present: presentIn(draft, drives),
    limit: draft.limit.trim() === '' ? null : numberIn(draft.limit),
    atOnce: numberIn(draft.atOnce),
  });
  return parsed.success ? parsed.data : null;
}

/** Drives that are plugged in, belong to the series, and could be made. */
export function presentIn(
  { present }: StationDraft,
  drives: readonly JudgedDrive[],
): DriveIdentity[] {
  return drives
    .filter(({ drive, reasons }) => reasons.length === 0 && present.includes(identityKey(drive)))
    .map(({ drive }) => identityOf(drive));
}

/** What is still missing or wrong about the secrets. */
export function secretsProblem(draft: StationDraft, series: StationSeries): StationProblem | null {
  const wrongKey = series.needs.wifiKeys.some(
    (ssid) => !WifiKeySchema.safeParse(draft.wifiKeys[ssid]).success,
  );
  const password = series.needs.bitLockerPassword ? passwordProblem(draft.password) : null;
  return password ?? (wrongKey ? 'network-key' : null);
}

/** What is still missing or wrong before the series may begin; `word` is what has to be typed. */
export function seriesProblem(
  draft: StationDraft,
  series: StationSeries,
  word: string,
): StationProblem | null {
  return (
    secretsProblem(draft, series) ??
    nameProblem(draft, series) ??
    sizesProblem(draft, series) ??
    (draft.ports?.length === 0 ? 'ports' : null) ??
    countProblem(draft) ??
    (isConfirmed(draft, word) ? null : 'not-confirmed')
  );
}

/** Why the names do not do yet. */
export function nameProblem(
  draft: StationDraft,
  { recipe }: Pick<StationSeries, 'recipe'>,
): StationProblem | null {
  const naming = namingOf(draft);
  if (!ExfatLabelSchema.safeParse(draft.label.trim()).success) return 'label';
  if (naming.label !== null && !ventoyTakes(naming.label, recipe)) return 'ventoy-label-exfat';
  if (naming.computerName !== null && computerNameProblem(naming.computerName) !== null) {
    return 'computer-name';
  }
  const first = numberIn(draft.firstNumber);
  if (first === null || first > 999_999) return 'first-number';
  const last = first + (numberIn(draft.limit) ?? 1) - 1;
  return namesOf(naming, Math.max(first, last)) === null ? 'number-too-long' : null;
}

/** Whether Ventoy's own program would give that name to a stick; true of a recipe that has it give none. */
function ventoyTakes(label: string, recipe: Recipe): boolean {
  if (recipe.kind !== 'ventoy') return true;
  const { install } = recipe;
  return install.way !== 'erase' || install.fileSystem !== 'exfat' || isVentoyExfatLabel(label);
}

/** Why the sizes do not do yet. */
export function sizesProblem(draft: StationDraft, series: StationSeries): StationProblem | null {
  const sizes = sizesOf(draft);
  if (sizes === null) return 'sizes-missing';
  if (sizes.kind === 'like-first') return null;
  if (sizes.smallestBytes > sizes.largestBytes) return 'sizes-order';
  return sizes.largestBytes < series.neededBytes ? 'sizes-needed' : null;
}

/** Why the numbers of sticks do not do. */
export function countProblem({ limit, atOnce }: StationDraft): StationProblem | null {
  const { shape } = StationGuardSchema;
  const sticks = limit.trim() === '' ? null : (numberIn(limit) ?? Number.NaN);
  if (!shape.limit.safeParse(sticks).success) return 'limit';
  return shape.atOnce.safeParse(numberIn(atOnce)).success ? null : 'at-once';
}

/** Erasing drives with files on them takes a typed word as well. */
function isConfirmed({ ticked, contents, typedWord }: StationDraft, word: string): boolean {
  const isTyped = typedWord.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  return ticked && (contents === 'empty' || isTyped);
}

/** Null while a size is missing, or is none. */
function sizesOf({ sizes, smallest, largest }: StationDraft): StationGuard['sizes'] | null {
  if (sizes === 'like-first') {
    return { kind: 'like-first', tolerancePercent: STATION_TOLERANCE.usual };
  }
  const smallestBytes = Math.round(fromGigabytes(smallest) ?? 0);
  const largestBytes = Math.round(fromGigabytes(largest) ?? 0);
  return smallestBytes > 0 && largestBytes > 0
    ? { kind: 'between', smallestBytes, largestBytes }
    : null;
}

function numberIn(text: string): number | null {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null;
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
