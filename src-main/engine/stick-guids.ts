import type { PartitionRole } from '../../src-shared/layout';
import { newGuid } from '../io';

/** What tells one stick from every other, so that two of them work in one computer. */
export interface StickGuids {
  disk: string;
  partitions: Record<PartitionRole, string>;
}

export function newStickGuids(): StickGuids {
  return {
    disk: newGuid(),
    partitions: { efi: newGuid(), msr: newGuid(), windows: newGuid(), shared: newGuid() },
  };
}
