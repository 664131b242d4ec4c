import { win32 } from 'node:path';
import { MiB } from '../../../src-shared/units';
import type { WindowsVolumeRequest } from '../index';
import type { VolumePlaces } from './operations';

/** Bytes of zeros behind a staged virtual disk: blocks that aren't in the file are read from there. */
export const ZEROS_BEHIND = 4 * MiB;

/** Where a volume of Windows is made: in a folder beside what is extracted. `job`: letters, digits and `-`, at most 32. */
export function volumePlaces(
  { extractTo }: WindowsVolumeRequest,
  job: string,
): Omit<VolumePlaces, 'sectorBytes' | 'automount'> {
  const building = win32.join(win32.dirname(extractTo), `building-${job}`);
  return {
    mountFolder: win32.join(building, 'volume'),
    scratch: win32.join(building, 'scratch'),
    log: win32.join(building, 'dism.log'),
    job,
  };
}

/** The name of the virtual disk while it is made: diskpart wants it to end in `.vhdx`. */
export function stagedPath({ volumePath }: WindowsVolumeRequest, job: string): string {
  return win32.join(win32.dirname(volumePath), `windows-${job}.vhdx`);
}
