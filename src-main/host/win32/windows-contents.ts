import { randomBytes } from 'node:crypto';
import { win32 } from 'node:path';
import type { WindowsContents } from '../../../src-shared/windows-contents';
import { optionalFeatures, provisionedApps } from '../../guest';
import type { WindowsContentsRequest } from '../index';
import { UndoJournal, type UndoFailure } from './journal';
import {
  exportImage,
  getFeatures,
  getProvisionedApps,
  isSwitchedOn,
  mountImage,
  readFeatures,
  readProvisionedApps,
  type WimImage,
} from './operations';
import { makePrivatePlaces, withLeft } from './private-places';
import type { RunOptions } from './run-operation';
import type { WindowsWork } from './windows-work';

/** What of a computer with Windows an edition is looked into with. */
export type ContentsWork = Pick<WindowsWork, 'run' | 'files' | 'privateFolder' | 'waiting'>;

/** How often, and how many milliseconds apart, an image is taken out that others look at (assumed: virus scanners do). */
const UNMOUNT_TRIES = 3;
const UNMOUNT_PAUSE_MS = 2000;

/**
 * As Host.readWindowsContents says: DISM mounts the image for reading in a private folder and lists what it has. So it is the same
 * DISM that would take it out, and nothing here depends on how the image is packed. An ESD or a split WIM is copied into a WIM
 * first, which takes minutes and gigabytes. DISM's list of features has no names for people.
 *
 * Wants administrator rights. What was made or mounted is taken back, however it ends; what this process doesn't live to take
 * back, `undoLeftovers` does.
 *
 * Throws `wim/part-foreign`, `work/unusable`, `tool/missing`, `tool/failed`, `cancelled`.
 */
export async function readWindowsContents(
  request: WindowsContentsRequest,
  signal: AbortSignal,
  work: ContentsWork,
): Promise<WindowsContents> {
  const { privateFolder, run, files } = work;
  const removeLeft = (path: string): Promise<void> => files(win32.dirname(path)).remove(path);
  const journal = await UndoJournal.begin(privateFolder, run, removeLeft);
  let contents: WindowsContents;
  try {
    contents = await listMounted(request, signal, work, journal);
  } catch (error) {
    throw withLeft(error, await takeBack(journal, work));
  }
  // What can't be taken back now doesn't make the lists wrong; it is tried again when this program starts next.
  await takeBack(journal, work);
  return contents;
}

async function takeBack(
  journal: UndoJournal,
  { privateFolder, waiting }: ContentsWork,
): Promise<UndoFailure[]> {
  for (let tries = 1; ; tries += 1) {
    const failures = await journal.undoAll({ folder: privateFolder });
    if (failures.length === 0 || tries === UNMOUNT_TRIES) return failures;
    await waiting.wait(UNMOUNT_PAUSE_MS);
  }
}

async function listMounted(
  { wimParts, index, folder }: WindowsContentsRequest,
  signal: AbortSignal,
  work: ContentsWork,
  journal: UndoJournal,
): Promise<WindowsContents> {
  const own = win32.join(
    folder,
    `contents-${String(process.pid)}-${randomBytes(4).toString('hex')}`,
  );
  const [mounted, scratch] = [win32.join(own, 'image'), win32.join(own, 'scratch')];
  const places = { scratch, log: win32.join(own, 'dism.log') };
  const options: RunOptions = { folder: work.privateFolder, signal };
  await makePrivatePlaces(own, [mounted, scratch], work, journal);
  const image = await mountable(
    { wimParts, index },
    win32.join(own, 'edition.wim'),
    async (wim) => {
      await work.run(exportImage({ wimParts, index }, wim, places), options);
    },
  );
  await journal.perform(mountImage(image, mounted, places), options);
  const apps = await work.run(getProvisionedApps(mounted, places), options);
  const features = await work.run(getFeatures(mounted, places), options);
  return contentsOf(apps.stdout, features.stdout);
}

/** The image itself, or a copy of it that DISM can mount. */
async function mountable(
  { wimParts, index }: WimImage,
  copy: string,
  makeCopy: (wim: string) => Promise<void>,
): Promise<{ wim: string; index: number }> {
  const [wim = '', ...others] = wimParts;
  if (others.length === 0 && !/\.esd$/i.test(wim)) return { wim, index };
  await makeCopy(copy);
  return { wim: copy, index: 1 };
}

function contentsOf(apps: string, features: string): WindowsContents {
  const states = readFeatures(features).map(({ name, state }) => {
    const on = isSwitchedOn(state);
    // As the registry of an image has it.
    return { name, selection: on === null ? null : Number(on) };
  });
  return {
    apps: provisionedApps(readProvisionedApps(apps).map(({ packageName }) => packageName)),
    features: optionalFeatures([], states),
  };
}
