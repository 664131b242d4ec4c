import { constants } from 'node:fs';
import { open, readFile, type FileHandle } from 'node:fs/promises';
import type { Drive } from '../../src-shared/drive';
import { StickError, stickError } from '../../src-shared/errors';
import { SECTOR } from '../../src-shared/units';
import { CHUNK_BYTES, type ByteRange } from '../disk/extent';
import { deviceNumbers } from '../host/linux/drives';
import { runTool } from '../host/run-tool';
import { driveError, driveOpenError } from './io-errors';
import { readFully, writeFully, type Medium, type OpenMedium, type TrimWay } from './medium';

/**
 * Opens a drive for reading, past the page cache.
 * Throws `target/busy`, `target/vanished`, `target/changed`, `permission/denied`.
 */
export async function openDriveForReading(drive: Drive): Promise<OpenMedium> {
  const handle = await openChecked(drive, constants.O_RDONLY);
  return {
    path: drive.path,
    sizeBytes: drive.sizeBytes,
    read: (buffer, offset) => readDrive(handle, drive, buffer, offset),
    close: () => handle.close(),
  };
}

/**
 * Opens a drive for writing, past the page cache, and claims it (O_EXCL): the kernel refuses that
 * while a file system, swap space or mapping on it is in use, and refuses those while we hold it.
 * Throws what `openDriveForReading` throws.
 */
export async function openDriveForWriting(drive: Drive): Promise<Medium> {
  const handle = await openChecked(drive, constants.O_RDWR | constants.O_EXCL);
  return {
    path: drive.path,
    sizeBytes: drive.sizeBytes,
    fresh: false,
    chunkBytes: CHUNK_BYTES,
    // A stick works on one while the next is already there.
    writesInFlight: 3,
    read: (buffer, offset) => readDrive(handle, drive, buffer, offset),
    async write(buffer, offset) {
      try {
        await writeFully(handle, buffer, offset);
      } catch (error) {
        throw await explain(error, drive, offset, 'write');
      }
    },
    adopt: () => Promise.resolve(false),
    trim: (way, range, signal) => trimDrive(handle, way, range, signal),
    async flush() {
      try {
        await handle.sync();
      } catch (error) {
        throw await explain(error, drive, 0, 'write');
      }
    },
    async openForComparing() {
      if (!(await isThere(drive))) throw stickError('target/vanished', { target: drive.path });
      return openDriveForReading(drive);
    },
    finish: () => Promise.resolve(),
    close: () => handle.close(),
  };
}

async function openChecked(drive: Drive, access: number): Promise<FileHandle> {
  const handle = await openHandle(
    drive.path,
    access | constants.O_DIRECT | constants.O_NOFOLLOW | constants.O_NONBLOCK,
  );
  try {
    await checkSameDevice(handle, drive);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function openHandle(path: string, flags: number): Promise<FileHandle> {
  try {
    return await open(path, flags);
  } catch (error) {
    throw driveOpenError(error, path);
  }
}

/** What was opened must be what was judged: drives can change places between two system calls. */
async function checkSameDevice(handle: FileHandle, drive: Drive): Promise<void> {
  const target = drive.path;
  const stats = await handle.stat();
  if (!stats.isBlockDevice()) {
    throw stickError('target/not-a-drive', { target, message: 'it is no block device' });
  }
  const numbers = deviceNumbers(stats.rdev);
  if (numbers !== drive.deviceNumbers[0]) {
    throw stickError('target/changed', { target, message: `it is device ${numbers} now` });
  }
  if ((await currentBytes(numbers)) !== drive.sizeBytes) {
    throw stickError('target/changed', { target, message: 'its size changed' });
  }
}

async function readDrive(
  handle: FileHandle,
  drive: Drive,
  buffer: Buffer,
  offset: number,
): Promise<void> {
  try {
    await readFully(handle, buffer, offset);
  } catch (error) {
    throw await explain(error, drive, offset, 'read');
  }
}

/**
 * The tools open what is held here, whatever has become of its name. They don't claim it: this process has, and
 * blkdiscard(8) must be told that this is in order.
 */
async function trimDrive(
  handle: FileHandle,
  way: TrimWay,
  { offset, length }: ByteRange,
  signal: AbortSignal,
): Promise<boolean> {
  const device = `/proc/${String(process.pid)}/fd/${String(handle.fd)}`;
  const range = ['--offset', String(offset), '--length', String(length), '--', device];
  const [tool, mode] =
    way === 'punch-hole' ? ['fallocate', '--punch-hole'] : ['blkdiscard', '--force'];
  try {
    await runTool(tool, [mode, ...range], { signal });
    return true;
  } catch (error) {
    const cant = error instanceof StickError && error.code.startsWith('tool/');
    if (cant) return false;
    throw error;
  }
}

async function explain(error: unknown, drive: Drive, offset: number, doing: 'read' | 'write') {
  const stillThere = await isThere(drive);
  return driveError(error, { path: drive.path, offset, doing, stillThere });
}

/** A card reader stays when its card is pulled out: the drive then has another size, mostly none. */
async function isThere(drive: Drive): Promise<boolean> {
  const numbers = drive.deviceNumbers[0];
  if (numbers === undefined) return false;
  try {
    return (await currentBytes(numbers)) === drive.sizeBytes;
  } catch {
    return false;
  }
}

async function currentBytes(numbers: string): Promise<number> {
  return Number(await readFile(`/sys/dev/block/${numbers}/size`, 'utf8')) * SECTOR;
}
