import type { VentoyReport } from '../../../src-shared/job';
import type { VentoyPlan } from '../../../src-shared/plan';
import { eachOnItsOwn } from '../each-on-its-own';
import { imageReport } from '../image-report';
import type { MakeRunning, MakeTools } from '../job';
import { JobLog } from '../job-log';
import { logGuest } from '../log-guest';
import { readImage } from '../read-image';
import { windowsBuild, type WindowsBuild } from '../windows-build';
import { hashFiles } from './hash-files';
import { makeVentoyStick } from './make-stick';
import { prepareVentoy, type PreparedVentoy } from './prepare';
import { referenceOf, windowsJob } from './shared';
import {
  requireVentoyPossible,
  ventoyReport,
  withVentoyTargets,
  type VentoyJobInFolder,
} from './targets';
import { ventoyWorkloads } from './workloads';

/**
 * Makes every Ventoy stick of a plan, or changes what is on them: reads every file once, unpacks Windows once where there is
 * one, and then all targets go on at the same time, each ending with its own check. Nothing of a target changes before all
 * files are known to be good.
 *
 * What is `known` already may have changed since: every file is compared with its mark, and the release with its hash.
 *
 * A target that fails doesn't keep the others from being finished: it is named in the report. Throws a
 * StickError that says the state of the stick when no target was finished.
 */
export async function makeVentoySticks(
  plan: VentoyPlan,
  tools: MakeTools,
  running: MakeRunning,
  known?: PreparedVentoy,
): Promise<VentoyReport> {
  const startedAt = new Date().toISOString();
  const { signal } = running;
  const prepared = known ?? (await prepareVentoy(plan, signal));
  await requireVentoyPossible({ plan, prepared, tools });
  const log = new JobLog(ventoyWorkloads(plan, prepared), running.onEvent);
  log.phase('preparing');
  return withVentoyTargets({ plan, prepared, tools, log, signal }, async (common, targets) => {
    const reference = await referenceOf(common);
    const hashes = await hashFiles(prepared.files, log, signal);
    const unpacked = await unpackWindows(common);
    try {
      const job = { ...common, reference, hashes, windowsBuild: unpacked?.build ?? null };
      const made = await eachOnItsOwn(job, targets, (target) => makeVentoyStick(job, target));
      return { ...ventoyReport(job, startedAt), ...made, windows: unpacked?.report ?? null };
    } finally {
      await unpacked?.build.release();
    }
  });
}

interface Unpacked {
  build: WindowsBuild;
  report: VentoyReport['windows'];
}

/** Unpacks Windows once for all targets. */
async function unpackWindows(common: VentoyJobInFolder): Promise<Unpacked | null> {
  const job = windowsJob(common);
  if (!job) return null;
  logGuest(job.log, job.plan.windows.answers, job.prepared.guest);
  const image = await readImage(job);
  return { build: await windowsBuild(job, image), report: imageReport(job, image.sha256) };
}
