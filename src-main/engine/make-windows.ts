import { join, resolve } from 'node:path';
import { toStickError } from '../../src-shared/errors';
import type { WindowsReport } from '../../src-shared/job';
import type { WindowsPlan } from '../../src-shared/plan';
import { isProtectedHere } from '../../src-shared/protect';
import { pathsIn } from '../../src-shared/recipe-paths';
import { SECTOR } from '../../src-shared/units';
import type { ToolUse } from '../host';
import { prepareRecoveryFolder } from './bitlocker/recovery-folder';
import { eachOnItsOwn, release } from './each-on-its-own';
import { imageReport } from './image-report';
import type { HeldTarget, Job, MakeRunning, MakeTools } from './job';
import { JobLog } from './job-log';
import { logGuest } from './log-guest';
import { logProtect } from './log-protect';
import { logSpace } from './log-space';
import { makeDirectly } from './make-directly';
import { makeStick } from './make-stick';
import { openEach } from './open-each';
import { preparePlan, requireSecrets, type Prepared } from './prepare';
import { readImage, type ReadImage } from './read-image';
import { UnfinishedSticks } from './unfinished-sticks';
import { windowsBuild } from './windows-build';
import { openJobFolder } from './work-folder';
import { requireRoom } from './work-room';
import { openedAs } from './vhdx-target';
import { workloads } from './workloads';

/**
 * Makes every stick of a plan: reads the image once, unpacks Windows once, and gives each target its own boot
 * partition; then all targets are written, read back and checked at the same time. Nothing of a target changes
 * before the image is known to be good.
 *
 * A target that fails doesn't keep the others from being finished: it is named in the report. Throws a
 * StickError that says the state of the stick when no target was finished.
 */
export async function makeWindowsSticks(
  plan: WindowsPlan,
  tools: MakeTools,
  running: MakeRunning,
): Promise<WindowsReport> {
  const startedAt = new Date().toISOString();
  const prepared = await prepare(plan, tools, running.signal);
  const log = new JobLog(workloads(prepared, plan), running.onEvent);
  log.phase('preparing');
  logGuest(log, plan.windows.answers, prepared.guest);
  logProtect(log, plan);
  logSpace(log, prepared);
  const opened = await openAll(plan, prepared, tools, running.signal);
  try {
    const folder = await openJobFolder(tools.workFolder);
    try {
      const job: Job = {
        ...{ plan, prepared, tools, log, signal: running.signal, folder: folder.path },
        unfinished: new UnfinishedSticks(tools.workFolder),
        mayAdopt: true,
      };
      const image = await readImage(job);
      const made = await makeAll(job, hold(job, opened), image);
      return { ...reportOf(job, image.sha256, startedAt), ...made };
    } finally {
      await folder.remove();
    }
  } finally {
    for (const { open, name } of opened) await release(open, name, log, running.signal);
  }
}

type Made = Pick<WindowsReport, 'sticks' | 'failed' | 'fromCache'>;

async function makeAll(job: Job, targets: readonly HeldTarget[], image: ReadImage): Promise<Made> {
  if (job.plan.way === 'direct') {
    const sticks = await eachOnItsOwn(job, targets, (target) => makeDirectly(job, target, image));
    return { ...sticks, fromCache: false };
  }
  const build = await windowsBuild(job, image);
  try {
    const sticks = await eachOnItsOwn(job, targets, async (target) => {
      try {
        return await makeStick(job, target, build);
      } catch (error) {
        if (toStickError(error).code === 'work/damaged') await build.discard();
        throw error;
      }
    });
    return { ...sticks, fromCache: build.fromCache };
  } finally {
    await build.release();
  }
}

function reportOf(job: Job, sha256: string, startedAt: string): Omit<WindowsReport, keyof Made> {
  const { prepared, tools, log } = job;
  const { guest } = prepared;
  return {
    version: 4,
    kind: 'windows-to-go',
    program: tools.program,
    startedAt,
    finishedAt: new Date().toISOString(),
    ...imageReport(job, sha256),
    windows: { drivers: guest.drivers, answerNotes: [...guest.answerNotes] },
    timings: log.timings,
  };
}

const ENCRYPTS: readonly ToolUse[] = ['encrypt-volume'];

/** Everything that can be refused before anything is opened. */
async function prepare(
  plan: WindowsPlan,
  tools: MakeTools,
  signal: AbortSignal,
): Promise<Prepared> {
  const prepared = await preparePlan(plan, signal);
  requireSecrets(plan);
  signal.throwIfAborted();
  const encrypts = plan.protect.kind === 'after-writing';
  await tools.host.requireToolsFor(['unpack-windows', ...(encrypts ? ENCRYPTS : [])]);
  await requireRoom(plan, prepared, tools);
  if (isProtectedHere(plan.protect)) await prepareRecoveryFolder(plan.protect.recoveryFolder);
  return prepared;
}

type Opened = Omit<HeldTarget, 'log' | 'folder' | 'state' | 'isNewFile'>;

async function openAll(
  plan: WindowsPlan,
  prepared: Prepared,
  tools: MakeTools,
  signal: AbortSignal,
): Promise<Opened[]> {
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
