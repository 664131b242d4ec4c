import { checksPassed } from '../../src-shared/check';
import type { BlockMap } from '../disk';
import type { OpenedVolume } from '../guest/bitlocker';
import type { VolumeEncryption, WriteResult } from '../host';
import { unlessAborted } from '../io';
import { examineStick, type StickFindings } from './check';
import { checkFailed } from './check-failed';
import type { HeldTarget, Job } from './job';
import type { StickIds } from './stick-ids';
import { diskIn, stickContent } from './vhdx-target';

/** What a stick is made of besides its partition table, by places on its disk. */
export interface DiskContent {
  maps: readonly BlockMap[];
  encryption?: VolumeEncryption;
}

/** Writes the maps of a stick and its partition table. Keeps `target.state` true. */
export async function writeStick(
  { signal }: Job,
  target: HeldTarget,
  ids: StickIds,
  disk: DiskContent,
  resume: boolean,
): Promise<WriteResult> {
  const { open, log } = target;
  const content = await stickContent(target, ids, disk, signal);
  const result = await open.write(
    { ...content, resume },
    {
      signal,
      onProgress: (phase, done, total) => {
        if (phase !== 'resuming') target.state = 'unfinished';
        log.advance(phase, done, total);
      },
    },
  );
  target.state = 'finished';
  return result;
}

/**
 * Checks a stick that was written; `opened`: its Windows volume, where that is encrypted. Throws `check/failed` when the stick
 * would not start a computer, and `cancelled`.
 */
export async function checkMade(
  { name, target, open, log }: HeldTarget,
  signal: AbortSignal,
  opened: OpenedVolume | null = null,
): Promise<StickFindings> {
  log.advance('checking', 0, 0);
  const looking = diskIn(open, target).then((disk) => examineStick(disk, opened));
  const found = await unlessAborted(looking, signal);
  log.checked(found.checks);
  if (checksPassed(found.checks)) return found;
  throw checkFailed(name, found.checks);
}
