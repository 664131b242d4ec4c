import type { StickState } from '../../src-shared/errors';
import type { StickPlan } from '../../src-shared/plan';
import type { BiosBootCode } from '../disk';
import type { Host, OpenTarget } from '../host';
import type { BuildCache } from './build-cache';
import type { JobLog, TargetLog } from './job-log';
import type { Prepared, PreparedTarget } from './prepare';
import type { StagedImages } from './staged-image';
import type { UnfinishedSticks } from './unfinished-sticks';

export interface MakeTools {
  host: Host;
  staged: StagedImages;
  cache: BuildCache;
  workFolder: string;
  /** Folder of the running program; the disk that holds it must not be erased. */
  appFolder: string;
  /** Name and version, for the report. */
  program: string;
}

/** One run of the engine, from an image that was read to sticks that were checked. */
export interface Job {
  plan: StickPlan;
  prepared: Prepared;
  /** For sticks with an MBR; null for the others. */
  bootCode: BiosBootCode | null;
  tools: MakeTools;
  log: JobLog;
  signal: AbortSignal;
  unfinished: UnfinishedSticks;
  /** Private folder that goes away with the job. */
  folder: string;
}

/** A target that the helper holds open, and what is known of its state. */
export interface HeldTarget extends PreparedTarget {
  open: OpenTarget;
  log: TargetLog;
  /** Private folder for the volumes that only this stick gets. */
  folder: string;
  state: StickState;
}
