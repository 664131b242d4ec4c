import { MiB, SECTOR } from '../../../src-shared/units';
import { readGpt, readMbr, unionRanges, type ByteRange } from '../../disk';
import { bitLockerPlaces, FVE_BLOCK } from '../../guest/bitlocker';
import type { ByteSource } from '../../io';

/**
 * At the beginning and at the end of a volume: where file systems, encryption, RAID and volume managers have what they are
 * recognised by, and NTFS and a GPT their second copy.
 */
const EDGE_BYTES = MiB;

/**
 * Where what was on a disk could be recognised: the edges of the disk and of every partition that any of its tables names,
 * and what BitLocker needs to open a volume. Ascending, whole sectors, not touching. Throws `io/read`.
 */
export async function oldTraces(disk: ByteSource): Promise<ByteRange[]> {
  const volumes = [{ offset: 0, length: disk.size }, ...(await partitionsOn(disk))];
  const traces = volumes.flatMap(edges);
  for (const volume of volumes) traces.push(...(await bitLockerCopies(disk, volume)));
  return unionRanges(traces);
}

/** What a table names need not be right: tables contradict each other, and drives are copied onto smaller ones. */
async function partitionsOn(disk: ByteSource): Promise<ByteRange[]> {
  const { primary, backup } = await readGpt(disk);
  const mbr = await readMbr(disk);
  const entries = [
    ...('problem' in primary ? [] : primary.entries),
    ...('problem' in backup ? [] : backup.entries),
    ...(mbr?.entries ?? []),
  ];
  return entries.flatMap(({ firstLba, lastLba }) => {
    const range = { offset: firstLba * SECTOR, length: (lastLba + 1 - firstLba) * SECTOR };
    return within(disk, range);
  });
}

function edges({ offset, length }: ByteRange): ByteRange[] {
  const edge = Math.min(EDGE_BYTES, length);
  return [
    { offset, length: edge },
    { offset: offset + length - edge, length: edge },
  ];
}

async function bitLockerCopies(disk: ByteSource, volume: ByteRange): Promise<ByteRange[]> {
  const places = bitLockerPlaces(await disk.read(volume.offset, SECTOR));
  return places.flatMap((place) =>
    within(disk, { offset: volume.offset + place, length: FVE_BLOCK }),
  );
}

/** As much of a range as lies on the disk. */
function within(disk: ByteSource, { offset, length }: ByteRange): ByteRange[] {
  const end = Math.min(offset + length, disk.size);
  return offset < end ? [{ offset, length: end - offset }] : [];
}
