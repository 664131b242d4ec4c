import { stat } from 'node:fs/promises';
import type { WorkRoom } from '../../../src-shared/ipc';
import type { VentoyPlan } from '../../../src-shared/plan';
import { MiB } from '../../../src-shared/units';
import type { MakeTools } from '../job';
import { openJobFolder } from '../work-folder';
import { requirePlaces, roomFor, windowsDemand, type Demand, type GrowingFile } from '../work-room';
import { INSTALL_BYTES } from './install';
import { prepareVentoy, type PreparedVentoy } from './prepare';

/** File system structures of an NTFS volume that are made in the work folder for each stick. */
const PER_NTFS_BYTES = 256 * MiB;
/** What stat(2) counts a file's blocks in, whatever the file system has. */
const STAT_BLOCK_BYTES = 512;

/** What a job will put into the work folder, and what there is room for. Throws what prepareVentoy throws, and `work/unusable`. */
export async function ventoyWorkRoom(plan: VentoyPlan, tools: MakeTools): Promise<WorkRoom> {
  const prepared = await prepareVentoy(plan, new AbortController().signal);
  return roomFor(await demandOf(plan, prepared, tools));
}

/** Throws as requireRoom does. */
export async function requireVentoyRoom(
  plan: VentoyPlan,
  prepared: PreparedVentoy,
  tools: MakeTools,
): Promise<void> {
  const demand = await demandOf(plan, prepared, tools);
  await requirePlaces(demand, await growthOf(plan, prepared), tools.host);
}

/** What is erased is made anew beside the old file. One that is kept only takes what it has no blocks for yet. */
async function growthOf(
  { install }: VentoyPlan,
  { addedBytes, windows, targets }: PreparedVentoy,
): Promise<GrowingFile[]> {
  const written =
    addedBytes +
    (install.way === 'none' ? 0 : INSTALL_BYTES) +
    (windows?.prepared.unpackedBytes ?? 0);
  const growing: GrowingFile[] = [];
  for (const { target } of targets) {
    if (target.kind !== 'file') continue;
    const { path } = target;
    const most = install.way === 'erase' ? Infinity : await bytesWithoutBlocks(path);
    growing.push({ path, bytes: Math.min(written, most) });
  }
  return growing;
}

/** Of a file that can't be looked at, whoever opens it says why. */
async function bytesWithoutBlocks(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found === null ? Infinity : Math.max(0, found.size - found.blocks * STAT_BLOCK_BYTES);
}

async function demandOf(
  { install, targets }: VentoyPlan,
  { windows }: PreparedVentoy,
  tools: MakeTools,
): Promise<Demand> {
  const ntfs =
    install.way === 'erase' && install.fileSystem === 'ntfs' ? targets.length * PER_NTFS_BYTES : 0;
  if (windows) {
    const demand = await windowsDemand(windows.plan, windows.prepared, tools);
    return { ...demand, lasting: demand.lasting + ntfs };
  }
  // Makes the folder when it is missing, and removes what crashed jobs left.
  await (await openJobFolder(tools.workFolder)).remove();
  const freeBytes = await tools.host.freeBytes(tools.workFolder);
  return { folder: tools.workFolder, copied: 0, lasting: ntfs, freeBytes };
}
