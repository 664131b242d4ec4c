import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VHDX_PREAMBLE_BYTES } from '../../src-shared/layout';
import type { Target } from '../../src-shared/plan';
import { MiB, SECTOR } from '../../src-shared/units';
import { diskOffset } from '../../src-shared/vhdx';
import { encodeVhdxPreamble, isVhdx, openVhdx, type BlockMap } from '../disk';
import type { OpenTarget, VolumeEncryption, WriteRequest } from '../host';
import { mapRanges } from './block-maps';
import type { HeldTarget } from './job';
import type { StickIds } from './stick-ids';
import { encodeTable } from './stick-table';
import type { DiskContent } from './write-stick';

/** Bytes of the file that are written last, so that one that isn't finished is no virtual disk. */
const HEAD_BYTES = MiB;

/** A target as the host is to open it: a file that holds a virtual disk is larger than the disk. */
export function openedAs(target: Target): Target {
  if (target.kind === 'drive') return target;
  return { ...target, sizeBytes: target.sizeBytes + diskOffset(target) };
}

/**
 * What a target is made of, from what its disk is made of. In a file that holds a virtual disk everything comes
 * later, and the file's own structures come before.
 */
export async function stickContent(
  { target, layout, folder }: Pick<HeldTarget, 'target' | 'layout' | 'folder'>,
  ids: StickIds,
  { maps, encryption }: DiskContent,
  signal: AbortSignal,
): Promise<Omit<WriteRequest, 'resume'>> {
  const table = encodeTable(layout, ids);
  if (diskOffset(target) === 0) return { maps, ...table, ...(encryption ? { encryption } : {}) };
  const diskBytes = layout.diskSectors * SECTOR;
  const preamble = encodeVhdxPreamble({ diskBytes, ids: ids.vhdx });
  const path = join(folder, 'vhdx-head.bin');
  const bytes = Buffer.concat([preamble.subarray(HEAD_BYTES), table.head]);
  await writeFile(path, bytes, { mode: 0o600 });
  const range = { offset: 0, length: bytes.length };
  const own = await mapRanges(path, [range], HEAD_BYTES, signal);
  return {
    maps: [own, ...maps.map(behindPreamble)],
    head: preamble.subarray(0, HEAD_BYTES),
    tail: table.tail,
    ...(encryption ? { encryption: volumeBehindPreamble(encryption) } : {}),
  };
}

/** The disk of an open target: the target itself, or what lies in it. Throws `vhdx/unsupported`. */
export async function diskIn(
  { source }: OpenTarget,
  target: Target,
): Promise<OpenTarget['source']> {
  if (target.kind === 'drive') return source;
  const holdsDisk = diskOffset(target) > 0 || (await isVhdx(source));
  return holdsDisk ? openVhdx(source, target.path) : source;
}

function volumeBehindPreamble(volume: VolumeEncryption): VolumeEncryption {
  const startByte = volume.startByte + VHDX_PREAMBLE_BYTES;
  return { ...volume, startByte, maps: volume.maps.map(behindPreamble) };
}

/** One object for all targets that need the same map in the same place: the helper reads it once then. */
const shiftedMaps = new WeakMap<BlockMap, BlockMap>();

function behindPreamble(map: BlockMap): BlockMap {
  const known = shiftedMaps.get(map);
  if (known) return known;
  const chunks = map.chunks.map(({ targetOffset, ...chunk }) => ({
    ...chunk,
    targetOffset: targetOffset + VHDX_PREAMBLE_BYTES,
  }));
  const made = { ...map, chunks };
  shiftedMaps.set(map, made);
  return made;
}
