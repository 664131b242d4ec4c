import { constants } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stickError, type StickState } from '../../src-shared/errors';
import { SECTOR } from '../../src-shared/units';
import { claimsSuccess } from '../../src-shared/ventoy-run';
import { deviceNumbers } from '../host/linux/drives';
import { requireProgram } from '../host/run-tool';
import { makeOwnedFolder, removeAbandonedFolders } from '../io';
import { unpackVentoyPackage } from '../ventoy';
import { stopIfCancelled } from './cancel';
import { claimDisk } from './disk-claim';
import { KeptOutput, plainText } from './kept-output';
import type { HeldDrive } from './opened-target';
import type { DiskInHand } from './platform';
import { unmountAll, unmountWhatGoes } from './own-mounts';
import { hidePartitions, showPartitions } from './partition-nodes';
import { runConfined, type ConfinedEnd } from './run-confined';
import { ventoyArguments, type VentoyCommand } from './ventoy-command';

/** Its file system must let programs run, which that of /run doesn't. */
const WORK_PARENT = '/var/tmp';
const WORK_PREFIX = 'sticksmith-ventoy-';
/** Where the script and what it starts are looked for, but for its own folder. */
const TRUSTED_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
/** Ventoy2Disk.sh asks at most twice. */
const ANSWERS = 'y\ny\n';
const LOG_LIMIT = 256 * 1024;

/** Milliseconds. A slow stick takes minutes for what the script flushes without a word. */
export const ventoyLimits = { silenceMs: 10 * 60_000, limitMs: 60 * 60_000 };
export type VentoyLimits = typeof ventoyLimits;

/** Programs that Ventoy2Disk.sh doesn't bring along, and those that it is run by. */
const PROGRAMS = ['sh', 'parted', 'xzcat', 'dd', 'mkfs.vfat', 'unshare', 'partx', 'blockdev'];

export interface VentoyRun {
  package: { path: string; sha256: string };
  command: VentoyCommand;
}

export interface VentoyRunResult {
  /** Null when a signal ended it. 0 is no proof that anything was done. */
  exitCode: number | null;
  output: string;
  log: string;
  writtenBytes: number;
}

export interface RunWatch {
  signal: AbortSignal;
  onLine: (line: string) => void;
  /** Bytes that were written to the disk since the start. */
  onProgress: (writtenBytes: number) => void;
  onStick: (state: StickState) => void;
}

/**
 * Unpacks a release of Ventoy and runs its program on a disk that is held, with the hold let go for as
 * long. Doesn't judge what it did: that is told by what is on the disk then. An installation that doesn't even claim to have
 * succeeded leaves no partition.
 * Throws what unpacking throws, `tool/missing`, `cancelled`, `ventoy/run-silent`, `ventoy/run-failed`,
 * and what opening a drive throws when it can't be taken back.
 */
