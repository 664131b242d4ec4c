import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import {
  driveName,
  driveReasonTexts,
  holdsData,
  identityOf,
  judgeDrive,
  type Drive,
} from '../../src-shared/drive';
import { messageOf, stickError } from '../../src-shared/errors';
import { VHDX_PREAMBLE_BYTES, VHDX_STEP_BYTES } from '../../src-shared/layout';
import { formatBytes, SECTOR, alignDown } from '../../src-shared/units';
import { isImageFilePath, isVhdxPath, wholeDiskBytes } from '../../src-shared/vhdx';
import { requireWindowsFile, windowsDrivePath } from '../../src-shared/windows-drive-path';
import { targetName, type Target } from '../../src-shared/plan';
import { usageError, type Context } from './context';

/** A target as asked for on the command line, and what would be lost. */
export interface AskedTarget {
  target: Target;
  /** What a person has to agree to, or null when nothing can be lost. */
  loss: Loss | null;
}

interface Loss {
  /** What a person should read before agreeing. */
  text: string;
  /** All of it goes: the target's name has to be typed. */
  everything: boolean;
}

/**
 * Finds out what `--target` names: an image file, or a drive of this computer. `sizeBytes` is for image files; an
 * existing one keeps its size without it, and a new one gets the default or, where that is null, needs a size. A virtual
 * disk has a whole number of blocks; more is taken than asked for.
 */
export async function askedTarget(
  text: string,
  sizeBytes: number | undefined,
  unmount: boolean,
  defaultFileBytes: number | null,
  context: Context,
): Promise<AskedTarget> {
  const named = await namedTarget(text, context);
  if (named.kind === 'drive') {
    const drive = await usableDrive(named.path, context);
    return driveTarget(drive, unmount, { text: lossOf(drive), everything: true });
  }
  const { path, known } = named;
  const existing = known ? diskBytesIn(path, known) : 0;
  const size = sizeBytes ?? (existing > 0 ? existing : defaultFileBytes);
  if (size === null) throw usageError(`${path} needs a --size, such as 16G`);
  return {
    target: { kind: 'file', path, sizeBytes: wholeDiskBytes(path, size) },
    loss: known ? { text: `The file ${path} will be replaced.`, everything: true } : null,
  };
}

/** The drive, or the image file that has to be there, of which nothing stays. */
export async function erasedTarget(
  text: string,
  unmount: boolean,
  context: Context,
): Promise<AskedTarget> {
  const named = await namedTarget(text, context);
  if (named.kind === 'drive') {
    const drive = await usableDrive(named.path, context);
    return driveTarget(drive, unmount, { text: lossOf(drive), everything: true });
  }
  const target = existingFile(named.path, named.known);
  return {
    target,
    loss: { text: `Everything in ${named.path} will be erased.`, everything: true },
  };
}

/**
 * The drive, or the image file that has to be there, on which something will be changed while the rest stays.
 * `changes` tells a person what, given how the target is called.
 */
export async function keptTarget(
  text: string,
  unmount: boolean,
  changes: (target: string) => string,
  context: Context,
): Promise<AskedTarget> {
  const named = await namedTarget(text, context);
  const lossFor = (called: string): Loss => ({ text: changes(called), everything: false });
  if (named.kind === 'drive') {
    const drive = await usableDrive(named.path, context);
    return driveTarget(drive, unmount, lossFor(driveText(drive)));
  }
  return { target: existingFile(named.path, named.known), loss: lossFor(named.path) };
}

function existingFile(path: string, known: Stats | null): Target {
  if (!known) throw stickError('target/not-found', { target: path });
  const sizeBytes = diskBytesIn(path, known);
  if (sizeBytes === 0) {
    throw stickError('target/not-a-drive', { target: path, message: 'the file is empty' });
  }
  return { kind: 'file', path, sizeBytes };
}

/** The drive or the file at a path, for commands that only read. */
export async function existingTarget(text: string, context: Context): Promise<Target> {
  const named = await lookUp(text, context);
  if (named.kind === 'drive') {
    const drive = await findDrive(named.path, context);
    return { kind: 'drive', identity: identityOf(drive), unmount: false };
  }
  const { path, known } = named;
  if (!known) throw stickError('target/not-found', { target: path });
  if (!known.isFile() || known.size < SECTOR) {
    const message = 'it is neither a drive nor a disk image file';
    throw stickError('target/not-a-drive', { target: path, message });
  }
  return { kind: 'file', path, sizeBytes: alignDown(known.size, SECTOR) };
}

/** Throws `target/not-a-drive` for a virtual disk, which Ventoy's own programs would destroy. */
export function requireBareDisk(text: string): void {
  if (!isVhdxPath(text)) return;
  const message = 'Ventoy goes onto a drive or into an .img file';
  throw stickError('target/not-a-drive', { target: resolve(text), message });
}

/** What a name on the command line stands for. `known`: what is there now, if anything. */
type Named = { kind: 'drive'; path: string } | { kind: 'file'; path: string; known: Stats | null };

