import { join, resolve } from 'node:path';
import type { WindowsReport } from '../../src-shared/job';
import type { WindowsPlan } from '../../src-shared/plan';
import { isProtectedHere } from '../../src-shared/protect';
import { pathsIn } from '../../src-shared/recipe-paths';
import { SECTOR } from '../../src-shared/units';
import type { ToolUse } from '../host';
import { prepareRecoveryFolder } from './bitlocker/recovery-folder';
import { release } from './each-on-its-own';
import { imageReport } from './image-report';
import type { HeldTarget, Job, MakeTools } from './job';
import { openEach } from './open-each';
import { requireSecrets, type Prepared } from './prepare';
import { withJobFolder } from './work-folder';
import { requireRoom } from './work-room';
import { openedAs } from './vhdx-target';

/** What of a job is there before its targets are open. */
export type JobBefore = Omit<Job, 'folder'>;

const ENCRYPTS: readonly ToolUse[] = ['encrypt-volume'];

/** Everything about a prepared plan that can be refused before anything is opened. */
export async function requirePossible(
  plan: WindowsPlan,
  prepared: Prepared,
  tools: MakeTools,
): Promise<void> {
  requireSecrets(plan);
  const encrypts = plan.protect.kind === 'after-writing';
  await tools.host.requireToolsFor(['unpack-windows', ...(encrypts ? ENCRYPTS : [])]);
  await requireRoom(plan, prepared, tools);
  if (isProtectedHere(plan.protect)) await prepareRecoveryFolder(plan.protect.recoveryFolder);
}

/** Opens the targets of a job, or none, has `work` done with them, and releases them. Throws what opening and `work` throw. */
export async function withTargets<T>(
  before: JobBefore,
  work: (job: Job, targets: HeldTarget[]) => Promise<T>,
): Promise<T> {
  const { tools, log, signal } = before;
  const opened = await openAll(before);
  try {
    return await withJobFolder(tools.workFolder, (folder) => {
      const job: Job = { ...before, folder };
      return work(job, hold(job, opened));
    });
  } finally {
    log.end();
    for (const { open, name } of opened) await release(open, name, log, signal);
  }
}

/** All of a report but what became of each stick. */
export function windowsReport(
  job: Job,
  sha256: string,
  startedAt: string,
): Omit<WindowsReport, 'sticks' | 'failed' | 'fromCache'> {
  const { prepared, tools, log } = job;
  const { guest } = prepared;
  return {
    version: 5,
    kind: 'windows-to-go',
    program: tools.program,
    startedAt,
    finishedAt: new Date().toISOString(),
    ...imageReport(job, sha256),
    windows: { drivers: guest.drivers, answerNotes: [...guest.answerNotes] },
    timings: log.timings,
  };
}

type Opened = Omit<HeldTarget, 'log' | 'folder' | 'state' | 'isNewFile'>;

async function openAll({ plan, prepared, tools, signal }: JobBefore): Promise<Opened[]> {
  // Some are read only once the targets are open: what lies on a drive that is to be erased would be gone.
  const needed = [...new Set([prepared.info.path, ...pathsIn(plan).map((path) => resolve(path))])];
  const protectedPaths = [...needed, tools.workFolder, tools.appFolder];
  return openEach(
    prepared.targets,
    ({ target, layout }) => {
      const neededBytes = layout.diskSectors * SECTOR;
      return { target: openedAs(target), guards: { neededBytes, protectedPaths, readOnly: false } };
    },
    tools.host,
    signal,
  );
}

function hold({ log, folder }: Job, opened: readonly Opened[]): HeldTarget[] {
  return opened.map((target, index) => ({
    ...target,
    log: log.target(target.name),
    folder: join(folder, `stick-${String(index + 1)}`),
    state: 'untouched',
    isNewFile: target.target.kind === 'file',
  }));
}
