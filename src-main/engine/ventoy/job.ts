import type { VentoyPlan } from '../../../src-shared/plan';
import type { JobLog } from '../job-log';
import type { MakeTools, WorkedTarget } from '../job';
import type { WindowsBuild } from '../windows-build';
import type { PreparedVentoy, PreparedVentoyTarget } from './prepare';
import type { VentoyReference } from '../../ventoy';

/** One run of the engine that makes Ventoy sticks. */
export interface VentoyJob {
  plan: VentoyPlan;
  prepared: PreparedVentoy;
  tools: MakeTools;
  log: JobLog;
  signal: AbortSignal;
  /** Private folder that goes away with the job. */
  folder: string;
  /** SHA-256 of every file that is to be copied, by its source. */
  hashes: ReadonlyMap<string, string>;
  /** What the release would write; null where Ventoy itself is left as it is. */
  reference: VentoyReference | null;
  /** What the virtual disks hold; null where there is none. */
  windowsBuild: WindowsBuild | null;
}

/** A target that the helper holds open. */
export interface HeldVentoyTarget extends PreparedVentoyTarget, WorkedTarget {
  /** Private folder for what only this stick gets. */
  folder: string;
}
