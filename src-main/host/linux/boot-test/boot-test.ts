import { constants } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StickError, messageOf, stickError } from '../../../../src-shared/errors';
import { makeOwnedFolder } from '../../../io';
import type { Running } from '../..';
import { runTool } from '../../run-tool';
import { requireTools } from '../tools';
import { lookAtDisk, type DiskFile } from './disk-file';
import { findFirmware, type Firmware } from './firmware';
import { machineArguments, type Accelerator } from './machine';
import { SerialLog } from './serial-log';
import { evidenceOf, finalVerdict, verdictOf, type BootOutcome } from './verdict';

export interface BootTestRequest {
  /** Disk image file or whole drive. Not a byte of it is changed. */
  imagePath: string;
  firmware: 'uefi' | 'bios';
  /** Images of internal disks that the computer has as well. None unless given; not a byte of them is changed. */
  otherDrives?: readonly string[];
  timeoutSeconds: number;
}

export interface BootTestResult {
  outcome: BootOutcome;
  /** The last lines that matter, for a person. */
  evidence: string;
  /** What the serial port printed, as plain text; at most 512 KiB. */
  serial: string;
  seconds: number;
}

/** What a BIOS would meet without saying a word about it. */
const NO_CODE = 'The first sector holds no program, so a BIOS has nothing to start';

/** Firmware prints its first characters well within this time, or the accelerator doesn't work. */
const SILENCE_SECONDS = 5;

/**
 * Starts a stick in a virtual computer (QEMU) with UEFI or a BIOS, as a USB drive, and ends it as soon as the
 * outcome is known; without starting it where a BIOS would find nothing. Throws `target/not-found`, `permission/denied`,
 * `tool/missing`, `tool/failed`, `vhdx/unsupported`, `io/read` and `cancelled`; a stick that doesn't start is a
 * result, not an error.
 */
export async function bootTest(
  request: BootTestRequest,
  running: Partial<Running> = {},
): Promise<BootTestResult> {
  const imagePath = resolve(request.imagePath);
  await requireReadable(imagePath);
  await requireTools(['qemu-system-x86_64']);
  const firmware = await findFirmware(request.firmware);
  const { format, hasBiosCode } = await lookAtDisk(imagePath);
  if (firmware.kind === 'bios' && !hasBiosCode) {
    return { outcome: 'no-boot', evidence: NO_CODE, serial: '', seconds: 0 };
  }
  const began = Date.now();
  const started = { ...request, imagePath, format };
  const { serial, timedOut } = await startQuickly(started, firmware, running);
  return {
    outcome: finalVerdict(serial, timedOut),
    evidence: evidenceOf(serial),
    serial,
    seconds: (Date.now() - began) / 1000,
  };
}

type StartRequest = BootTestRequest & Pick<DiskFile, 'format'>;

interface Attempt {
  serial: string;
  timedOut: boolean;
}

/** With the processor's help where that works: a /dev/kvm that is there may still be of no use. */
async function startQuickly(
  request: StartRequest,
  firmware: Firmware,
  running: Partial<Running>,
): Promise<Attempt> {
  const { timeoutSeconds } = request;
  // Some processors and virtual ones come to a halt in a BIOS's 16-bit code, after it has printed its first lines.
  if (firmware.kind === 'uefi' && (await kvmMayWork())) {
    const limits = { timeoutSeconds, silenceSeconds: SILENCE_SECONDS };
    const attempt = await start(request, firmware, 'kvm', limits, running).catch(
      (error: unknown) => {
        if (error instanceof StickError && error.code === 'tool/failed') return null;
        throw error;
      },
    );
    if (attempt && attempt.serial !== '') return attempt;
    kvmFailed = true;
  }
  const limits = { timeoutSeconds, silenceSeconds: timeoutSeconds };
  return start(request, firmware, 'tcg', limits, running);
}

/** Found out once: the answer doesn't change while this program runs. */
let kvmFailed = false;

async function kvmMayWork(): Promise<boolean> {
  if (kvmFailed) return false;
  return access('/dev/kvm', constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
}

async function start(
  { imagePath, format, otherDrives = [] }: StartRequest,
  firmware: Firmware,
  accelerator: Accelerator,
  limits: { timeoutSeconds: number; silenceSeconds: number },
  running: Partial<Running>,
): Promise<Attempt> {
  const folder = await makeOwnedFolder(tmpdir(), 'sticksmith-boot-');
  const serialPath = join(folder, 'serial.log');
  const log = await SerialLog.open(serialPath);
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  let timedOut = false;
  const timeUp = (): void => {
    timedOut = true;
    end();
  };
  const timeLimit = setTimeout(timeUp, limits.timeoutSeconds * 1000);
  const silenceLimit = setTimeout(timeUp, limits.silenceSeconds * 1000);
  running.signal?.addEventListener('abort', end, { once: true });
  if (running.signal?.aborted) end();

  const machine = { imagePath, format, serialPath, firmware, accelerator, otherDrives };
  const qemu = runTool('qemu-system-x86_64', machineArguments(machine), { signal: ending.signal });
  const following = log.follow(ending.signal, () => {
    clearTimeout(silenceLimit);
    if (verdictOf(log.text) !== null) end();
  });
  // Whichever ends first ends the other, and only when both have ended is anything taken away.
  const ends = await Promise.allSettled([qemu.finally(end), following.finally(end)]);
  clearTimeout(timeLimit);
  clearTimeout(silenceLimit);
  running.signal?.removeEventListener('abort', end);
  await log.close();
  await rm(folder, { recursive: true, force: true });
  if (running.signal?.aborted) throw stickError('cancelled', {});
  for (const end of ends) {
    if (end.status === 'rejected' && !isCancellation(end.reason)) throw end.reason;
  }
  return { serial: log.text, timedOut };
}

function isCancellation(error: unknown): boolean {
  return error instanceof StickError && error.code === 'cancelled';
}

async function requireReadable(path: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EACCES' || code === 'EPERM') throw stickError('permission/denied', { path });
    throw stickError('target/not-found', { target: path }, { detail: messageOf(error) });
  }
}
