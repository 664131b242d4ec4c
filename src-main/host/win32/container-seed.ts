import { randomBytes } from 'node:crypto';
import { win32 } from 'node:path';
import { stickError } from '../../../src-shared/errors';
import type { ContainerSeed } from '../../helper';
import { UndoJournal } from './journal';
import { containerSeedSteps, makeSparse } from './operations';
import { makePrivatePlaces, withLeft } from './private-places';
import { volumeStepsRunner } from './run-volume-steps';
import type { WindowsWork } from './windows-work';

/**
 * Makes a small NTFS volume in a VHDX, and marks the file sparse that it is to be grown in. Paths are Windows'. Wants
 * administrator rights. Meanwhile there is a folder `building-…` beside the VHDX, for administrators alone. On failure and
 * cancellation everything is taken back.
 *
 * Throws `work/unusable`, `windows/unusable-text`, `tool/missing`, `tool/failed`, `cancelled`.
 */
export async function makeContainerSeed(
  seed: ContainerSeed,
  signal: AbortSignal,
  work: WindowsWork,
): Promise<void> {
  const { privateFolder, run, files } = work;
  const remove = (path: string): Promise<void> => files(win32.dirname(path)).remove(path);
  const journal = await UndoJournal.begin(privateFolder, run, remove);
  try {
    await make(seed, signal, work, journal);
  } catch (error) {
    throw withLeft(error, await journal.undoAll({ folder: privateFolder }));
  }
  await journal.undoAll({ folder: privateFolder });
}

async function make(
  seed: ContainerSeed,
  signal: AbortSignal,
  work: WindowsWork,
  journal: UndoJournal,
): Promise<void> {
  const { seedPath, sparsePath } = seed;
  const { privateFolder, files, layoutOf, waiting } = work;
  const folder = win32.dirname(seedPath);
  if ((await files(folder).kindOf(seedPath)) !== null) {
    throw stickError('work/unusable', { path: folder, message: `${seedPath} exists already` });
  }
  // Of a link it would be the target.
  if ((await files(win32.dirname(sparsePath)).kindOf(sparsePath)) !== 'file') {
    throw stickError('work/unusable', { path: sparsePath, message: 'it is no plain file' });
  }
  await journal.perform(makeSparse(sparsePath), { folder: privateFolder, signal });
  const mountFolder = mountFolderBeside(seedPath, randomBytes(4).toString('hex'));
  const keep = await journal.noteMaking(seedPath);
  await makePrivatePlaces(win32.dirname(mountFolder), [mountFolder], work, journal);
  const automount = (await work.givesLetters()) ? 'pause' : 'leave';
  const runSteps = volumeStepsRunner({
    ...{ journal, files, privateFolder, mountFolder, image: seedPath, layoutOf, waiting, signal },
    onProgress: () => undefined,
    onServiced: () => undefined,
  });
  await runSteps(containerSeedSteps(seed, { mountFolder, automount }));
  await keep();
}

/** Where the volume is mounted while it is made. */
export function mountFolderBeside(seedPath: string, job: string): string {
  return win32.join(win32.dirname(seedPath), `building-${job}`, 'volume');
}
