import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { stickError, toStickError } from '../../src-shared/errors';
import { windowsVolumeStart } from '../../src-shared/layout';
import type { BlockMap } from '../disk';
import type { Running } from '../host';
import { mapWindows } from './block-maps';
import { BOOT_FOLDER, VOLUME_FILE } from './build-cache';
import { leftOutOf } from './bitlocker/volume-areas';
import type { Job } from './job';
import { logServiced } from './offline-servicing';
import type { ReadImage } from './read-image';
import { asksPassword, requireBootFiles } from './require-boot-files';
import {
  buildVolumeSizes,
  commonFiles,
  windowsBuildKey,
  windowsVolumeRequest,
} from './windows-volume';
import { makeRoom } from './work-room';

/** An unpacked Windows with the boot files taken from the same image. */
export interface WindowsBuild {
  /** The file with the volume, which openVolumeFile reads. */
  volumePath: string;
  /** Size of that file, in bytes. */
  fileBytes: number;
  bootFilesFolder: string;
  /** What all sticks have in common. Null: no other stick needs the volume, so its file may become the target’s. */
  map: BlockMap | null;
  fromCache: boolean;
  /** The content of its file turned out to be damaged: no later job must take it. */
  discard(): Promise<void>;
  /** Ends the use. Never fails. */
  release(): Promise<void>;
}

/**
 * Windows for all targets of the job, whatever their sizes: kept from an earlier job, or unpacked now.
 * Throws `image/changed`, `work/full`, `wim/too-large` and what else the host throws.
 */
export async function windowsBuild(job: Job, image: ReadImage): Promise<WindowsBuild> {
  const { prepared, tools, log } = job;
  const [usual, larger] = buildVolumeSizes(prepared);
  const keyOf = (volumeBytes: number): string => windowsBuildKey(job, image.sha256, volumeBytes);
  const kept =
    (await tools.cache.take(keyOf(usual))) ??
    (larger === undefined ? null : await tools.cache.take(keyOf(larger)));
  if (kept) {
    log.info('This Windows was unpacked before and kept; it is not unpacked again');
    await makeRoom(job, 0);
    return kept;
  }
  const { wimParts } = await image.stage();
  // Else they are missed later, when each stick's boot partition is made: here that would be after minutes of unpacking.
  if (asksPassword(job.plan)) await requireBootFiles(job, wimParts);
  log.phase('building');
  await makeRoom(job, prepared.unpackedBytes);
  const build = (volumeBytes: number): Promise<WindowsBuild> =>
    isForOneImageFile(job)
      ? spareBuild(job, wimParts, volumeBytes)
      : keepableBuild(job, wimParts, volumeBytes, keyOf(volumeBytes));
  try {
    return await build(usual);
  } catch (error) {
    if (larger === undefined || toStickError(error).code !== 'wim/too-large') throw error;
    log.warn('Windows takes more room than its image says; it is unpacked into a larger volume');
    return build(larger);
  }
}

function keepableBuild(
  job: Job,
  wimParts: string[],
  size: number,
  key: string,
): Promise<WindowsBuild> {
  const { plan, tools, log, signal } = job;
  const { edition, info, unpackedBytes } = job.prepared;
  const { startByte } = windowsVolumeStart(plan.layout.container);
  const ownFiles = commonFiles(job.prepared).map(({ path }) => path);
  const about = { edition: edition.name, image: basename(info.path) };
  return tools.cache.add(key, about, async (folder) => {
    const phases = twoPieces(log.running(signal), edition.totalBytes, unpackedBytes);
    const { volumePath } = await unpack(job, wimParts, folder, size, phases.first);
    const leftOut = await leftOutOf(plan, volumePath);
    const { chunks, sizeBytes: fileBytes } = await mapWindows(
      { path: volumePath, startByte, ownFiles, leftOut },
      phases.second,
    );
    return { fileBytes, chunks };
  });
}

/** An image file can become of the volume itself, without a copy, and then there is nothing to keep. One that is encrypted can't. */
function isForOneImageFile({ plan, prepared, mayAdopt }: Job): boolean {
  if (!mayAdopt || plan.protect.kind === 'now') return false;
  const [target, ...others] = prepared.targets;
  return target?.target.kind === 'file' && others.length === 0;
}

async function spareBuild(
  job: Job,
  wimParts: string[],
  volumeBytes: number,
): Promise<WindowsBuild> {
  const running = job.log.running(job.signal);
  const { volumePath, bootFilesFolder } = await unpack(
    job,
    wimParts,
    job.folder,
    volumeBytes,
    running,
  );
  const { size: fileBytes } = await stat(volumePath);
  const nothing = (): Promise<void> => Promise.resolve();
  const place = { volumePath, fileBytes, bootFilesFolder };
  return { ...place, map: null, fromCache: false, discard: nothing, release: nothing };
}

async function unpack(
  job: Job,
  wimParts: string[],
  folder: string,
  volumeBytes: number,
  running: Running,
) {
  const { tools } = job;
  const place = {
    place: 'new-file' as const,
    volumePath: join(folder, VOLUME_FILE),
    volumeBytes,
    bootFilesFolder: join(folder, BOOT_FOLDER),
  };
  const request = windowsVolumeRequest(job, wimParts, commonFiles(job.prepared), place);
  const onServiced = logServiced(job.log);
  await tools.host.buildWindowsVolume(request, { ...running, onServiced });
  await requireSameWim(job);
  await dropCopiedWim(job);
  return place;
}

/** A WIM that wasn't copied out of an image could be exchanged after it was hashed. */
export async function requireSameWim({ prepared, tools }: Job): Promise<void> {
  const { info } = prepared;
  if (info.wim.insideIso !== null || (await tools.staged.peek(info)) !== null) return;
  throw stickError('image/changed', { path: info.path });
}

/** Gigabytes that nobody needs any more make room, on the disk and in memory, for what is written next. */
export async function dropCopiedWim({ prepared, tools }: Job): Promise<void> {
  if (prepared.info.wim.insideIso !== null) await tools.staged.clear();
}

/** Two pieces of work that are one phase for a person. Bytes are estimates until a piece tells its own. */
function twoPieces(
  { signal, onProgress }: Running,
  firstBytes: number,
  secondBytes: number,
): { first: Running; second: Running } {
  let first = firstBytes;
  return {
    first: {
      signal,
      onProgress: (done, total) => {
        first = total;
        onProgress(done, total + secondBytes);
      },
    },
    second: {
      signal,
      onProgress: (done, total) => {
        onProgress(first + done, first + total);
      },
    },
  };
}
