import { exampleRecipe } from '../../src-shared/example-recipe';
import type { StickErrorData } from '../../src-shared/errors';
import {
  countRows,
  type StationDrive,
  type StationGuard,
  type StationRow,
  type StationSeries,
  type StationState,
} from '../../src-shared/station';
import { longNamed, windows11 } from './samples';

/* Made-up series that look like real ones. */

export const series: StationSeries = {
  name: 'Loaner sticks of the library',
  recipe: {
    ...exampleRecipe,
    protect: {
      ...exampleRecipe.protect,
      ...{ recoveryFolder: '/home/mara/Documents/Keys of the loaners' },
    },
  },
  edition: 'Windows 11 Education',
  image: { path: windows11.path, sha256: '4f9a'.repeat(16), hashExpected: true },
  neededBytes: 28.6e9,
  imagePaths: [windows11.path],
  needs: { bitLockerPassword: true, wifiKeys: ['Pupils'] },
  naming: { firstNumber: 1, label: 'LOANER-##', computerName: 'LOANER-##' },
};

export const plainSeries: StationSeries = {
  ...series,
  image: { path: windows11.path, sha256: '4f9a'.repeat(16), hashExpected: false },
  needs: { bitLockerPassword: false, wifiKeys: [] },
};

const guard: StationGuard = {
  sizes: { kind: 'like-first', tolerancePercent: 10 },
  contents: 'empty',
  ports: null,
  present: [],
  limit: null,
  atOnce: 4,
};

function driveAt(index: number): StationDrive {
  const letter = 'bcdefghijklmnop'[index] ?? 'q';
  return {
    identity: {
      path: `/dev/sd${letter}`,
      sizeBytes: 57_743_769_600,
      serial: `60A44C413AE8E411B9A2${String(index).padStart(4, '0')}`,
      model: 'DataTraveler 3.0',
      bus: 'usb',
    },
    name: 'Kingston DataTraveler 3.0',
    port: `usb 1-2.${String(index + 1)}`,
  };
}

const longDrive: StationDrive = {
  identity: {
    path: longNamed.path,
    sizeBytes: longNamed.sizeBytes,
    serial: longNamed.serial,
    model: longNamed.model,
    bus: 'usb',
  },
  name: `${longNamed.vendor ?? ''} ${longNamed.model ?? ''}`,
  port: 'usb 4-1.4.4.2',
};

type Over = Extract<StationRow, { endedAt: string }>;
type Named = Extract<StationRow, { names: unknown }>;
type Common = Pick<Named, 'row' | 'drive' | 'names'>;

function common(row: number): Common {
  const name = `LOANER-${String(row).padStart(2, '0')}`;
  return { row, drive: driveAt(row - 1), names: { number: row, label: name, computerName: name } };
}

const over = (row: number): Pick<Over, 'endedAt' | 'recordId'> => ({
  endedAt: `2026-03-01T10:${String(row + 20)}:30.000Z`,
  recordId: `0b8f1c52-6d0e-4f3a-9a44-${String(row).padStart(12, '0')}`,
});

export const looking = (row: number): StationRow => ({
  state: 'looking',
  row,
  drive: driveAt(row - 1),
});

export const waiting = (row: number): Named => ({ state: 'waiting', ...common(row) });

export function working(row: number, overall: number): Named {
  const phase = overall < 0.5 ? 'writing' : 'verifying';
  const totalBytes = 19_702_345_728;
  return {
    state: 'working',
    ...common(row),
    ...{ phase, overall, totalBytes, doneBytes: Math.round(totalBytes * overall) },
    ...{ bytesPerSecond: 82.4e6, secondsLeft: Math.round(480 * (1 - overall)) },
  };
}

export const finished = (row: number): Named => ({
  state: 'finished',
  ...common(row),
  ...over(row),
  seconds: 492,
});

export const pulled = (row: number): Named => ({
  state: 'pulled',
  ...common(row),
  ...over(row),
  seconds: 505,
});

const worn: StickErrorData = {
  code: 'verify/mismatch',
  params: { target: '/dev/sdc', offset: 7_340_032, cause: 'the drive has worn out there' },
  stick: 'unfinished',
};

export const faulty = (row: number): Named => ({
  state: 'failed',
  ...common(row),
  ...over(row),
  error: worn,
  plugged: true,
  advice: 'bin',
});

export const gone = (row: number): Named => ({
  state: 'failed',
  ...common(row),
  ...over(row),
  error: { code: 'target/vanished', params: { target: '/dev/sdd' }, stick: 'unfinished' },
  plugged: false,
  advice: 'retry',
});

export const cancelled = (row: number): Named => ({
  state: 'cancelled',
  ...common(row),
  ...over(row),
  error: { code: 'cancelled', params: {}, stick: 'unfinished' },
  plugged: true,
});

export const binned = (row: number): Named => ({
  state: 'binned',
  ...common(row),
  ...over(row),
  error: worn,
  plugged: false,
});

/** The same on a drive with a name that is too long for its row, with names that are as long as they can be. */
export function longNamedRow(sample: Named): StationRow {
  const digits = String(sample.row).padStart(2, '0');
  const names = { label: `SCHULUNG-${digits}`, computerName: `SCHULUNGSRAUM${digits}` };
  return { ...sample, drive: longDrive, names: { ...sample.names, ...names } };
}

/** Every reason for which a drive is left alone. */
export const refused = (first: number): StationRow[] => {
  const refusals: Extract<StationRow, { state: 'refused' }>['refusal'][] = [
    { why: 'unsuitable', reasons: ['read-only', 'too-small'] },
    { why: 'size', smallestBytes: 52e9, largestBytes: 63.5e9 },
    { why: 'port' },
    { why: 'not-empty', what: 'files on /dev/sdj1' },
    { why: 'made-already', number: 3 },
    { why: 'binned' },
    {
      why: 'unreadable',
      error: { code: 'permission/denied', params: { path: '/dev/sdl' }, stick: 'untouched' },
    },
  ];
  return refusals.map((refusal, index) => ({
    state: 'refused',
    row: first + index,
    drive: index === 1 ? longDrive : driveAt(first + index - 1),
    refusal,
  }));
};

type Running = Extract<StationState, { state: 'running' }>;

export function running(rows: StationRow[], change: Partial<Running> = {}): Running {
  return {
    state: 'running',
    ...{ series, guard, naming: series.naming, rows, counts: countRows(rows) },
    preparing: null,
    sizes: rows.length === 0 ? null : { smallestBytes: 51.9e9, largestBytes: 63.5e9 },
    paused: false,
    ...change,
  };
}

export const limited: StationGuard = { ...guard, limit: 12 };

export function stopping(rows: StationRow[], how: 'finish' | 'cancel'): StationState {
  const begun = running(rows);
  return {
    state: 'stopping',
    how,
    ...{ series, guard, naming: series.naming, rows, counts: begun.counts },
  };
}

export function ended(
  rows: StationRow[],
  error: StickErrorData | null = null,
  of: StationGuard = guard,
): StationState {
  const { counts } = running(rows);
  return { state: 'ended', series, guard: of, naming: series.naming, rows, counts, error };
}
