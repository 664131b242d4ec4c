import type { ToolStatus } from '../../../src-shared/doctor';
import { RESTORE_PROGRAMS, findWindowsProgram } from './find-windows-program';

/** Windows' own programs that are used, and what for. */
const PROGRAMS = [
  { name: 'diskpart.exe', purpose: 'make virtual disks and partitions', required: true },
  { name: 'Dism.exe', purpose: 'unpack Windows', required: true },
  { name: 'reg.exe', purpose: 'change the registry of the unpacked Windows', required: true },
  { name: 'icacls.exe', purpose: 'keep others out of what is being made', required: true },
  { name: 'attrib.exe', purpose: 'hide BitLocker’s files', required: true },
  {
    name: 'mountvol.exe',
    purpose: 'keep letters from volumes that are being made',
    required: true,
  },
  {
    name: 'powershell.exe',
    purpose: 'list the drives, and have Windows encrypt one',
    required: true,
  },
] as const;

/** Everything that this program uses of Windows: whether it is there, and how to get it back. */
export function doctor(find = findWindowsProgram): Promise<ToolStatus[]> {
  return Promise.all(
    PROGRAMS.map(async (program) => ({
      ...program,
      found: await find(program.name).then(
        () => true,
        () => false,
      ),
      // They are as old as their Windows.
      version: null,
      install: RESTORE_PROGRAMS,
    })),
  );
}
