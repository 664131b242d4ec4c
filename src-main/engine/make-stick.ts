import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../src-shared/errors';
import type { StickReport } from '../../src-shared/job';
import type { DriveIdentity } from '../../src-shared/drive';
import { partitionOf, windowsVolume, type StickLayout } from '../../src-shared/layout';
import { SECTOR } from '../../src-shared/units';
import { diskOffset } from '../../src-shared/vhdx';
import { writeExfatVolume, type BlockMap } from '../disk';
import { mapOverlay, mapRanges, mapWindows, windowsBytes } from './block-maps';
import { encryptByWindows } from './bitlocker/encrypt-by-windows';
import { leftOutOf } from './bitlocker/volume-areas';
import { writeEncrypted } from './bitlocker/write-encrypted';
import { mapContainer } from './container';
import { makeEfiVolume } from './efi-volume';
import type { HeldTarget, Job } from './job';
import { place } from './place';
import { asksPassword } from './require-boot-files';
import { newStickIds, type StickIds } from './stick-ids';
import type { WindowsBuild } from './windows-build';
import type { StickFindings } from './check';
import { checkMade, writeStick } from './write-stick';

/**
 * Gives one target its own boot partition and identifiers, writes it, and checks it. Goes on where an
 * earlier job with the same content broke off. Keeps `target.state` true.
 */
export async function makeStick(
  job: Job,
  target: HeldTarget,
  build: WindowsBuild,
): Promise<StickReport> {
  const begun = begunStick(job, target, build);
  const earlier = begun && (await job.unfinished.find(begun.drive, begun.content));
  const ids = earlier ?? newStickIds();
  await mkdir(target.folder, { recursive: true });
  const own = await mapOwnVolumes(job, target, ids, build.bootFilesFolder);
  const windows = windowsVolume(target.layout);
  const leftOut = await leftOutOf(job.plan, build.volumePath);
  const overlay = await mapOverlay(
    build.volumePath,
    join(target.folder, 'windows-overlay.bin'),
    { ...windows, serial: ids.ntfsSerial, contents: target.content.ownFiles, leftOut },
    job.signal,
  );
  const container = await mapContainer(job, target, ids);
  if (begun) await begin(job, begun, ids);
  const common = await commonMap(job, target, build, windows.startByte);
  const inVolume = [overlay, common.map].filter((map) => map !== null);
  const others = [...own, container].filter((map) => map !== null);
  const { protect } = job.plan;
  if (protect.kind === 'now') {
    const content = { volumePath: build.volumePath, inVolume, others };
    return {
      ...reportOf(target, ids),
      ...(await writeEncrypted(job, target, protect, ids, content)),
    };
  }
  const { freeSpace: _, ...written } = await writeStick(
    job,
    target,
    ids,
    { maps: [...others, ...inVolume] },
    earlier !== null,
  );
  // Whole now, whatever its check finds: there is nothing to go on with.
  if (begun) await job.unfinished.end(begun.drive);
  return {
    ...reportOf(target, ids),
    ...written,
    writtenBytes: written.writtenBytes + common.adoptedBytes,
    ...(await finishWritten(job, target)),
  };
}

/** What is done with a stick that was written in the clear: Windows encrypts it where that is wanted, and it is checked. */
export async function finishWritten(
  job: Job,
  target: HeldTarget,
): Promise<Pick<StickReport, 'bitLocker' | keyof StickFindings>> {
  const { protect } = job.plan;
  if (protect.kind === 'after-writing') return encryptByWindows(job, target, protect);
  return { bitLocker: null, ...(await checkMade(target, job.signal)) };
}

/** The part of a report that is known before anything is written. */
export function reportOf({ name, layout, content }: HeldTarget, ids: StickIds) {
  return {
    target: name,
    targetBytes: layout.diskSectors * SECTOR,
    computerName: content.computerName,
    ...identityOf(layout, ids),
  };
}

function identityOf(
  { scheme, partitions }: StickLayout,
  ids: StickIds,
): Pick<StickReport, 'disk' | 'partitions'> {
  if (scheme === 'mbr') {
    const signature = ids.diskSignature.toString(16).padStart(8, '0');
    return { disk: { scheme, signature }, partitions: [...partitions] };
  }
  const named = partitions.map((part) => ({ ...part, guid: ids.partitions[part.role] }));
  return { disk: { scheme, guid: ids.disk }, partitions: named };
}

/** The volumes that only this stick gets: the EFI system partition, and the shared one where wanted. */
export async function mapOwnVolumes(
  { plan, prepared, signal }: Job,
  { layout, folder }: HeldTarget,
  ids: StickIds,
  bootFilesFolder: string,
): Promise<BlockMap[]> {
  const efiPath = join(folder, 'efi.fat');
  const { edition } = prepared;
  const ranges = await makeEfiVolume({
    ...{ path: efiPath, layout, ids, edition, bootFilesFolder, asksPassword: asksPassword(plan) },
  });
  const efi = await mapRanges(efiPath, ranges, place(layout, 'efi').startByte, signal);
  if (!partitionOf(layout, 'shared')) return [efi];

  const path = join(folder, 'shared.exfat');
  const { startByte, bytes } = place(layout, 'shared');
  const { allocated } = await writeExfatVolume({
    ...{ path, bytes, startLba: startByte / SECTOR },
    ...{ label: plan.space.sharedLabel, serial: ids.exfatSerial },
  });
  return [efi, await mapRanges(path, allocated, startByte, signal)];
}

/**
 * The common part of Windows as it has to be written. Where nobody else needs it, an image file can
 * become of the volume itself, without a copy, if its file system knows how to shift blocks.
 */
async function commonMap(
  { signal }: Job,
  { open, target, log, content }: HeldTarget,
  { map, volumePath, fileBytes }: WindowsBuild,
  startByte: number,
): Promise<{ map: BlockMap | null; adoptedBytes: number }> {
  if (map) return { map, adoptedBytes: 0 };
  log.advance('writing', 0, fileBytes);
  const unpacked = {
    path: volumePath,
    startByte,
    ownFiles: content.ownFiles.map(({ path }) => path),
  };
  const adoptedBytes = await windowsBytes(unpacked);
  const volume = { path: volumePath, sizeBytes: fileBytes };
  if (await open.adopt(volume, diskOffset(target) + startByte, signal))
    return { map: null, adoptedBytes };
  const running = { signal, onProgress: () => undefined };
  return { map: await mapWindows(unpacked, running), adoptedBytes: 0 };
}

/** A drive, and a mark of everything that two jobs must have in common for the second to go on with it. */
interface BegunStick {
  drive: DriveIdentity;
  content: string;
}

/** Null for an image file, which goes away when it isn't finished, and where the keys of an earlier job are needed and gone. */
function begunStick(
  { plan, prepared }: Job,
  { target, layout }: HeldTarget,
  { map }: WindowsBuild,
): BegunStick | null {
  if (target.kind !== 'drive' || !map || plan.protect.kind === 'now') return null;
  const hash = createHash('sha256');
  hash.update(JSON.stringify([layout, plan.space, prepared.edition]));
  for (const { targetOffset, length, hash: chunk } of map.chunks) {
    hash.update(`${String(targetOffset)} ${String(length)} ${String(chunk)}\n`);
  }
  return { drive: target.identity, content: hash.digest('hex') };
}

async function begin(
  { unfinished, log }: Job,
  { drive, content }: BegunStick,
  ids: StickIds,
): Promise<void> {
  try {
    await unfinished.begin(drive, content, ids);
  } catch (error) {
    log.warn(`If this breaks off, it can’t be gone on with later: ${messageOf(error)}`);
  }
}
