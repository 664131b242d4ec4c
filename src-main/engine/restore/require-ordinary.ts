import { messageOf, stickError } from '../../../src-shared/errors';
import type { StickLayout } from '../../../src-shared/layout';
import {
  chooseTable,
  FileSystemError,
  MBR_TYPE,
  openExfat,
  PARTITION_TYPE,
  readExfatBootRegion,
  readExfatLabel,
  readGpt,
  readMbr,
} from '../../disk';
import { slice, type ByteSource } from '../../io';
import { place } from '../place';

/**
 * Reads a drive as a computer does that it is plugged into: one partition where the layout has it, nothing that starts a
 * computer, and in it an empty exFAT volume. Returns the bytes of the volume's clusters and of what comes before them. Throws
 * `restore/not-ordinary`, which says that all was written, and `io/read`.
 */
export async function requireOrdinary(
  target: string,
  disk: ByteSource,
  layout: StickLayout,
  label: string,
): Promise<{ volumeBytes: number }> {
  const wrong = (message: string): Error =>
    stickError('restore/not-ordinary', { target, message }, { stick: 'finished' });
  const problem = await wrongTable(disk, layout);
  if (problem !== null) throw wrong(problem);
  const { startByte, bytes } = place(layout, 'shared');
  const volume = slice(disk, startByte, bytes);
  try {
    await readExfatBootRegion(volume, 'backup');
    const { heapOffset, clusters, clusterBytes } = await readExfatBootRegion(volume);
    const found = (await readExfatLabel(volume)) ?? '';
    if (found !== label) throw wrong(`its label is “${found}”`);
    const files = await (await openExfat(volume)).list('/');
    if (files.length > 0) throw wrong('it is not empty');
    return { volumeBytes: heapOffset + clusters * clusterBytes };
  } catch (error) {
    if (error instanceof FileSystemError) throw wrong(messageOf(error));
    throw error;
  }
}

/** What is wrong with the table of partitions; null when nothing is. */
async function wrongTable(
  disk: ByteSource,
  { scheme, partitions: [wanted] }: StickLayout,
): Promise<string | null> {
  const gpt = await readGpt(disk);
  const table = chooseTable(gpt);
  const mbr = await readMbr(disk);
  if (mbr && mbr.bootCode !== 'none') return 'there is a program for a BIOS in its first sector';
  if (scheme === 'mbr' && table) return 'it still has a GPT';
  if (scheme === 'gpt' && !gpt.agree) return 'the copies of its GPT differ';
  const entries = scheme === 'gpt' ? table?.entries : mbr?.entries;
  const [entry, ...more] = entries ?? [];
  if (!entry || !wanted || more.length > 0) return 'it has not got exactly one partition';
  const isForFiles =
    'typeGuid' in entry
      ? entry.typeGuid === PARTITION_TYPE.shared
      : entry.type === MBR_TYPE.ntfs && !entry.active;
  const lastLba = wanted.startLba + wanted.sectors - 1;
  if (!isForFiles) return 'its partition is not one for files';
  if (entry.firstLba === wanted.startLba && entry.lastLba === lastLba) return null;
  return `its partition lies in the sectors ${String(entry.firstLba)} to ${String(entry.lastLba)}`;
}
