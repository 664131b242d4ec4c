import { driveName } from '../../src-shared/drive';
import type { RecordSummary } from '../../src-shared/records';
import { fileName } from '../components/file-name';

/** What a person knows the stick of a record by: the name of its drive, or of its file. */
export function recordName({ target }: Pick<RecordSummary, 'target'>): string {
  return target.kind === 'drive' ? driveName(target) : fileName(target.path);
}
