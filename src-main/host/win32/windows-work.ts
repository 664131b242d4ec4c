import { freeBytes } from '../../io';
import { getDiskLayout, queryKey, readDiskLayout, readDword, type DiskLayout } from './operations';
import { patientRun, realWaiting, type Waiting } from './patient-run';
import { runOperation, type RunOperation } from './run-operation';
import { filesBelow, type FilesBelow } from './volume-files';

/** What a volume of Windows is made with. */
export interface WindowsWork {
  /** Waits where two of Windows' programs want it: see `patientRun`. */
  run: RunOperation;
  files: FilesBelow;
  /** A path for this process. Only administrators may enter: scripts and the journal lie there. */
  privateFolder: string;
  waiting: Waiting;
  /** Bytes that may still be written to the disk of a folder. */
  freeBytes: (folder: string) => Promise<number>;
  /** Whether this Windows gives letters to new volumes. Throws `tool/failed`. */
  givesLetters: () => Promise<boolean>;
  /** Sectors and partitions of a disk, by its number. Throws `tool/failed`. */
  layoutOf: (diskNumber: number) => Promise<DiskLayout>;
}

/** This computer, or the parts of it that a test stands in for. */
export interface WindowsParts {
  run: RunOperation;
  files: FilesBelow;
  waiting: Waiting;
  freeBytes: (folder: string) => Promise<number>;
}

const thisComputer: WindowsParts = {
  run: runOperation,
  files: filesBelow,
  waiting: realWaiting,
  freeBytes,
};

/**
 * Where Windows keeps whether it gives no letters, as `mountvol /N` sets it. (documented:
 * https://learn.microsoft.com/windows-server/administration/windows-commands/mountvol; the value's place: reported)
 */
const MOUNT_MANAGER = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\mountmgr';

/** To be made once a process, since `run` remembers when diskpart ran last. */
export function windowsWork(
  privateFolder: string,
  { run, files, waiting, freeBytes: free }: WindowsParts = thisComputer,
): WindowsWork {
  const patient = patientRun(run, waiting);
  const options = { folder: privateFolder };
  return {
    ...{ run: patient, files, privateFolder, waiting, freeBytes: free },
    // The key is always there (assumed), the value only where somebody changed it.
    async givesLetters() {
      const { stdout } = await patient(queryKey(MOUNT_MANAGER), options);
      return (readDword(stdout, 'NoAutoMount') ?? 0) === 0;
    },
    async layoutOf(diskNumber) {
      const { stdout } = await patient(getDiskLayout(diskNumber), options);
      return readDiskLayout(stdout);
    },
  };
}
