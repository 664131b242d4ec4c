import { lstat } from 'node:fs/promises';
import { stickError } from '../../../src-shared/errors';
import { KiB, SECTOR } from '../../../src-shared/units';
import type { VentoyDataPartition } from '../../../src-shared/ventoy-stick';
import { readVentoyLayout } from '../../ventoy';
import type { HeldVentoyTarget, VentoyJob } from './job';
import { StickFolder } from './stick-folder';
import { tellingState } from './telling-state';

/** What Ventoy's boot code would overwrite first, if it were written too far: the volume's own boot sectors. */
const START_BYTES = 64 * KiB;
/** Files that are named before “and more”. */
const NAMED_FILES = 5;

/** What can be told of the partition with the images without reading all of it. */
interface Footprint {
  start: Buffer;
  /** Size and time of every file, by its path. */
  files: ReadonlyMap<string, string>;
}

/**
 * Has Ventoy be updated, and makes sure that the partition with the images is as it was, as far as names, sizes and times of its
 * files and its first sectors tell: to hash all of it would take an hour on a real stick. Where it can't be told where the
 * partition is, nothing is compared. Throws `ventoy/update-changed-files`, and what reading and mounting throw.
 */
export async function keepingFiles<T>(
  job: VentoyJob,
  target: HeldVentoyTarget,
  update: () => Promise<T>,
): Promise<T> {
  const data = (await readVentoyLayout(target.open.source))?.data ?? null;
  if (data === null) {
    job.log.info(`${target.name}: its files are not compared, it can’t be told where they are`);
    return update();
  }
  const before = await footprintOf(job, target, data);
  const updated = await update();
  const after = await tellingState(target, () => footprintOf(job, target, data));
  const changes = changesBetween(before, after);
  if (changes.length === 0) return updated;
  target.state = 'unknown';
  const more = changes.length - NAMED_FILES;
  const named = changes.slice(0, NAMED_FILES).join('; ');
  const message = more > 0 ? `${named}; and ${String(more)} more` : named;
  throw stickError(
    'ventoy/update-changed-files',
    { target: target.name, message },
    { stick: target.state },
  );
}

async function footprintOf(
  { signal }: VentoyJob,
  { name, open }: HeldVentoyTarget,
  { startLba, sectors }: VentoyDataPartition,
): Promise<Footprint> {
  const [offset, length] = [startLba * SECTOR, sectors * SECTOR];
  // A copy: a source may hand out a view of what then changes.
  const start = Buffer.from(await open.source.read(offset, Math.min(START_BYTES, length)));
  const mounted = await open.mount({ offset, length }, { readOnly: true }, signal);
  try {
    const folder = new StickFolder(name, mounted);
    const files = new Map<string, string>();
    for (const { path, sizeBytes } of await folder.files()) {
      const { mtimeMs } = await lstat(await folder.place(path));
      files.set(path, `${String(sizeBytes)} ${String(mtimeMs)}`);
    }
    return { start, files };
  } finally {
    await mounted.giveBack();
  }
}

function changesBetween(before: Footprint, after: Footprint): string[] {
  const changes: string[] = [];
  if (!before.start.equals(after.start)) changes.push('the first sectors of the partition differ');
  for (const [path, about] of before.files) {
    const now = after.files.get(path);
    if (now === undefined) changes.push(`${path} is gone`);
    else if (now !== about) changes.push(`${path} has another size or time`);
  }
  for (const path of after.files.keys()) {
    if (!before.files.has(path)) changes.push(`${path} was not there`);
  }
  return changes;
}
