import { stickError, toStickError } from '../../../src-shared/errors';
import type { VolumeToProtect, WindowsEncryption } from '../index';
import { UndoJournal } from './journal';
import { windowsRefused } from './bitlocker-refusals';
import {
  addProtectors,
  beginEncryption,
  followEncryption,
  getVolumePaths,
  isEncrypted,
  lockVolume,
  pauseAutomount,
  pauseEncryption,
  physicalDriveNumber,
  readProtector,
  readVolumePaths,
  removeMountPoint,
  removeProtectors,
  type VolumePaths,
} from './operations';
import type { WindowsWork } from './windows-work';

/** A volume with a password and a recovery key, which Windows has without a letter. */
export interface VolumeWithProtectors {
  /** GUID of the recovery key, as the screen that asks for the key shows it, in small letters. */
  recoveryKeyId: string;
  /**
   * Has it encrypted and waits for that. When that is cancelled, encrypting is paused: the volume stays encrypted in part. Throws `bitlocker/windows-refused` when it wasn't begun, `bitlocker/windows-stopped`, `cancelled`.
   */
  encrypt(how: WindowsEncryption, running: Encrypting): Promise<void>;
  /** Takes the protectors off again where encrypting wasn't begun, and locks the volume where it was. Doesn't throw. */
  close(): Promise<void>;
}

export interface Encrypting {
  signal: AbortSignal;
  /** From 0 to 1. */
  onProgress: (share: number) => void;
}

/** How often, and how many milliseconds apart, Windows is asked for a volume that it has just got (assumed: it may lag). */
const LOOK_TRIES = 30;
const LOOK_PAUSE_MS = 1000;

/**
 * Lets go of a drive (`\\.\PhysicalDriveN`), finds its volume and gives it its protectors. Windows is kept from giving letters only until the volume
 * is there, so that no window opens for it; a letter that it got all the same is taken away. Wants administrator rights. When it fails,
 * the volume has no protectors. Throws `bitlocker/windows-refused`, `bitlocker/password`, `bitlocker/recovery-password`, `cancelled`.
 */
export async function protectVolume(
  drive: string,
  { offset, ...secrets }: VolumeToProtect,
  letGo: () => Promise<void>,
  work: WindowsWork,
  signal: AbortSignal,
): Promise<VolumeWithProtectors> {
  const { run, privateFolder: folder } = work;
  try {
    const { volume, mountPoints } = await raiseVolume(drive, offset, letGo, work, signal);
    for (const point of mountPoints) await run(removeMountPoint(point), { folder, signal });
    try {
      const { stdout } = await run(addProtectors(volume, secrets), { folder, signal });
      return withProtectors(drive, volume, readProtector(stdout), work);
    } catch (error) {
      await attempt(() => run(removeProtectors(volume), { folder }));
      throw error;
    }
  } catch (error) {
    throw windowsRefused(drive, error);
  }
}

async function raiseVolume(
  drive: string,
  startByte: number,
  letGo: () => Promise<void>,
  work: WindowsWork,
  signal: AbortSignal,
): Promise<VolumePaths> {
  const { run, privateFolder: folder } = work;
  const journal = await UndoJournal.begin(folder, run);
  try {
    if (await work.givesLetters()) await journal.perform(pauseAutomount(), { folder, signal });
    await letGo();
    return await findVolume(physicalDriveNumber(drive), startByte, work, signal);
  } finally {
    // What can't be taken back now is when this program starts next.
    await journal.undoAll({ folder });
  }
}

async function findVolume(
  disk: number,
  startByte: number,
  { run, privateFolder: folder, waiting }: WindowsWork,
  signal: AbortSignal,
): Promise<VolumePaths> {
  for (let tries = 1; ; tries += 1) {
    const { stdout } = await run(getVolumePaths(disk), { folder, signal });
    const found = readVolumePaths(stdout, startByte);
    if (found !== null) return found;
    if (tries === LOOK_TRIES) {
      const message = 'Windows doesn’t find the volume that was written';
      throw stickError('tool/failed', { tool: 'powershell.exe', message }, { detail: stdout });
    }
    await waiting.wait(LOOK_PAUSE_MS, signal);
  }
}

function withProtectors(
  drive: string,
  volume: string,
  recoveryKeyId: string,
  { run, privateFolder: folder }: WindowsWork,
): VolumeWithProtectors {
  let begun = false;
  return {
    recoveryKeyId,
    async encrypt(how, { signal, onProgress }) {
      if (signal.aborted) throw stickError('cancelled', {});
      try {
        // To the end: cut short, nobody would know whether it was begun.
        await run(beginEncryption(volume, how), { folder });
      } catch (error) {
        throw windowsRefused(drive, error);
      }
      begun = true;
      try {
        const following = followEncryption(volume);
        const { stdout } = await run(following, { folder, signal, onProgress });
        if (isEncrypted(stdout)) return;
      } catch (error) {
        const { code, message } = toStickError(error);
        if (code !== 'cancelled') throw stopped(drive, message, error);
        await attempt(() => run(pauseEncryption(volume), { folder }));
        throw error;
      }
      throw stopped(drive, 'it was paused by somebody or by an error of the drive', undefined);
    },
    async close() {
      const closing = begun ? lockVolume(volume) : removeProtectors(volume);
      await attempt(() => run(closing, { folder }));
    },
  };
}

function stopped(target: string, message: string, cause: unknown) {
  return stickError('bitlocker/windows-stopped', { target, message }, { cause });
}

/** What isn't needed for the stick to be whole: it fails where the drive was pulled out, which shows elsewhere. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => undefined);
}
