import type { StickErrorData } from '../../../src-shared/errors';
import type { JobEvent } from '../../../src-shared/job';
import type { StickRecord } from '../../../src-shared/records';

/** What every job's report says of the targets that were not finished. */
export interface WorkReport {
  failed: readonly { target: string; error: StickErrorData }[];
}

/** What a job tells of what it read or found. */
export type Finding = Extract<JobEvent, { type: 'image' | 'checks' }>;

/** What is recorded of one kind of job, besides what all of them have. */
export interface RecordedWork<Kept extends StickRecord, Done extends WorkReport> {
  /** One for each target, as the job begins. */
  records: readonly Kept[];
  /** The record with what was read or found, where this kind of job keeps it. */
  heard(record: Kept, event: Finding): Kept;
  /** The record of a finished target; null for one that isn't. */
  finished(record: Kept, report: Done): Kept | null;
}
