import type { StickState } from '../../src-shared/errors';
import type { Target, WindowsPlan } from '../../src-shared/plan';
import type { Host, OpenTarget } from '../host';
import type { BuildCache } from './build-cache';
import type { JobLog, OnEvent, TargetLog } from './job-log';
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

export interface MakeRunning {
  signal: AbortSignal;
  onEvent: OnEvent;
}

/** One run of the engine, from an image that was read to sticks that were checked. */
export interface Job {
  plan: WindowsPlan;
  prepared: Prepared;
  tools: MakeTools;
  log: JobLog;
  signal: AbortSignal;
  unfinished: UnfinishedSticks;
  /** What its sticks are called where their computers have no names of their own; null for nothing. */
  label: string | null;
  /** A lone image file may become of the unpacked volume itself, without a copy. */
  mayAdopt: boolean;
  /** Private folder that goes away with the job. */
  folder: string;
}

/** A target that the helper holds open, and what is known of its state. */
export interface WorkedTarget {
  target: Target;
  name: string;
  open: OpenTarget;
  log: TargetLog;
  state: StickState;
  /** A new image file, which is gone unless it is finished: then nothing was changed. */
  isNewFile: boolean;
}

/** One that becomes a portable Windows. */
export interface HeldTarget extends PreparedTarget, WorkedTarget {
  /** Private folder for the volumes that only this stick gets. */
  folder: string;
}
