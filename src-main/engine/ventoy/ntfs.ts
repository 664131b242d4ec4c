import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { stickError } from '../../../src-shared/errors';
import { windowsVolume, type StickLayout } from '../../../src-shared/layout';
import type { VentoyStickReport } from '../../../src-shared/job';
import { MiB, SECTOR } from '../../../src-shared/units';
import type { WholeVentoyLayout } from '../../../src-shared/ventoy-stick';
import type { BlockMap } from '../../disk';
import type { ContainerFile, ContainerVolume, WriteRequest } from '../../host';
import { mapOverlay } from '../block-maps';
import { containerSerial, mapMadeVolume, virtualDiskHead } from '../container';
import type { WorkedTarget } from '../job';
import { newStickIds, type StickIds } from '../stick-ids';
import type { WindowsBuild } from '../windows-build';
import type { HeldVentoyTarget, VentoyJob } from './job';
import type { PreparedWindows } from './windows';

/** Where writing erases the last bytes of a disk before it begins: the end of VTOYEFI, and a GPT’s second copy. */
const TAIL_BYTES = MiB;

export interface WrittenNtfs {
  writtenBytes: number;
  verifiedBytes: number;
  windows: VentoyStickReport['windows'];
}

const nothing: WrittenNtfs = { writtenBytes: 0, verifiedBytes: 0, windows: null };

/**
 * Ventoy's script for Linux formats with exFAT only: where NTFS is wanted, makes the partition anew, with the virtual disk of
 * Windows in it where there is one. What lies before the partition, and the copy of the table at the end, are written back as
 * they were. Throws `ventoy/other-layout`, and what writing throws.
 */
export async function writeNtfs(
  job: VentoyJob,
  target: HeldVentoyTarget,
  found: WholeVentoyLayout,
): Promise<WrittenNtfs> {
  const { install } = job.plan;
  if (install.way !== 'erase' || install.fileSystem !== 'ntfs') return nothing;
  await mkdir(target.folder, { recursive: true });
  const ids = newStickIds();
  const planned = plannedWindows(job, target);
  const volume: ContainerVolume = {
    path: join(target.folder, 'data.ntfs'),
    bytes: found.data.sectors * SECTOR,
    startLba: found.data.startLba,
    label: install.label,
    serial: containerSerial(ids),
    writableBy: 'everyone',
    file: planned && virtualDisk(planned, found, ids),
  };
  const maps: BlockMap[] = [await mapMadeVolume(volume, job.tools.host, job.signal)];
  if (planned) maps.push(...(await mapWindowsIn(job, target, planned, ids)));
  const written = await write(job, target, found, maps);
  return { ...written, windows: planned && reportOf(planned, volume) };
}

interface PlannedWindows {
  name: string;
  computerName: string | null;
  layout: StickLayout;
  content: PreparedWindows['prepared']['targets'][number]['content'];
  build: WindowsBuild;
}

function plannedWindows(
  { plan, prepared, windowsBuild }: VentoyJob,
  { name }: WorkedTarget,
): PlannedWindows | null {
  if (!plan.windows || !prepared.windows || !windowsBuild) return null;
  const planned = prepared.windows.prepared.targets.find((target) => target.name === name);
  if (!planned) throw new Error(`${name} has no place for Windows`);
  const { layout, content } = planned;
  const { computerName } = content;
  return { name: plan.windows.name, computerName, layout, content, build: windowsBuild };
}

/** Throws `ventoy/other-layout` when Ventoy’s programs made other partitions than were reckoned with. */
function virtualDisk(
  { name, layout }: PlannedWindows,
  { data }: WholeVentoyLayout,
  ids: StickIds,
): ContainerFile {
  const { vhdx } = layout;
  const [reckoned] = layout.partitions;
  if (!vhdx || reckoned?.startLba !== data.startLba || reckoned.sectors > data.sectors) {
    const message = `sectors ${String(data.startLba)} to ${String(data.startLba + data.sectors - 1)}`;
    throw stickError('ventoy/other-layout', { message }, { stick: 'partial' });
  }
  return {
    name,
    startByte: vhdx.fileStartByte - data.startLba * SECTOR,
    bytes: vhdx.fileBytes,
    head: virtualDiskHead(vhdx, ids),
  };
}

async function mapWindowsIn(
  { signal }: VentoyJob,
  { folder }: HeldVentoyTarget,
  { layout, content, build }: PlannedWindows,
  ids: StickIds,
): Promise<BlockMap[]> {
  const overlay = await mapOverlay(
    build.volumePath,
    join(folder, 'windows-overlay.bin'),
    { ...windowsVolume(layout), serial: ids.ntfsSerial, contents: content.ownFiles },
    signal,
  );
  if (!build.map) throw new Error('the unpacked Windows was not mapped');
  return [overlay, build.map];
}

async function write(
  { signal }: VentoyJob,
  target: HeldVentoyTarget,
  { data }: WholeVentoyLayout,
  maps: readonly BlockMap[],
): Promise<Omit<WrittenNtfs, 'windows'>> {
  const { open, log } = target;
  const request: WriteRequest = {
    maps,
    head: await open.source.read(0, data.startLba * SECTOR),
    tail: await open.source.read(open.sizeBytes - TAIL_BYTES, TAIL_BYTES),
    resume: false,
  };
  target.state = 'unfinished';
  const written = await open.write(request, {
    signal,
    onProgress: (phase, done, total) => {
      log.advance(phase, done, total);
    },
  });
  target.state = 'partial';
  return { writtenBytes: written.writtenBytes, verifiedBytes: written.verifiedBytes };
}

function reportOf(
  { name, computerName }: PlannedWindows,
  { file }: ContainerVolume,
): VentoyStickReport['windows'] {
  return { path: name, bytes: file?.bytes ?? 0, computerName };
}
