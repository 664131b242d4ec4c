import type { StickId } from '../../../src-shared/diary';
import {
  driveName,
  identityOf,
  type Drive,
  type DriveIdentity,
  type DriveReason,
  type JudgedDrive,
} from '../../../src-shared/drive';
import { StickError, stickError, toStickError } from '../../../src-shared/errors';
import type { Report } from '../../../src-shared/job';
import type { RecordId } from '../../../src-shared/records';
import {
  countRows,
  type StationDrive,
  type StationGuard,
  type StationNames,
  type StationNaming,
  type StationProgress,
  type StationRefusal,
  type StationRow,
  type StationSeries,
  type StationState,
  type StationStop,
} from '../../../src-shared/station';
import { nextNumber, stationNames } from '../../../src-shared/station-names';
import { adviceFor } from './advice';
import type { MadeStick, StickMaker } from './stick-maker';

/** What was found on a drive that was plugged in. */
export interface Examined {
  /** What would be lost, as `contentsOf` says; null for an empty drive. */
  contents: string | null;
  stickId: StickId | null;
}

/** How a stick of a series ended: the one place where that is known. */
export interface StickEnd {
  drive: StationDrive;
  names: StationNames;
  startedAt: string;
  finishedAt: string;
  outcome:
    { state: 'finished'; report: Report } | { state: 'failed' | 'cancelled'; error: StickError };
}

/** What a station works with. */
export interface StationParts {
  maker: StickMaker;
  /** Reads what is on a drive and changes nothing. */
  examine(identity: DriveIdentity, signal: AbortSignal): Promise<Examined>;
  /** Has `look` called with what is plugged in now. */
  lookAgain(): Promise<void>;
  now(): Date;
  /** For the record of the next stick; null where none can be kept. */
  newRecordId(): RecordId | null;
  onState(state: StationState): void;
  onEnd(end: StickEnd): void;
}

/** What somebody confirmed. */
export interface Confirmed {
  series: StationSeries;
  guard: StationGuard;
  naming: StationNaming;
}

/** Bytes. */
interface Bounds {
  smallestBytes: number;
  largestBytes: number;
}
type EndedRow = Extract<StationRow, { state: 'failed' | 'cancelled' }>;

/** A row, and what only the station knows of it. */
interface Entry {
  row: StationRow;
  /** The plugging in of the drive that it is about; null once that was pulled. */
  plugging: string | null;
  abort: AbortController;
  startedAt: Date | null;
  /** Of the try that is under way, or was the last. */
  recordId: RecordId | null;
  /** How it ended before it was tried again. */
  before: EndedRow | null;
  /** What lies on the drive was put there by this station, and it wasn't pulled since. */
  isOwn: boolean;
  /** A person wants it although it was made before, or put aside. */
  isWanted: boolean;
  /** What may be erased by writing although the series takes only empty drives. */
  mayHoldFiles: boolean;
}

/** What is no stick in anybody's eyes; such drives come and go without a word. */
const NO_STICK: readonly DriveReason[] = ['system', 'not-removable', 'loop', 'virtual'];

/**
 * Makes a stick of every suitable drive that is plugged in, as was confirmed. It learns of drives by `look` and touches only those
 * that came while it ran, or were ticked. Whatever becomes of a drive is its row's alone.
 */
export class Station {
  private readonly entries: Entry[] = [];
  /** Drives that are left alone until they are pulled. */
  private readonly leftAlone = new Set<string>();
  /** Numbers of the sticks that were made, by what is on them and by drive. */
  private readonly made = new Map<StickId, number>();
  private readonly madeDrives = new Map<string, number>();
  private readonly binnedDrives = new Set<string>();
  private readonly preparing = new AbortController();
  private progress: StationProgress | null = { ...nothingDone };
  private bounds: Bounds | null;
  private hasBegun = false;
  private paused = false;
  private phase: 'running' | StationStop | 'ended' = 'running';
  private error: StickError | null = null;
  private rows = 0;
  private settle: () => void = () => undefined;
  /** Settles when nothing is done any more and everything was given back. */
  readonly ended = new Promise<void>((resolve) => {
    this.settle = resolve;
  });

  constructor(
    private readonly confirmed: Confirmed,
    private readonly parts: StationParts,
  ) {
    const { sizes } = confirmed.guard;
    this.bounds = sizes.kind === 'between' ? boundsOf(sizes, confirmed.series.neededBytes) : null;
  }

