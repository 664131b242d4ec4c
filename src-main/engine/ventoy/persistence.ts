import { nameKey } from '../../../src-shared/copy-names';
import { stickError } from '../../../src-shared/errors';
import { persistencePath } from '../../../src-shared/persistence';
import {
  persistenceOf,
  removeFromConfig,
  sameConfig,
  withPersistence,
  type VentoyConfig,
} from '../../../src-shared/ventoy-json';
import type { VentoyStickReport } from '../../../src-shared/job';
import { readBootImage } from '../../image';
import type { Expected } from './compare-files';
import { hashFile } from './copy-file';
import type { HeldVentoyTarget, VentoyJob } from './job';
import { requirePersistence, type UsablePersistence } from './prepare';
import type { StickFolder } from './stick-folder';

/** One file that is to be made or to grow. */
export interface PersistenceTask {
  /** Of the image, on the stick. */
  image: string;
  /** Of the file, on the stick. */
  path: string;
  bytes: number;
  /** Bytes that it has now; null for one to be made. */
  present: number | null;
  about: UsablePersistence;
}

/**
 * What there is to do for the persistence of a plan on one stick. `config` and `vanishing` (by nameKey) tell how removing and
 * renaming will have left it. Throws `ventoy/persistence-unsupported`, `ventoy/file-missing`, `ventoy/file-name`,
 * and `ventoy/persistence-shrinks` for a file that is larger already.
 */
export async function persistenceTasks(
  { plan, prepared, signal }: VentoyJob,
  target: HeldVentoyTarget,
  folder: StickFolder,
  { config, vanishing }: { config: VentoyConfig; vanishing: ReadonlySet<string> },
): Promise<PersistenceTask[]> {
  const taken = new Set(prepared.files.map(({ name }) => nameKey(name)));
  const tasks: PersistenceTask[] = [];
  for (const { image, bytes } of plan.persistence) {
    let about = prepared.persistence.get(image);
    if (!about) {
      if (vanishing.has(nameKey(image))) {
        throw stickError('ventoy/file-missing', { target: target.name, name: image });
      }
      await folder.requireFile(image);
      about = requirePersistence(await readBootImage(await folder.place(image), signal), image);
    }
    const [known] = persistenceOf(config, `/${image}`)?.files ?? [];
    const path = (known ?? freePath(image, config, tasks)).replace(/^\/+/, '');
    if (taken.has(nameKey(path))) {
      throw stickError('ventoy/file-name', {
        name: path,
        message: 'something else is to lie there',
      });
    }
    taken.add(nameKey(path));
    const present = vanishing.has(nameKey(path)) ? null : await folder.sizeOf(path);
    if (present !== null && present > bytes) {
      throw stickError('ventoy/persistence-shrinks', {
        target: target.name,
        name: path,
        bytes: present,
      });
    }
    tasks.push({ image, path, bytes, present, about });
  }
  return tasks;
}

/**
 * Where the file of an image is, unless that is the file of another image of the same name in another folder. One that is
 * there and belongs to none is what an earlier job made that was cut off before it wrote the settings.
 */
function freePath(image: string, config: VentoyConfig, tasks: readonly PersistenceTask[]): string {
  const isTaken = (path: string): boolean =>
    tasks.some((task) => nameKey(`/${task.path}`) === nameKey(path)) ||
    !sameConfig(removeFromConfig(config, path), config);
  const usual = persistencePath(image);
  let path = usual;
  for (let number = 2; isTaken(path); number += 1) {
    path = usual.replace(/\.dat$/, `-${String(number)}.dat`);
  }
  return path;
}

/**
 * Makes or grows the files. What is to be found again when they are read back comes with them: the hash of a file that was made
 * is that of the bytes that were written, and one that grew is hashed afterwards, because what resize2fs changed lies anywhere
 * in it.
 */
export async function carryOutPersistence(
  { tools, signal }: VentoyJob,
  folder: StickFolder,
  tasks: readonly PersistenceTask[],
  onBytes: (bytes: number) => void,
): Promise<{ persistence: VentoyStickReport['persistence']; expected: Expected[] }> {
  const persistence: VentoyStickReport['persistence'] = [];
  const expected: Expected[] = [];
  for (const { image, path, bytes, present, about } of tasks) {
    let told = 0;
    const running = {
      signal,
      onProgress: (doneBytes: number) => {
        onBytes(doneBytes - told);
        told = doneBytes;
      },
    };
    if (present === null) {
      const { temporary, path: final } = await folder.begin(path);
      const sha256 = await tools.host.makeExt4File(
        { path: temporary, bytes, label: about.label, files: about.files },
        running,
      );
      await folder.giveName(temporary, final);
      expected.push({ path, sizeBytes: bytes, sha256, isNew: true });
    } else if (present < bytes) {
      const place = await folder.place(path);
      await tools.host.growExt4File({ path: place, bytes }, running);
      const sha256 = await hashFile(place, { signal, onBytes: () => undefined });
      expected.push({ path, sizeBytes: bytes, sha256, isNew: false });
    }
    persistence.push({ image, path, bytes, label: about.label, grown: present !== null });
  }
  return { persistence, expected };
}

/** The settings with what was made entered: a live system finds its file by them. */
export function withTasks(config: VentoyConfig, tasks: readonly PersistenceTask[]): VentoyConfig {
  return tasks.reduce((changed, { image, path }) => {
    const known = persistenceOf(changed, `/${image}`);
    if (known?.files.includes(`/${path}`)) return changed;
    return withPersistence(changed, `/${image}`, {
      files: [`/${path}`],
      autosel: null,
      timeout: null,
    });
  }, config);
}
