import { stickError } from '../../../src-shared/errors';
import type { JobEvent } from '../../../src-shared/job';
import type { Target } from '../../../src-shared/plan';
import type { StationNames, StationNaming, StationProgress } from '../../../src-shared/station';
import { stationNames } from '../../../src-shared/station-names';
import { JobLog, type JobWork } from '../job-log';

/** Larger than any drive that is asked for: what is looked at before there is one fits on it. */
export const LARGE_BYTES = 2 ** 40;

export interface OpeningRunning {
  signal: AbortSignal;
  onProgress: (progress: StationProgress) => void;
}

/** Stands for drives that aren't there yet. */
export function modelDrive(sizeBytes: number): Target {
  const identity = { path: 'a drive of the series', sizeBytes } as const;
  return {
    kind: 'drive',
    identity: { ...identity, serial: null, model: null, bus: 'usb' },
    unmount: false,
  };
}

/** How the first stick is called. Throws `plan/invalid`. */
export function firstNames(naming: StationNaming): StationNames {
  const names = stationNames(naming, naming.firstNumber);
  if (names) return names;
  const message = `${String(naming.firstNumber)} has more digits than the names have room for`;
  throw stickError('plan/invalid', { message });
}

/** The log of one phase of what all sticks share, which tells only its progress. */
export function sharedLog(
  { shared }: JobWork,
  phase: 'hashing' | 'building',
  { onProgress }: Pick<OpeningRunning, 'onProgress'>,
): JobLog {
  const work = { shared: shared.filter((load) => load.phase === phase), targets: [] };
  return new JobLog(work, (event: JobEvent) => {
    if (event.type !== 'progress') return;
    const { phase: running, doneBytes, totalBytes, secondsLeft } = event;
    onProgress({ phase: running, doneBytes, totalBytes, secondsLeft });
  });
}