  /** Does what all sticks share; drives that come meanwhile wait. `there`: what is plugged in before anything was confirmed. */
  async begin(there: readonly JudgedDrive[]): Promise<void> {
    const ticked = this.confirmed.guard.present.map(markOf);
    for (const { drive } of there) {
      if (!ticked.includes(markOf(identityOf(drive)))) this.leftAlone.add(pluggingOf(drive));
    }
    this.hasBegun = true;
    this.look(there);
    try {
      await this.parts.maker.prepare({
        signal: this.preparing.signal,
        onProgress: (progress) => {
          this.progress = progress;
          this.tell();
        },
      });
      this.progress = null;
      this.startWaiting();
      this.tell();
    } catch (thrown) {
      this.progress = null;
      const error = toStickError(thrown);
      this.endWith(error.code === 'cancelled' ? null : error);
    }
    this.endIfIdle();
  }

  get state(): StationState {
    const rows = this.entries.map(({ row }) => row);
    const common = { ...this.confirmed, rows, counts: countRows(rows) };
    if (this.phase === 'ended') {
      return { state: 'ended', ...common, error: this.error?.toData() ?? null };
    }
    if (this.phase !== 'running') return { state: 'stopping', ...common, how: this.phase };
    const { progress: preparing, bounds: sizes, paused } = this;
    return { state: 'running', ...common, preparing, sizes, paused };
  }

  /** Drives that are plugged in now, with what speaks against each. */
  look(drives: readonly JudgedDrive[]): void {
    if (!this.hasBegun || this.phase === 'ended') return;
    const there = new Map(drives.map((judged) => [pluggingOf(judged.drive), judged]));
    for (const plugging of this.leftAlone)
      if (!there.has(plugging)) this.leftAlone.delete(plugging);
    for (const entry of [...this.entries]) {
      if (entry.plugging !== null && !there.has(entry.plugging)) this.pulled(entry);
    }
    if (this.phase === 'running') {
      for (const [plugging, judged] of there) {
        const isKnown = this.entries.some((entry) => entry.plugging === plugging);
        if (!isKnown && !this.leftAlone.has(plugging)) this.pluggedIn(plugging, judged);
      }
      this.startWaiting();
    }
    this.tell();
  }

  pause(paused: boolean): void {
    this.paused = paused;
    this.startWaiting();
    this.tell();
  }

  /** Ends the series; `cancel` breaks off what is under way. The second time only `cancel` after `finish` does anything. */
  stop(how: StationStop): void {
    if (this.phase === 'ended' || this.phase === 'cancel') return;
    this.phase = how;
    this.preparing.abort();
    for (const entry of [...this.entries]) {
      const { state } = entry.row;
      if (state === 'looking' || state === 'waiting') this.giveUp(entry);
      if (state === 'working' && how === 'cancel') entry.abort.abort();
    }
    this.tell();
    this.endIfIdle();
  }

  /** Throws `usage` for a row that can't be tried again. */
  retry(number: number): void {
    const entry = this.entryOf(number);
    const { row } = entry;
    if (this.phase !== 'running') throw notNow('The series has ended');
    if (entry.plugging === null) throw notNow('The drive isn’t plugged in');
    if (row.state === 'failed' || row.state === 'cancelled') {
      entry.before = row;
    } else if (
      row.state === 'refused' &&
      (row.refusal.why === 'made-already' || row.refusal.why === 'binned')
    ) {
      entry.isWanted = true;
    } else throw notNow('There is nothing to try again');
    this.lookInto(entry);
    this.tell();
  }

  /** Throws `usage` for a row that neither waits nor is under way. */
  cancel(number: number): void {
    const entry = this.entryOf(number);
    const { row } = entry;
    if (row.state === 'working') entry.abort.abort();
    else if (row.state === 'waiting') this.fail(entry, row.names, stickError('cancelled', {}));
    else throw notNow('There is nothing to break off');
    this.tell();
  }

  /** Throws `usage` for a row that neither failed nor was cancelled. */
  bin(number: number): void {
    const entry = this.entryOf(number);
    const { row } = entry;
    if (row.state !== 'failed' && row.state !== 'cancelled') {
      throw notNow('Only a drive whose stick failed can be put aside');
    }
    const key = keyOf(row.drive.identity);
    if (key !== null) this.binnedDrives.add(key);
    const { drive, names, error, plugged, endedAt, recordId } = row;
    const common = { row: row.row, drive, names, endedAt, recordId };
    entry.row = { state: 'binned', ...common, error, plugged };
    this.tell();
  }