/** Throws as `lookAt`, and on Windows `target/not-a-drive`. */
async function lookUp(text: string, { host }: Context): Promise<Named> {
  if (host.platform === 'win32') {
    // A name says what it stands for there, and isn't looked at: that may take rights, and wakes a drive that sleeps.
    const drive = windowsDrivePath(text);
    if (drive !== null) return { kind: 'drive', path: drive };
    requireWindowsFile(text);
  }
  const path = resolve(text);
  const known = await lookAt(path);
  return known?.isBlockDevice() ? { kind: 'drive', path } : { kind: 'file', path, known };
}

/** What a name stands for, if it can be a target. */
async function namedTarget(text: string, context: Context): Promise<Named> {
  const named = await lookUp(text, context);
  if (named.kind === 'drive') return named;
  const { path, known } = named;
  if (!isImageFilePath(path)) {
    if (path.startsWith('/dev/')) throw stickError('target/not-found', { target: path });
    const message = 'an image file’s name ends in .img or .vhdx';
    throw stickError('target/not-a-drive', { target: path, message });
  }
  if (known && !known.isFile()) {
    throw stickError('target/not-a-drive', { target: path, message: 'it is not an ordinary file' });
  }
  return named;
}

/** Bytes of the disk in an image file. */
function diskBytesIn(path: string, { size }: Stats): number {
  const content = isVhdxPath(path) ? size - VHDX_PREAMBLE_BYTES : size;
  return alignDown(Math.max(content, 0), isVhdxPath(path) ? VHDX_STEP_BYTES : SECTOR);
}

/**
 * What lies at a path; null where there is nothing. Throws `permission/denied`, and `target/unusable-path`
 * for a path that can't be one.
 */
async function lookAt(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'EACCES') throw stickError('permission/denied', { path }, { cause });
    throw stickError(
      'target/unusable-path',
      { target: path, message: messageOf(cause) },
      { cause },
    );
  }
}

function driveTarget(drive: Drive, unmount: boolean, loss: Loss): AskedTarget {
  return { target: { kind: 'drive', identity: identityOf(drive), unmount }, loss };
}

/** The drive with this path, if it may be written to. */
async function usableDrive(path: string, context: Context): Promise<Drive> {
  const drive = await findDrive(path, context);
  if (drive.bus === 'loop' && !context.allowLoop) {
    throw stickError('target/loop-not-allowed', { target: path });
  }
  const { reasons } = judgeDrive(drive, {
    neededBytes: 0,
    imageDevice: null,
    appDevice: await context.host.deviceOf(context.appFolder),
    workDevice: null,
    allowLoop: context.allowLoop,
  });
  if (reasons.length > 0) {
    throw stickError('target/refused', {
      target: path,
      reasons: reasons.map((reason) => driveReasonTexts[reason]).join(', '),
    });
  }
  return drive;
}

/** The drive with this path, for commands that read. Throws `target/not-found`. */
async function findDrive(path: string, context: Context): Promise<Drive> {
  const drive = (await context.host.listDrives()).find((candidate) => candidate.path === path);
  if (!drive) throw stickError('target/not-found', { target: path });
  return drive;
}

function driveText(drive: Drive): string {
  return `${driveName(drive)} (${drive.path}, ${formatBytes(drive.sizeBytes)})`;
}

function lossOf(drive: Drive): string {
  const what = driveText(drive);
  if (!holdsData(drive)) return `Everything on ${what} will be erased.`;
  const volumes = drive.partitions.map(({ label, fileSystem, path }) =>
    [label ?? path, fileSystem].filter((part) => part !== null).join(', '),
  );
  return `Everything on ${what} will be erased: ${volumes.join('; ')}.`;
}

/**
 * Asks a person at the terminal, for the name of what will be erased and for a yes to what will be changed; elsewhere only
 * `--yes` counts. Throws `target/not-confirmed`, `target/exists`, `target/change-not-confirmed`.
 */
export async function confirmLoss(
  asked: readonly AskedTarget[],
  yes: boolean,
  context: Context,
): Promise<void> {
  for (const { target, loss } of asked) {
    if (loss === null) continue;
    context.output.say(loss.text);
    if (yes) continue;
    const name = targetName(target);
    if (context.output.json || !process.stdin.isTTY) throw refusal(target, loss);
    const question = loss.everything ? `Type ${name} to go on: ` : 'Go on? (y/n) ';
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await terminal.question(question, { signal: context.signal }).finally(() => {
      terminal.close();
    });
    const agreed = loss.everything ? answer.trim() === name : /^y(es)?$/i.test(answer.trim());
    if (!agreed) throw refusal(target, loss);
  }
}

function refusal(target: Target, { everything }: Loss): Error {
  const name = targetName(target);
  if (!everything) return stickError('target/change-not-confirmed', { target: name });
  return target.kind === 'file'
    ? stickError('target/exists', { target: name })
    : stickError('target/not-confirmed', { target: name });
}
