/** Whether a virtual disk file has its full size from the start, grows, or holds only changes to another one. */
export type VirtualDiskType = 'fixed' | 'dynamic' | 'differencing';

export interface VirtualDiskFile {
  type: VirtualDiskType;
  /** Bytes of the disk inside, as the system that uses it sees them. */
  diskBytes: number;
}