  private pluggedIn(plugging: string, { drive, reasons }: JudgedDrive): void {
    // A loop device may be anybody's who tests something on this computer: its port has to be named.
    const isSomebodys = drive.bus === 'loop' && this.confirmed.guard.ports === null;
    if (isSomebodys || reasons.some((reason) => NO_STICK.includes(reason))) {
      this.leftAlone.add(plugging);
      return;
    }
    const identity = identityOf(drive);
    const key = keyOf(identity);
    const back = this.entries.filter(
      ({ row, plugging: other }) =>
        (row.state === 'failed' || row.state === 'cancelled') &&
        other === null &&
        key !== null &&
        keyOf(row.drive.identity) === key,
    );
    const [entry] = back;
    const about = { identity, name: driveName(drive), port: drive.port ?? null };
    if (entry && back.length === 1 && isEnded(entry.row)) {
      entry.plugging = plugging;
      entry.row = { ...entry.row, drive: about, plugged: true };
      return;
    }
    this.rows += 1;
    const newcomer: Entry = {
      row: { state: 'looking', row: this.rows, drive: about },
      plugging,
      abort: new AbortController(),
      startedAt: null,
      recordId: null,
      before: null,
      isOwn: false,
      isWanted: false,
      mayHoldFiles: false,
    };
    this.entries.push(newcomer);
    const refusal = this.refusalOf(about, reasons);
    if (refusal) this.refuse(newcomer, refusal);
    else if (key !== null && this.binnedDrives.has(key)) this.refuse(newcomer, { why: 'binned' });
    else this.lookInto(newcomer);
  }

  /** What can be told without looking at what is on it. */
  private refusalOf(
    { identity, port }: StationDrive,
    reasons: readonly DriveReason[],
  ): StationRefusal | null {
    const { ports } = this.confirmed.guard;
    if (reasons.length > 0) return { why: 'unsuitable', reasons: [...reasons] };
    if (ports !== null && (port === null || !ports.includes(port))) return { why: 'port' };
    return this.sizeRefusal(identity.sizeBytes);
  }

  private sizeRefusal(bytes: number): StationRefusal | null {
    if (!this.bounds) return null;
    const { smallestBytes, largestBytes } = this.bounds;
    if (bytes >= smallestBytes && bytes <= largestBytes) return null;
    return { why: 'size', smallestBytes, largestBytes };
  }

  private lookInto(entry: Entry): void {
    const { row } = entry;
    const abort = new AbortController();
    entry.abort = abort;
    entry.row = { state: 'looking', row: row.row, drive: row.drive };
    this.parts.examine(row.drive.identity, abort.signal).then(
      (found) => {
        if (abort.signal.aborted) return;
        this.admit(entry, found);
        this.startWaiting();
        this.tell();
      },
      (thrown: unknown) => {
        if (abort.signal.aborted) return;
        this.refuse(entry, { why: 'unreadable', error: toStickError(thrown).toData() });
        this.tell();
      },
    );
  }

  private admit(entry: Entry, { contents, stickId }: Examined): void {
    const { guard } = this.confirmed;
    const { identity } = entry.row.drive;
    const key = keyOf(identity);
    const byContent = stickId === null ? undefined : this.made.get(stickId);
    // An empty one is a twin of the same serial number, or was emptied since: nothing of the stick is left.
    const byDrive = key === null || contents === null ? undefined : this.madeDrives.get(key);
    const number = byContent ?? byDrive;
    if (number !== undefined && !entry.isWanted) {
      this.refuse(entry, { why: 'made-already', number });
      return;
    }
    const isKnownContent = entry.isOwn || byContent !== undefined;
    entry.mayHoldFiles = guard.contents === 'any' || isKnownContent;
    if (contents !== null && !entry.mayHoldFiles) {
      this.refuse(entry, { why: 'not-empty', what: contents });
      return;
    }
    const size = this.sizeRefusal(identity.sizeBytes);
    if (size) {
      this.refuse(entry, size);
      return;
    }
    const names = entry.before?.names ?? this.namesAgain(byContent) ?? this.newNames();
    if (!names) {
      this.giveUp(entry);
      this.endWith(noMoreNames());
      return;
    }
    this.bounds ??= this.boundsLike(identity.sizeBytes);
    entry.isWanted = false;
    entry.row = { state: 'waiting', row: entry.row.row, drive: entry.row.drive, names };
  }

  /** Of a stick that is made again: its earlier row gives way. */
  private namesAgain(number: number | undefined): StationNames | null {
    if (number === undefined) return null;
    const earlier = this.entries.find(
      ({ row }) => row.state === 'pulled' && row.names.number === number,
    );
    if (earlier?.row.state !== 'pulled') return null;
    this.entries.splice(this.entries.indexOf(earlier), 1);
    return earlier.row.names;
  }

