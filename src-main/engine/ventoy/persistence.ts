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

/** Makes or grows the files, and enters them in the settings. */
export async function carryOutPersistence(
  { tools, signal }: VentoyJob,
  folder: StickFolder,
  tasks: readonly PersistenceTask[],
  onBytes: (bytes: number) => void,
): Promise<VentoyStickReport['persistence']> {
  const done: VentoyStickReport['persistence'] = [];
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
      await tools.host.makeExt4File(
        { path: temporary, bytes, label: about.label, files: about.files },
        running,
      );
      await folder.giveName(temporary, final);
    } else if (present < bytes) {
      await tools.host.growExt4File({ path: await folder.place(path), bytes }, running);
    }
    done.push({ image, path, bytes, label: about.label, grown: present !== null });
  }
  return done;
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
