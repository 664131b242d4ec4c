import { freeBytes } from '../../io';
import { getDiskLayout, queryKey, readDiskLayout, readDword, type DiskLayout } from './operations';
import { patientRun, realWaiting, type Waiting } from './patient-run';
import { runOperation, type RunOperation } from './run-operation';
import { filesBelow, type FilesBelow } from './volume-files';
import { openWorkPlace, programFilesFolder } from './work-place';

/** The computer on which a volume of Windows is made. */
export interface WindowsComputer {
  /** Waits where two of Windows' programs want it: see `patientRun`, of which a process has one. */
  run: RunOperation;
  files: FilesBelow;
  waiting: Waiting;
  /** Bytes that may still be written to the disk of a folder. */
  freeBytes: (folder: string) => Promise<number>;
}

/** What a volume of Windows is made with. */
export interface WindowsWork extends WindowsComputer {
  /** A path for this process. Only administrators may enter: scripts and the journal lie there. */
  privateFolder: string;
  /** Whether this Windows gives letters to new volumes. Throws `tool/failed`. */
  givesLetters: () => Promise<boolean>;
  /** Sectors and partitions of a disk, by its number. Throws `tool/failed`. */
  layoutOf: (diskNumber: number) => Promise<DiskLayout>;
}

const thisComputer: WindowsComputer = {
  run: patientRun(runOperation),
  files: filesBelow,
  waiting: realWaiting,
  freeBytes,
};

/**
 * Where Windows keeps whether it gives no letters, as `mountvol /N` sets it. (documented:
 * https://learn.microsoft.com/windows-server/administration/windows-commands/mountvol; the value's place: reported)
 */
const MOUNT_MANAGER = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\mountmgr';

export function windowsWork(privateFolder: string, computer: WindowsComputer): WindowsWork {
  const { run } = computer;
  const options = { folder: privateFolder };
  return {
    ...computer,
    privateFolder,
    // The key is always there (assumed), the value only where somebody changed it.
    async givesLetters() {
      const { stdout } = await run(queryKey(MOUNT_MANAGER), options);
      return (readDword(stdout, 'NoAutoMount') ?? 0) === 0;
    },
    async layoutOf(diskNumber) {
      const { stdout } = await run(getDiskLayout(diskNumber), options);
      return readDiskLayout(stdout);
    },
  };
}

/** On this computer, elevated, in the work place. Takes back first what earlier processes left. Throws as `openWorkPlace`. */
export async function openWindowsWork(): Promise<WindowsWork> {
  const { folder } = await openWorkPlace(await programFilesFolder(), thisComputer.run);
  return windowsWork(folder, thisComputer);
}
