import { stickIdOfDisk, stickIdOfVentoy, type StickId } from '../../src-shared/diary';
import { stickError } from '../../src-shared/errors';
import { targetName, type Target } from '../../src-shared/plan';
import type { VentoyLayout } from '../../src-shared/ventoy-stick';
import { chooseTable, readGpt, readMbr } from '../disk';
import type { Host } from '../host';
import type { ByteSource } from '../io';
import { readVentoyLayout } from '../ventoy';
import { readTarget } from './read-target';

/** What its table, or Ventoy, says that a stick is; the same as in the report of its making. Throws `diary/no-identity`. */
export function stickIdentity(
  target: Target,
  host: Pick<Host, 'openTargets'>,
  signal: AbortSignal,
): Promise<StickId> {
  return readTarget(target, host, signal, async (disk) => {
    const found = await identityOn(disk, await readVentoyLayout(disk));
    if ('id' in found) return found.id;
    throw stickError('diary/no-identity', { target: targetName(target), message: found.problem });
  });
}

type Found = { id: StickId } | { problem: string };

/** Of a disk. `ventoy`: what Ventoy left on it. */
export async function identityOn(disk: ByteSource, ventoy: VentoyLayout | null): Promise<Found> {
  if (ventoy?.state === 'damaged') return { problem: 'Ventoy on it is damaged' };
  if (ventoy) return known(stickIdOfVentoy(ventoy));
  const table = chooseTable(await readGpt(disk));
  if (table) return known(stickIdOfDisk({ scheme: 'gpt', guid: table.diskGuid }));
  const mbr = await readMbr(disk);
  if (!mbr) return { problem: 'it has no table of partitions' };
  const signature = mbr.diskSignature.toString(16).padStart(8, '0');
  return known(stickIdOfDisk({ scheme: 'mbr', signature }));
}

function known(id: StickId | null): Found {
  return id === null ? { problem: 'its identifier is nothing but zeros' } : { id };
}