  private newNames(): StationNames | null {
    const { naming } = this.confirmed;
    const taken = this.entries.flatMap(({ row, before }) =>
      'names' in row && row.state !== 'binned'
        ? [row.names.number]
        : before
          ? [before.names.number]
          : [],
    );
    return stationNames(naming, nextNumber(naming.firstNumber, new Set(taken)));
  }

  private boundsLike(bytes: number): Bounds | null {
    const { guard, series } = this.confirmed;
    if (guard.sizes.kind !== 'like-first') return null;
    const share = guard.sizes.tolerancePercent / 100;
    const smallestBytes = Math.ceil(bytes * (1 - share));
    const largestBytes = Math.floor(bytes * (1 + share));
    return boundsOf({ smallestBytes, largestBytes }, series.neededBytes);
  }

  /** Begins as many of those that wait as there may be at once. */
  private startWaiting(): void {
    const { atOnce, limit } = this.confirmed.guard;
    while (this.phase === 'running' && this.progress === null && !this.paused) {
      const { working, finished } = countRows(this.entries.map(({ row }) => row));
      const isFull = working >= atOnce || (limit !== null && working + finished >= limit);
      const next = this.entries.find(({ row }) => row.state === 'waiting');
      if (isFull || !next) return;
      this.make(next);
    }
  }

  private make(entry: Entry): void {
    const { row, mayHoldFiles } = entry;
    if (row.state !== 'waiting') return;
    const { names, drive } = row;
    const common = { row: row.row, drive, names };
    const abort = new AbortController();
    entry.abort = abort;
    entry.startedAt = this.parts.now();
    entry.recordId = this.parts.newRecordId();
    entry.row = { state: 'working', ...common, ...nothingMade };
    this.parts.maker
      .make(
        { identity: drive.identity, names, recordId: entry.recordId, mayHoldFiles },
        {
          signal: abort.signal,
          onProgress: ({ target: _, state: __, error: ___, ...progress }) => {
            if (entry.row.state !== 'working') return;
            entry.row = { state: 'working', ...common, ...progress };
            this.tell();
          },
        },
      )
      .then(
        (made) => {
          this.finish(entry, names, made);
        },
        async (thrown: unknown) => {
          // Only now is it known whether the drive is still there.
          await this.parts.lookAgain().catch(() => undefined);
          this.fail(entry, names, toStickError(thrown));
        },
      )
      .finally(() => {
        this.startWaiting();
        this.tell();
        this.endIfIdle();
      });
  }

  private finish(entry: Entry, names: StationNames, { report, stickId }: MadeStick): void {
    const { row, drive } = entry.row;
    const key = keyOf(drive.identity);
    if (stickId !== null) this.made.set(stickId, names.number);
    if (key !== null) this.madeDrives.set(key, names.number);
    const seconds = this.secondsOf(entry);
    const state = entry.plugging === null ? 'pulled' : 'finished';
    const { recordId } = entry;
    const endedAt = this.parts.now().toISOString();
    entry.row = { state, row, drive, names, seconds, endedAt, recordId };
    entry.before = null;
    this.tellEnd(entry, names, endedAt, { state: 'finished', report });
    const { limit } = this.confirmed.guard;
    const { finished } = countRows(this.entries.map((each) => each.row));
    if (limit !== null && finished >= limit) this.stop('finish');
  }

  private fail(entry: Entry, names: StationNames, error: StickError): void {
    const { row, drive } = entry.row;
    const plugged = entry.plugging !== null;
    const { recordId } = entry;
    const endedAt = this.parts.now().toISOString();
    const common = { row, drive, names, error: error.toData(), plugged, endedAt, recordId };
    // Somebody may have cancelled a stick that failed by itself at that moment.
    const isCancelled = error.code === 'cancelled';
    entry.row = isCancelled
      ? { state: 'cancelled', ...common }
      : { state: 'failed', ...common, advice: adviceFor(error, drive.identity, plugged) };
    entry.before = null;
    entry.isOwn = plugged && (entry.isOwn || error.stick !== 'untouched');
    if (entry.startedAt) {
      this.tellEnd(entry, names, endedAt, { state: isCancelled ? 'cancelled' : 'failed', error });
    }
    // Every other stick would get the same.
    if (error.code === 'work/damaged') this.endWith(error);
  }

