import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checksPassed, type CheckResult } from '../../src-shared/check';
import { messageOf, stickError } from '../../src-shared/errors';
import type { StickReport } from '../../src-shared/job';
import { partitionOf, type PartitionRole, type StickLayout } from '../../src-shared/layout';
import { SECTOR } from '../../src-shared/units';
import { encodeGpt, type BlockMap } from '../disk';
import type { WriteResult } from '../host';
import { mapExfat, mapOverlay, mapRanges, mapWindows, windowsBytes } from './block-maps';
import { checkStick } from './check';
import { makeEfiVolume } from './efi-volume';
import type { HeldTarget, Job } from './job';
import { newStickIds, type StickIds } from './stick-ids';
import { UnfinishedSticks } from './unfinished-sticks';
import type { WindowsBuild } from './windows-build';

/**
 * Gives one target its own boot partition and identifiers, writes it, and checks it. Goes on where an
 * earlier job with the same content broke off. Keeps `target.state` true.
 */
export async function makeStick(
  job: Job,
  target: HeldTarget,
  build: WindowsBuild,
): Promise<StickReport> {
  const unfinished = new UnfinishedSticks(job.tools.workFolder);
  const earlier = await earlierIds(unfinished, job, target, build);
  const ids = earlier ?? newStickIds();
  await mkdir(target.folder, { recursive: true });
  const own = await mapOwnVolumes(job, target, ids, build.bootFilesFolder);
  const windows = place(target.layout, 'windows');
  const overlay = await mapOverlay(
    build.volumePath,
    join(target.folder, 'windows-overlay.bin'),
    { ...windows, serial: ids.ntfsSerial },
    job.signal,
  );
  await begin(unfinished, job, target, build, ids);
  const common = await commonMap(job, target, build, windows.startByte);
  const maps = [...own, overlay, ...(common.map ? [common.map] : [])];
  const written = await write(job, target, ids, maps, earlier !== null);
  const checks = await check(target);
  if (target.target.kind === 'drive') await unfinished.end(target.target.identity);
  return {
    ...reportOf(target, ids),
    ...written,
    writtenBytes: written.writtenBytes + common.adoptedBytes,
    checks,
  };
}

/** The part of a report that is known before anything is written. */
export function reportOf({ name, layout }: HeldTarget, ids: StickIds) {
  return {
    target: name,
    targetBytes: layout.diskSectors * SECTOR,
    diskGuid: ids.disk,
    partitions: layout.partitions.map((partition) => ({
      ...partition,
      guid: ids.partitions[partition.role],
    })),
  };
}

/** Writes the maps of a stick and its partition table. */
export async function write(
  { signal }: Job,
  target: HeldTarget,
  ids: StickIds,
  maps: readonly BlockMap[],
  resume: boolean,
): Promise<WriteResult> {
  const { layout, open, log } = target;
  const table = encodeGpt({ layout, diskGuid: ids.disk, guids: ids.partitions });
  const result = await open.write(
    { maps, ...table, resume },
    {
      signal,
      onProgress: (phase, done, total) => {
        if (phase !== 'resuming') target.state = 'unfinished';
        log.advance(phase, done, total);
      },
    },
  );
  target.state = 'finished';
  return result;
}

/** Throws `check/failed` when the stick would not start a computer. */
export async function check({ name, open, log }: HeldTarget): Promise<CheckResult[]> {
  log.advance('checking', 0, 0);
  const checks = await checkStick(open.source);
  if (checksPassed(checks)) return checks;
  const failed = checks.filter(({ status }) => status === 'fail');
  throw stickError(
    'check/failed',
    { target: name, failed: failed.map(({ evidence }) => evidence).join('; ') },
    { stick: 'finished', detail: JSON.stringify(failed, null, 2) },
  );
}

/** The volumes that only this stick gets: the EFI system partition, and the shared one where wanted. */
export async function mapOwnVolumes(
  { plan, prepared, tools, signal }: Job,
  { layout, folder }: HeldTarget,
  ids: StickIds,
  bootFilesFolder: string,
): Promise<BlockMap[]> {
  const efiPath = join(folder, 'efi.fat');
  const { edition } = prepared;
  const ranges = await makeEfiVolume({ path: efiPath, layout, ids, edition, bootFilesFolder });
  const efi = await mapRanges(efiPath, ranges, place(layout, 'efi').startByte, signal);
  if (!partitionOf(layout, 'shared')) return [efi];

  const path = join(folder, 'shared.exfat');
  const { startByte, bytes } = place(layout, 'shared');
  const label = plan.space.sharedLabel;
  await tools.host.formatExfat({ path, bytes, label, startLba: startByte / SECTOR }, signal);
  return [efi, await mapExfat(path, startByte, signal)];
}

/** Where a partition lies, in bytes. */
export function place(
  layout: StickLayout,
  role: PartitionRole,
): { startByte: number; bytes: number } {
  const partition = partitionOf(layout, role);
  if (!partition) throw new Error(`the layout has no ${role} partition`);
  return { startByte: partition.startLba * SECTOR, bytes: partition.sectors * SECTOR };
}

/**
 * The common part of Windows as it has to be written. Where nobody else needs it, an image file can
 * become of the volume itself, without a copy, if its file system knows how to shift blocks.
 */
async function commonMap(
  { signal }: Job,
  { open, log }: HeldTarget,
  { map, volumePath, volumeBytes }: WindowsBuild,
  startByte: number,
): Promise<{ map: BlockMap | null; adoptedBytes: number }> {
  if (map) return { map, adoptedBytes: 0 };
  log.advance('writing', 0, volumeBytes);
  const adoptedBytes = await windowsBytes(volumePath, startByte);
  const volume = { path: volumePath, sizeBytes: volumeBytes };
  if (await open.adopt(volume, startByte, signal)) return { map: null, adoptedBytes };
  const running = { signal, onProgress: () => undefined };
  return { map: await mapWindows(volumePath, startByte, running), adoptedBytes: 0 };
}

async function earlierIds(
  unfinished: UnfinishedSticks,
  job: Job,
  { target, layout }: HeldTarget,
  build: WindowsBuild,
): Promise<StickIds | null> {
  if (target.kind !== 'drive' || !build.map) return null;
  return unfinished.find(target.identity, contentOf(job, layout, build.map));
}

async function begin(
  unfinished: UnfinishedSticks,
  job: Job,
  { target, layout }: HeldTarget,
  build: WindowsBuild,
  ids: StickIds,
): Promise<void> {
  if (target.kind !== 'drive' || !build.map) return;
  try {
    await unfinished.begin(target.identity, contentOf(job, layout, build.map), ids);
  } catch (error) {
    job.log.warn(`If this breaks off, it can’t be gone on with later: ${messageOf(error)}`);
  }
}

/** A mark of everything that two jobs must have in common for the second to go on with the first one's stick. */
function contentOf({ plan, prepared }: Job, layout: StickLayout, map: BlockMap): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([layout, plan.space, prepared.edition]));
  for (const { targetOffset, length, hash: chunk } of map.chunks) {
    hash.update(`${String(targetOffset)} ${String(length)} ${String(chunk)}\n`);
  }
  return hash.digest('hex');
}