export async function runVentoy(
  disk: DiskInHand,
  run: VentoyRun,
  watch: RunWatch,
  limits: VentoyLimits = ventoyLimits,
): Promise<VentoyRunResult> {
  for (const name of PROGRAMS) await requireProgram(name);
  stopIfCancelled(watch.signal);
  // Unpacked anew for each run: the script writes in its own folder.
  const work = await makeOwnedFolder(WORK_PARENT, WORK_PREFIX);
  try {
    const { path, sha256 } = run.package;
    const { folder } = await unpackVentoyPackage(path, work, { sha256, signal: watch.signal });
    stopIfCancelled(watch.signal);
    await disk.recheck();
    const counted = await withDiskLetGo(disk, () => runScript(disk, folder, run, watch, limits));
    const { end, output, writtenBytes } = counted;
    const claimed = end.by === 'itself' && claimsSuccess({ exitCode: end.exitCode, output });
    // Ventoy's script makes the table first: what it leaves half done could be taken for a stick.
    if (run.command.do === 'install' && !claimed) {
      await hidePartitions(disk);
      await disk.eraseTables();
    }
    const log = await readLog(join(folder, 'log.txt'));
    refuseBrokenOff(end, limits, [output, log].join('\n\n'));
    return { exitCode: end.exitCode, output, log, writtenBytes };
  } finally {
    // What can't be removed now is no failure of the run; another helper tries it again.
    await rm(work, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Removes what runs of helpers that were killed have left. */
export async function removeStaleRuns(): Promise<void> {
  await removeAbandonedFolders(WORK_PARENT, WORK_PREFIX);
}

/**
 * While the disk is let go, its name is kept from becoming another's by an open handle of it, as the
 * kernel gives a name anew only when nobody has the old device open.
 */
async function withDiskLetGo<T>(disk: DiskInHand, work: () => Promise<T>): Promise<T> {
  const access = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const pin = await open(disk.path, access);
  try {
    if (deviceNumbers((await pin.stat()).rdev) !== disk.device) {
      throw stickError('target/changed', { target: disk.path, message: 'it was exchanged' });
    }
    const claim = await claimDisk(disk.device);
    try {
      await disk.letGo();
      try {
        return await work();
      } finally {
        // What the desktop has mounted of it meanwhile: nobody else could have.
        await unmountAll(disk);
        await disk.takeHold();
        await disk.recheck();
      }
    } finally {
      await claim.release();
    }
  } finally {
    await pin.close();
  }
}

async function runScript(
  disk: HeldDrive,
  folder: string,
  { command }: VentoyRun,
  watch: RunWatch,
  limits: VentoyLimits,
): Promise<{ end: ConfinedEnd; output: string; writtenBytes: number }> {
  if (command.do !== 'install') await showPartitions(disk);
  const output = new KeptOutput(watch.onLine);
  const before = await sectorsWritten(disk);
  let writtenBytes = 0;
  const look = async (): Promise<number> => {
    const now = ((await sectorsWritten(disk)) - before) * SECTOR;
    if (now > writtenBytes) {
      writtenBytes = now;
      watch.onProgress(writtenBytes);
    }
    // A desktop mounts partitions as soon as they appear, and the script can't reach those mounts.
    await unmountWhatGoes(disk.device);
    return writtenBytes;
  };
  // Only a fresh install begins with taking away what was there.
  watch.onStick(command.do === 'install' ? 'unfinished' : 'kept');
  const end = await runConfined(
    {
      argv: ['sh', 'Ventoy2Disk.sh', ...ventoyArguments(command, disk.path)],
      cwd: folder,
      // The script refuses to work for any other USER.
      env: { PATH: TRUSTED_PATH, USER: 'root', HOME: folder, LC_ALL: 'C', TERM: 'dumb' },
      stdin: ANSWERS,
    },
    {
      ...limits,
      signal: watch.signal,
      look,
      onOutput: (stream, chunk) => output.add(stream, chunk),
    },
  );
  await showPartitions(disk);
  await look();
  return { end, output: output.end(), writtenBytes };
}

/** Field 7 of the statistics that the kernel keeps of a disk (Documentation/admin-guide/iostats). */
async function sectorsWritten({ device }: HeldDrive): Promise<number> {
  const text = await readFile(join('/sys/dev/block', device, 'stat'), 'utf8').catch(() => '');
  return Number(text.trim().split(/\s+/)[6] ?? 0);
}

function refuseBrokenOff({ by }: ConfinedEnd, limits: VentoyLimits, detail: string): void {
  if (by === 'itself') return;
  if (by === 'cancel') throw stickError('cancelled', {}, { detail });
  const minutes = (ms: number): string => `${String(Math.round(ms / 60_000))} minutes`;
  const message =
    by === 'silence'
      ? `it neither said nor wrote anything for ${minutes(limits.silenceMs)}`
      : `it had not ended after ${minutes(limits.limitMs)}`;
  throw stickError('ventoy/run-silent', { message }, { detail });
}

/** The end of a file that the script wrote, as text. Empty when there is none, or it is no file. */
async function readLog(path: string): Promise<string> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(path, flags).catch(() => null);
  if (!handle) return '';
  try {
    const stats = await handle.stat();
    const size = stats.isFile() ? stats.size : 0;
    const length = Math.min(size, LOG_LIMIT);
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await handle.read(bytes, 0, length, size - length);
    return plainText(bytes.subarray(0, bytesRead).toString('utf8'));
  } finally {
    await handle.close();
  }
}
