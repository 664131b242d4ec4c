import type { StickLayout } from '../../src-shared/layout';
import { encodeGpt, encodeMbr, type BiosBootCode } from '../disk';
import type { StickIds } from './stick-ids';

/** First and last bytes of a stick, whole sectors: its partition table. */
export interface StickTable {
  head: Buffer;
  /** Empty with an MBR, which has no copy. */
  tail: Buffer;
}

/** `bootCode`: what a BIOS starts with; only an MBR has room for it. */
export function encodeTable(
  layout: StickLayout,
  ids: StickIds,
  bootCode: BiosBootCode | null,
): StickTable {
  return layout.scheme === 'gpt'
    ? encodeGpt({ layout, diskGuid: ids.disk, guids: ids.partitions })
    : encodeMbr({ layout, diskSignature: ids.diskSignature, bootCode });
}
