import { dirname } from 'node:path';
import type { WorkRoom } from '../../../src-shared/ipc';
import type { VentoyPlan } from '../../../src-shared/plan';
import { MiB } from '../../../src-shared/units';
import type { MakeTools } from '../job';
import { openJobFolder } from '../work-folder';
import { requireBytes, windowsDemand } from '../work-room';
import { INSTALL_BYTES } from './install';
import { prepareVentoy, type PreparedVentoy } from './prepare';

/** File system structures of an NTFS volume that are made in the work folder for each stick. */
const PER_NTFS_BYTES = 256 * MiB;

/** What a job will put into the work folder, and what there is room for. Throws what prepareVentoy throws, and `work/unusable`. */
export async function ventoyWorkRoom(plan: VentoyPlan, tools: MakeTools): Promise<WorkRoom> {
  const prepared = await prepareVentoy(plan, new AbortController().signal);
  return demandOf(plan, prepared, tools);
}

/** Throws `work/full` for the first place that can't hold what it will be given. */
export async function requireVentoyRoom(
  plan: VentoyPlan,
  prepared: PreparedVentoy,
  tools: MakeTools,
): Promise<void> {
  const { folder, neededBytes, freeBytes } = await demandOf(plan, prepared, tools);
  requireBytes(folder, neededBytes, freeBytes);
  const perStick =
    prepared.addedBytes +
    (plan.install.way === 'none' ? 0 : INSTALL_BYTES) +
    (prepared.windows?.prepared.unpackedBytes ?? 0);
  const folders = new Map<string, number>();
  for (const { target } of prepared.targets) {
    if (target.kind !== 'file') continue;
    const place = dirname(target.path);
    folders.set(place, (folders.get(place) ?? 0) + perStick);
  }
  for (const [place, bytes] of folders)
    requireBytes(place, bytes, await tools.host.freeBytes(place));
}

async function demandOf(
  { install, targets }: VentoyPlan,
  { windows }: PreparedVentoy,
  tools: MakeTools,
): Promise<WorkRoom> {
  const ntfs =
    install.way === 'erase' && install.fileSystem === 'ntfs' ? targets.length * PER_NTFS_BYTES : 0;
  if (windows) {
    const demand = await windowsDemand(windows.plan, windows.prepared, tools);
    return { ...demand, neededBytes: demand.neededBytes + ntfs };
  }
  // Makes the folder when it is missing, and removes what crashed jobs left.
  await (await openJobFolder(tools.workFolder)).remove();
  const freeBytes = await tools.host.freeBytes(tools.workFolder);
  return { folder: tools.workFolder, neededBytes: ntfs, freeBytes };
}
