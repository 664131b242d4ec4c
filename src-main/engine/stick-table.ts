import type { StickLayout } from '../../src-shared/layout';
import { encodeGpt } from '../disk';
import type { StickIds } from './stick-ids';

/** First and last bytes of a stick, whole sectors: its partition table. */
export interface StickTable {
  head: Buffer;
  tail: Buffer;
}

export function encodeTable(layout: StickLayout, ids: StickIds): StickTable {
  return encodeGpt({ layout, diskGuid: ids.disk, guids: ids.partitions });
}
