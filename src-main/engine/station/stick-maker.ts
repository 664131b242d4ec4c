import type { StickId } from '../../../src-shared/diary';
import type { DriveIdentity } from '../../../src-shared/drive';
import type { Report, TargetProgress } from '../../../src-shared/job';
import type { StationNames, StationNaming, StationSeries } from '../../../src-shared/station';
import type { RecordId } from '../../../src-shared/records';
import type { MakeTools } from '../job';
import type { MakeRecording } from '../records';
import type { OpeningRunning } from './opening';
import type { PlanSecrets } from '../../../src-shared/windows-choices';

/** What a series needs. */
export interface StationTools extends MakeTools {
  /** Where the record of each stick goes; null where none can be kept. */
  recording: MakeRecording | null;
}

/** A recipe that was held against its image. */
export interface OpenedRecipe {
  series: StationSeries;
  /**
   * What makes its sticks; nothing is done yet. `smallestBytes`: of the drives that there will be. Throws `plan/invalid` for names that
   * can't be, `wifi/invalid` and `bitlocker/password` for what is missing.
   */
  maker(chosen: { naming: StationNaming; secrets: PlanSecrets; smallestBytes: number }): StickMaker;
}

/** Makes the sticks of a series, any number of them at the same time. */
export interface StickMaker {
  /** Does what all sticks share; before the first is made. Throws what that does, and `cancelled`. */
  prepare(running: OpeningRunning): Promise<void>;
  /** Throws a StickError that says the state of the stick. */
  make(stick: StickToMake, running: MakingRunning): Promise<MadeStick>;
  /** Gives back what all sticks shared; once none is being made. Never fails. */
  close(): Promise<void>;
}

export interface MakingRunning {
  signal: AbortSignal;
  onProgress: (progress: TargetProgress) => void;
}

export interface StickToMake {
  identity: DriveIdentity;
  names: StationNames;
  /** What its record shall be known by; null where none is kept. */
  recordId: RecordId | null;
  /** Otherwise it is looked at once more when it is held, before its first byte is changed. */
  mayHoldFiles: boolean;
}

export interface MadeStick {
  report: Report;
  /** Null for a stick that nothing tells from others. */
  stickId: StickId | null;
}
