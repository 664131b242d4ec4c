import type { StickError } from '../../../src-shared/errors';
import type { Phase } from '../../../src-shared/job';
import type { Outcome, StickRecord } from '../../../src-shared/records';
import type { PhaseTiming } from '../../../src-shared/timing';

/** The record of a target that was finished, as far as it says the same whatever it became. */
export function finishedRecord<Kept extends StickRecord>(
  record: Kept,
  { writtenBytes, verifiedBytes }: Pick<StickRecord, 'writtenBytes' | 'verifiedBytes'>,
): Kept {
  return {
    ...record,
    endedAt: new Date().toISOString(),
    outcome: { result: 'finished' },
    writtenBytes,
    verifiedBytes,
    verification: verifiedBytes === 0 ? 'left-out' : 'compared',
  };
}

/** The record of a target that wasn't finished; `phase`: the last that began. */
export function unfinishedRecord<Kept extends StickRecord>(
  record: Kept,
  error: StickError,
  phase: Phase | null,
): Kept {
  const { code, params, stick } = error;
  const outcome: Outcome =
    code === 'cancelled'
      ? { result: 'cancelled', phase, stick }
      : { result: 'failed', phase, error: { code, params, stick } };
  return { ...record, endedAt: new Date().toISOString(), outcome, ...bytesIn(record.timings) };
}

/** What a target got before its job ended: nothing but its phases tells. */
function bytesIn(timings: readonly PhaseTiming[]): {
  writtenBytes: number;
  verifiedBytes: number;
} {
  const sum = (...phases: readonly Phase[]): number =>
    timings
      .filter(({ phase, target }) => target !== null && phases.includes(phase))
      .reduce((bytes, timing) => bytes + timing.bytes, 0);
  return {
    writtenBytes: sum('writing', 'copying'),
    verifiedBytes: sum('verifying', 'comparing'),
  };
}
