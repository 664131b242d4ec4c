import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checksPassed, type CheckResult } from '../../src-shared/check';
import { stickError } from '../../src-shared/errors';
import type { StickReport } from '../../src-shared/job';
import { partitionOf, type PartitionRole, type StickLayout } from '../../src-shared/layout';
import { SECTOR } from '../../src-shared/units';
import { encodeGpt, extentBytes } from '../disk';
import type { WriteResult } from '../host';
import { checkStick } from './check';
import { makeEfiVolume } from './efi-volume';
import type { HeldTarget, Job } from './job';
import { newStickGuids, type StickGuids } from './stick-guids';
import { collectExtents, type StickVolume } from './volumes';
import type { WindowsBuild } from './windows-builds';

/** Gives one target its own boot partition and GUIDs, writes it, and checks it. Keeps `target.state` true. */
export async function makeStick(
  job: Job,
  target: HeldTarget,
  build: WindowsBuild,
): Promise<StickReport> {
  const { layout, name } = target;
  const guids = newStickGuids();
  const volumes = await makeVolumes(job, layout, guids, build);
  const adopted = build.spare ? await adoptWindows(job, target, volumes) : null;
  const written = await write(job, target, adopted?.rest ?? volumes, guids);
  const checks = await check(job, target);
  return {
    target: name,
    targetBytes: layout.diskSectors * SECTOR,
    diskGuid: guids.disk,
    partitions: layout.partitions.map((partition) => ({
      ...partition,
      guid: guids.partitions[partition.role],
    })),
    ...written,
    writtenBytes: written.writtenBytes + (adopted?.bytes ?? 0),
    checks,
  };
}

/**
 * An image file can become of the Windows volume itself, without a copy, where the file system knows how to shift blocks. Returns what is
 * left to write and how many bytes are in place, or null where everything has to be written.
 */
async function adoptWindows(
  { log, signal }: Job,
  target: HeldTarget,
  volumes: readonly StickVolume[],
): Promise<{ rest: StickVolume[]; bytes: number } | null> {
  const windows = volumes.find(({ kind }) => kind === 'ntfs');
  if (target.target.kind !== 'file' || !windows) return null;
  log.phase('writing', target.name);
  const bytes = extentBytes(await collectExtents([windows]));
  const { path, bytes: sizeBytes, startByte } = windows;
  if (!(await target.open.adopt({ path, sizeBytes }, startByte, signal))) return null;
  return { rest: volumes.filter((volume) => volume !== windows), bytes };
}

async function write(
  { log, signal }: Job,
  target: HeldTarget,
  volumes: readonly StickVolume[],
  guids: StickGuids,
): Promise<WriteResult> {
  const { layout, name, open } = target;
  const result = await open.write(
    {
      sources: volumes.map(({ path, bytes }) => ({ path, sizeBytes: bytes })),
      extents: await collectExtents(volumes),
      ...encodeGpt({ layout, diskGuid: guids.disk, guids: guids.partitions }),
    },
    {
      signal,
      onProgress: (phase, done, total) => {
        target.state = 'unfinished';
        log.phase(phase, name);
        log.progress(done, total);
      },
    },
  );
  target.state = 'finished';
  return result;
}

/** Throws `check/failed` when the stick would not start a computer. */
async function check({ log }: Job, { name, open }: HeldTarget): Promise<CheckResult[]> {
  log.phase('checking', name);
  const checks = await checkStick(open.source);
  if (checksPassed(checks)) return checks;
  const failed = checks.filter(({ status }) => status === 'fail');
  for (const { id, evidence } of failed) log.warn(`${id}: ${evidence}`);
  throw stickError(
    'check/failed',
    { target: name, failed: failed.map(({ evidence }) => evidence).join('; ') },
    { stick: 'finished', detail: JSON.stringify(failed, null, 2) },
  );
}

/** The files that become this stick's partitions, in the order in which they lie on it. */
async function makeVolumes(
  { plan, prepared, tools, signal, folder }: Job,
  layout: StickLayout,
  guids: StickGuids,
  { volumePath, bootFilesFolder }: WindowsBuild,
): Promise<StickVolume[]> {
  const efiPath = join(folder, 'efi.fat');
  await rm(efiPath, { force: true });
  const { edition } = prepared;
  const ranges = await makeEfiVolume({ path: efiPath, layout, guids, edition, bootFilesFolder });
  const volumes: StickVolume[] = [
    { kind: 'ranges', path: efiPath, ...place(layout, 'efi'), ranges },
    { kind: 'ntfs', path: volumePath, ...place(layout, 'windows') },
  ];
  if (partitionOf(layout, 'shared')) {
    const shared = { path: join(folder, 'shared.exfat'), ...place(layout, 'shared') };
    await rm(shared.path, { force: true });
    const label = plan.space.sharedLabel;
    await tools.host.formatExfat(
      { path: shared.path, bytes: shared.bytes, label, startLba: shared.startByte / SECTOR },
      signal,
    );
    volumes.push({ kind: 'exfat', ...shared });
  }
  return volumes;
}

function place(layout: StickLayout, role: PartitionRole): { startByte: number; bytes: number } {
  const partition = partitionOf(layout, role);
  if (!partition) throw new Error(`the layout has no ${role} partition`);
  return { startByte: partition.startLba * SECTOR, bytes: partition.sectors * SECTOR };
}