  private refuse(entry: Entry, refusal: StationRefusal): void {
    const { row, drive } = entry.row;
    entry.isWanted = false;
    if (entry.before) {
      // It has a number, and what happened to it still counts.
      const plugged = entry.plugging !== null;
      entry.row = { ...entry.before, error: refusedAgain(drive, refusal).toData(), plugged };
      entry.before = null;
      return;
    }
    entry.row = { state: 'refused', row, drive, refusal };
  }

  private pulled(entry: Entry): void {
    const { row } = entry;
    entry.plugging = null;
    entry.isOwn = false;
    switch (row.state) {
      case 'looking':
      case 'refused':
      case 'waiting':
        this.giveUp(entry);
        return;
      case 'working':
        // Writing to it fails by itself, and says what that means for the stick.
        return;
      case 'finished':
        entry.row = { ...row, state: 'pulled' };
        return;
      case 'failed':
      case 'cancelled':
      case 'binned':
        entry.row = { ...row, plugged: false };
        return;
      case 'pulled':
        return;
    }
  }

  /** Nothing is done with it; what it was before its last try it is again. */
  private giveUp(entry: Entry): void {
    entry.abort.abort();
    if (entry.before) {
      entry.row = { ...entry.before, plugged: entry.plugging !== null };
      entry.before = null;
      return;
    }
    this.entries.splice(this.entries.indexOf(entry), 1);
    if (entry.plugging !== null) this.leftAlone.add(entry.plugging);
  }

  private endWith(error: StickError | null): void {
    this.error ??= error;
    this.stop('finish');
  }

  private endIfIdle(): void {
    const isBusy = this.entries.some(({ row }) => row.state === 'working');
    if (this.phase === 'running' || this.phase === 'ended' || isBusy || this.progress) return;
    this.phase = 'ended';
    void this.parts.maker.close().finally(() => {
      this.tell();
      this.settle();
    });
  }

  private tellEnd(
    entry: Entry,
    names: StationNames,
    finishedAt: string,
    outcome: StickEnd['outcome'],
  ): void {
    const startedAt = entry.startedAt?.toISOString() ?? finishedAt;
    this.parts.onEnd({ drive: entry.row.drive, names, outcome, startedAt, finishedAt });
    entry.startedAt = null;
  }

  private secondsOf({ startedAt }: Entry): number {
    return startedAt ? (this.parts.now().getTime() - startedAt.getTime()) / 1000 : 0;
  }

  private entryOf(number: number): Entry {
    const entry = this.entries.find(({ row }) => row.row === number);
    if (!entry) throw notNow(`There is no row ${String(number)}`);
    return entry;
  }

  private tell(): void {
    this.parts.onState(this.state);
  }
}

const nothingDone: StationProgress = {
  phase: 'preparing',
  doneBytes: 0,
  totalBytes: 0,
  secondsLeft: null,
};

const nothingMade = {
  phase: null,
  doneBytes: 0,
  totalBytes: 0,
  bytesPerSecond: null,
  overall: 0,
  secondsLeft: null,
};

function isEnded(row: StationRow): row is EndedRow {
  return row.state === 'failed' || row.state === 'cancelled';
}

function boundsOf({ smallestBytes, largestBytes }: Bounds, neededBytes: number): Bounds {
  return { smallestBytes: Math.max(smallestBytes, neededBytes), largestBytes };
}

/** One time of plugging a drive in. */
function pluggingOf(drive: Drive): string {
  const { attachment = null, deviceNumbers } = drive;
  return JSON.stringify([markOf(identityOf(drive)), attachment, deviceNumbers[0] ?? null]);
}

function markOf({ path, sizeBytes, serial, model, bus }: DriveIdentity): string {
  return JSON.stringify([path, sizeBytes, serial, model, bus]);
}

/** By what a drive is known again wherever it is plugged in. Null for one without a serial number: it is like others of its kind. */
function keyOf({ sizeBytes, serial, model, bus }: DriveIdentity): string | null {
  return serial === null ? null : JSON.stringify([sizeBytes, serial, model, bus]);
}

function notNow(message: string): StickError {
  return stickError('usage', { message });
}

function noMoreNames(): StickError {
  return stickError('plan/invalid', { message: 'the names have no room for a larger number' });
}

/** Why a stick that failed can't be tried again. */
function refusedAgain({ identity }: StationDrive, refusal: StationRefusal): StickError {
  const target = identity.path;
  switch (refusal.why) {
    case 'not-empty':
      return stickError('target/not-empty', { target, what: refusal.what });
    case 'unreadable':
      return new StickError(refusal.error);
    default:
      return stickError('target/refused', { target, reasons: refusal.why });
  }
}
