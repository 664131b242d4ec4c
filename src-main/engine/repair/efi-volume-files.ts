import { MiB, SECTOR } from '../../../src-shared/units';
import { FileSystemError, openFat32, type FatFile, type FatVolume } from '../../disk';
import type { ByteSource } from '../../io';
import { attempt } from '../check';
import type { Bench } from './bench';
import { withChanges } from './change';

/** Where FAT32 volumes of all programs keep the copy of their boot sector, in sectors (fatgen103: “no value other than 6 is recommended”). */
const COPY_SECTOR = 6;
/** More than any boot loader has; kept files pass through memory. */
const MAXIMUM_FILE_BYTES = 128 * MiB;
const MOST_FILES = 8192;
const MOST_DEPTH = 16;

/** Opens what is on an EFI system partition, if need be by the copy of its boot sector. Null when it can’t be read. */
export async function openEfiVolume(partition: ByteSource): Promise<FatVolume | null> {
  const opened = await attempt(() => openFat32(partition));
  if (opened.ok) return opened.value;
  const at = COPY_SECTOR * SECTOR;
  const copy: ByteSource = {
    size: SECTOR,
    read: (offset, length) => partition.read(at + offset, length),
  };
  const byCopy = await attempt(() =>
    openFat32(withChanges(partition, [{ step: { startByte: 0 }, content: copy }])),
  );
  return byCopy.ok ? byCopy.value : null;
}

/** Paths of all files of a volume, in the order in which its folders name them. Throws `repair/not-understood` for damage. */
export async function pathsOn(bench: Bench, volume: FatVolume): Promise<string[]> {
  const paths: string[] = [];
  const walk = async (folder: string, depth: number): Promise<void> => {
    if (depth > MOST_DEPTH) throw new FileSystemError(`${folder} is nested too deeply`);
    for (const { name, isDirectory } of await volume.list(folder)) {
      bench.stopIfCancelled();
      if (isDirectory) await walk(`${folder}/${name}`, depth + 1);
      else paths.push(`${folder}/${name}`);
      if (paths.length > MOST_FILES) throw new FileSystemError('it holds too many files');
    }
  };
  await readable(bench, 'folders', walk('', 0));
  return paths;
}

/** A file of the volume, to be put there again. Throws `repair/not-understood` when it can’t be read. */
export async function keptFile(bench: Bench, volume: FatVolume, path: string): Promise<FatFile> {
  const bytes = await readable(bench, path, volume.readFile(path, MAXIMUM_FILE_BYTES));
  return { path, content: await bench.save(bytes) };
}

/** What can’t be read can’t be kept: somebody may still want to save it. */
async function readable<T>(bench: Bench, what: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof FileSystemError) && !(error instanceof RangeError)) throw error;
    const message = `on its EFI system partition, ${what} can’t be read (${error.message}), and would be lost`;
    throw bench.notUnderstood(message);
  }
}
