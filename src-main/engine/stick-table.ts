import type { StickLayout } from '../../src-shared/layout';
import { encodeGpt, encodeMbr } from '../disk';
import type { StickIds } from './stick-ids';

/** First and last bytes of a stick, whole sectors: its partition table. */
export interface StickTable {
  head: Buffer;
  /** Empty with an MBR, which has no copy. */
  tail: Buffer;
}

export function encodeTable(layout: StickLayout, ids: StickIds): StickTable {
  return layout.scheme === 'gpt'
    ? encodeGpt({ layout, diskGuid: ids.disk, guids: ids.partitions })
    : encodeMbr({ layout, diskSignature: ids.diskSignature });
}
