import { toStickError } from '../../src-shared/errors';
import type { WindowsReport } from '../../src-shared/job';
import type { WindowsPlan } from '../../src-shared/plan';
import { eachOnItsOwn } from './each-on-its-own';
import type { HeldTarget, Job, MakeRunning, MakeTools } from './job';
import { JobLog } from './job-log';
import { logGuest } from './log-guest';
import { logProtect } from './log-protect';
import { logSpace } from './log-space';
import { makeDirectly } from './make-directly';
import { makeStick } from './make-stick';
import { planLabel } from './plan-label';
import { preparePlan } from './prepare';
import { readImage, type ReadImage } from './read-image';
import { UnfinishedSticks } from './unfinished-sticks';
import { windowsBuild } from './windows-build';
import { requirePossible, windowsReport, withTargets } from './windows-targets';
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
  { signal, onEvent }: MakeRunning,
): Promise<WindowsReport> {
  const startedAt = new Date().toISOString();
  const prepared = await preparePlan(plan, signal);
  signal.throwIfAborted();
  await requirePossible(plan, prepared, tools);
  const log = new JobLog(workloads(prepared, plan), onEvent);
  log.phase('preparing');
  logGuest(log, plan.windows.answers, prepared.guest);
  logProtect(log, plan);
  logSpace(log, prepared);
  const unfinished = new UnfinishedSticks(tools.workFolder);
  const label = planLabel(plan);
  const before = { plan, prepared, tools, log, signal, unfinished, label, mayAdopt: true };
  return withTargets(before, async (job, targets) => {
    const image = await readImage(job);
    const made = await makeAll(job, targets, image);
    return { ...windowsReport(job, image.sha256, startedAt), ...made };
  });
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
