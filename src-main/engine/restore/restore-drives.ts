import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stickError } from '../../../src-shared/errors';
import type { StickLayout } from '../../../src-shared/layout';
import { targetBytes, targetName, type Target } from '../../../src-shared/plan';
import {
  ordinaryLayout,
  type RestoredDrive,
  type RestoreReport,
  type RestoreWishes,
} from '../../../src-shared/restore';
import { MiB, SECTOR } from '../../../src-shared/units';
import type { Host } from '../../host';
import { unlessAborted } from '../../io';
import { eachOnItsOwn, release } from '../each-on-its-own';
import type { HeldTarget, MakeRunning } from '../job';
import { JobLog, type JobWork } from '../job-log';
import { openEach } from '../open-each';
import { place } from '../place';
import { newStickIds } from '../stick-ids';
import { diskIn, openedAs, stickContent } from '../vhdx-target';
import { openJobFolder } from '../work-folder';
import { ordinaryContent } from './ordinary-content';
import { requireOrdinary } from './require-ordinary';

export interface RestoreRequest extends RestoreWishes {
  /** At least one. */
  targets: readonly Target[];
}

export interface RestoreTools {
  host: Pick<Host, 'openTargets'>;
  workFolder: string;
  /** Folder of the running program; the disk that holds it must not be erased. */
  appFolder: string;
  /** Name and version, for the report. */
  program: string;
}

type RestoredTarget = Pick<
  HeldTarget,
  'target' | 'name' | 'layout' | 'open' | 'log' | 'folder' | 'state' | 'isNewFile'
>;

/**
 * Makes ordinary drives of sticks: everything that was on them is gone, and each has one empty partition with exFAT. It is quick
 * and overwrites only what old contents are recognised by. An image file is made anew, of the same size. Targets are
 * written at the same time, and one that fails doesn't keep the others from being finished. Throws `restore/…`, what
 * opening and writing throw and `cancelled`, with the state of the drive, when none was finished.
 */
export async function restoreDrives(
  { targets, label, scheme }: RestoreRequest,
  tools: RestoreTools,
  { signal, onEvent }: MakeRunning,
): Promise<RestoreReport> {
  const startedAt = new Date().toISOString();
  const planned = targets.map((target) => ({
    target,
    name: targetName(target),
    layout: requireLayout(target, scheme),
  }));
  const log = new JobLog(workOf(planned.map(({ name }) => name)), onEvent);
  log.phase('preparing');
  const { workFolder, appFolder } = tools;
  const opened = await openEach(
    planned,
    ({ target, layout }) => ({
      target: openedAs(target),
      guards: {
        neededBytes: layout.diskSectors * SECTOR,
        protectedPaths: [workFolder, appFolder],
        readOnly: false,
      },
    }),
    tools.host,
    signal,
  );
  try {
    const folder = await openJobFolder(workFolder);
    try {
      const held = opened.map((target, index): RestoredTarget => ({
        ...target,
        log: log.target(target.name),
        folder: join(folder.path, `drive-${String(index + 1)}`),
        state: 'untouched',
        isNewFile: target.target.kind === 'file',
      }));
      const made = await eachOnItsOwn({ log, signal }, held, (target) =>
        restoreDrive(target, label, signal),
      );
      return {
        program: tools.program,
        startedAt,
        finishedAt: new Date().toISOString(),
        drives: made.sticks,
        failed: made.failed,
        timings: log.timings,
      };
    } finally {
      await folder.remove();
    }
  } finally {
    for (const { open, name } of opened) await release(open, name, log, signal);
  }
}

/** Keeps `target.state` true. */
async function restoreDrive(
  target: RestoredTarget,
  label: string,
  signal: AbortSignal,
): Promise<RestoredDrive> {
  const { name, open, layout, log, folder } = target;
  const ids = newStickIds();
  await mkdir(folder, { recursive: true });
  // A virtual disk that is only now being made holds nothing, and is none yet.
  const before = target.isNewFile ? emptyDisk(layout) : open.source;
  const { maps, usedBytes } = await ordinaryContent(target, before, { label, ids }, signal);
  const content = await stickContent(target, ids, { maps }, signal);
  const { writtenBytes, verifiedBytes } = await open.write(
    { ...content, resume: false },
    {
      signal,
      onProgress: (phase, done, total) => {
        target.state = 'unfinished';
        log.advance(phase, done, total);
      },
    },
  );
  target.state = 'finished';
  log.advance('checking', 0, 0);
  const checking = diskIn(open, target.target).then((disk) =>
    requireOrdinary(name, disk, layout, label),
  );
  const { volumeBytes } = await unlessAborted(checking, signal);
  const { scheme } = layout;
  return {
    target: name,
    targetBytes: layout.diskSectors * SECTOR,
    scheme,
    partition: place(layout, 'shared'),
    label,
    freeBytes: volumeBytes - usedBytes,
    writtenBytes,
    verifiedBytes,
  };
}

function emptyDisk({ diskSectors }: StickLayout) {
  return {
    size: diskSectors * SECTOR,
    read: (_offset: number, length: number) => Promise.resolve(Buffer.alloc(length)),
  };
}

function requireLayout(target: Target, scheme: RestoreWishes['scheme']): StickLayout {
  const layout = ordinaryLayout(targetBytes(target), scheme);
  if (!('problem' in layout)) return layout;
  const about = { target: targetName(target), actual: targetBytes(target) };
  throw layout.problem === 'too-small'
    ? stickError('restore/too-small', { ...about, needed: layout.neededBytes })
    : stickError('restore/mbr-too-small', about);
}

/** Sizes and speeds are guesses until each phase tells its own: a drive's tables, its file system, and some zeros. */
function workOf(names: readonly string[]): JobWork {
  const bytes = 16 * MiB;
  return {
    shared: [],
    targets: names.map((target) => ({
      target,
      work: [
        { phase: 'writing', bytes, assumedSpeed: 20 * MiB },
        { phase: 'verifying', bytes, assumedSpeed: 60 * MiB },
      ],
    })),
  };
}
