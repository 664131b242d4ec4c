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
import type { Target } from '../../src-shared/plan';
import type { Context } from './context';

/** A target as asked for on the command line, and what would be lost. */
export interface AskedTarget {
  target: Target;
  /** What a person should read before agreeing, or null when nothing can be lost. */
  loss: string | null;
}

/**
 * Finds out what `--target` names: an image file, or a drive of this computer. `sizeBytes` is for image files; an
 * existing one keeps its size without it. A virtual disk has a whole number of blocks; more is taken than asked for.
 */
export async function askedTarget(
  text: string,
  sizeBytes: number | undefined,
  unmount: boolean,
  defaultFileBytes: number,
  context: Context,
): Promise<AskedTarget> {
  const path = resolve(text);
  const known = await lookAt(path);
  if (known?.isBlockDevice()) return driveTarget(path, unmount, context);
  if (!isImageFilePath(path)) {
    if (path.startsWith('/dev/')) throw stickError('target/not-found', { target: path });
    const message = 'an image file’s name ends in .img or .vhdx';
    throw stickError('target/not-a-drive', { target: path, message });
  }
  if (known && !known.isFile()) {
    throw stickError('target/not-a-drive', { target: path, message: 'it is not an ordinary file' });
  }
  const step = isVhdxPath(path) ? VHDX_STEP_BYTES : SECTOR;
  const content = (known?.size ?? 0) - (isVhdxPath(path) ? VHDX_PREAMBLE_BYTES : 0);
  const existing = alignDown(Math.max(content, 0), step);
  const size = sizeBytes ?? (existing > 0 ? existing : defaultFileBytes);
  return {
    target: { kind: 'file', path, sizeBytes: wholeDiskBytes(path, size) },
    loss: known ? `The file ${path} will be replaced.` : null,
  };
}

/**
 * What lies at a path; null where there is nothing. Throws `permission/denied`, and `target/unusable-path`
 * for a path that can't be one.
 */
export async function lookAt(path: string): Promise<Stats | null> {
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

async function driveTarget(path: string, unmount: boolean, context: Context): Promise<AskedTarget> {
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
  return { target: { kind: 'drive', identity: identityOf(drive), unmount }, loss: lossOf(drive) };
}

/** The drive with this device node, for commands that read. Throws `target/not-found`. */
export async function findDrive(path: string, context: Context): Promise<Drive> {
  const drive = (await context.host.listDrives()).find((candidate) => candidate.path === path);
  if (!drive) throw stickError('target/not-found', { target: path });
  return drive;
}

function lossOf(drive: Drive): string {
  const what = `${driveName(drive)} (${drive.path}, ${formatBytes(drive.sizeBytes)})`;
  if (!holdsData(drive)) return `Everything on ${what} will be erased.`;
  const volumes = drive.partitions.map(({ label, fileSystem, path }) =>
    [label ?? path, fileSystem].filter((part) => part !== null).join(', '),
  );
  return `Everything on ${what} will be erased: ${volumes.join('; ')}.`;
}

/** Asks a person at the terminal; elsewhere only `--yes` counts. Throws `target/not-confirmed`. */
export async function confirmLoss(
  asked: readonly AskedTarget[],
  yes: boolean,
  context: Context,
): Promise<void> {
  for (const { target, loss } of asked) {
    if (loss === null) continue;
    context.output.say(loss);
    if (yes) continue;
    const name = target.kind === 'file' ? target.path : target.identity.path;
    if (context.output.json || !process.stdin.isTTY) throw refusal(target, name);
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await terminal
      .question(`Type ${name} to go on: `, { signal: context.signal })
      .finally(() => {
        terminal.close();
      });
    if (answer.trim() !== name) throw refusal(target, name);
  }
}

function refusal(target: Target, name: string): Error {
  return target.kind === 'file'
    ? stickError('target/exists', { target: name })
    : stickError('target/not-confirmed', { target: name });
}
