import { messageOf, stickError, toStickError, type StickError } from '../../src-shared/errors';
import type { Report, StickReport } from '../../src-shared/job';
import type { StickPlan } from '../../src-shared/plan';
import { SECTOR } from '../../src-shared/units';
import type { HeldTarget, Job, MakeTools } from './job';
import { JobLog, type OnEvent } from './job-log';
import { makeStick } from './make-stick';
import { preparePlan, requireSpace, type Prepared, type PreparedTarget } from './prepare';
import { WindowsBuilds } from './windows-builds';
import { openJobFolder } from './work-folder';
import { workloads } from './workloads';

export interface MakeRunning {
  signal: AbortSignal;
  onEvent: OnEvent;
}

const requiredTools = ['mkntfs', 'ntfscp', 'libwim.so.15', 'libhivex.so.0'];

/**
 * Makes every stick of a plan: reads the image once, unpacks Windows into the work folder, and gives each target its own
 * boot partition, then writes, reads back and checks it. Nothing of a target changes before the image is known to
 * be good. Throws a StickError that says the state of the stick.
 */
export async function makeSticks(
  plan: StickPlan,
  tools: MakeTools,
  running: MakeRunning,
): Promise<Report> {
  const startedAt = new Date().toISOString();
  const held: HeldTarget[] = [];
  let current: HeldTarget | undefined;
  try {
    const prepared = await prepare(plan, tools, running.signal);
    const log = new JobLog(workloads(prepared), running.onEvent);
    log.phase('preparing');
    for (const target of prepared.targets) held.push(await hold(target, prepared, tools, running));

    log.phase('hashing');
    const image = await tools.staged.get(prepared.info, log.running(running.signal));
    requireHash(plan, image.sha256);
    log.info(`SHA-256 of the image: ${image.sha256}`);

    const folder = await openJobFolder(tools.workFolder);
    try {
      const job: Job = { plan, prepared, tools, log, signal: running.signal, folder: folder.path };
      const builds = new WindowsBuilds(job, image.wimParts);
      const sticks: StickReport[] = [];
      for (const target of held) {
        current = target;
        sticks.push(await makeStick(job, target, await builds.forTarget(target)));
        log.info(`${target.name} is finished`);
        current = undefined;
      }
      log.end();
      return reportOf(job, image.sha256, sticks, startedAt);
    } finally {
      await folder.remove();
    }
  } catch (error) {
    throw withStateOf(current, toStickError(error));
  } finally {
    await releaseAll(held, running.onEvent);
  }
}

function reportOf(
  { plan, prepared, tools, log }: Job,
  sha256: string,
  sticks: StickReport[],
  startedAt: string,
): Report {
  const { info, edition } = prepared;
  return {
    version: 1,
    program: tools.program,
    startedAt,
    finishedAt: new Date().toISOString(),
    image: {
      path: info.path,
      sizeBytes: info.sizeBytes,
      sha256,
      hashExpected: plan.image.sha256 !== null,
    },
    edition: { index: edition.index, name: edition.name, version: edition.version },
    sticks,
    timings: log.timings,
  };
}

function withStateOf(target: HeldTarget | undefined, failure: StickError): StickError {
  if (!target) return failure;
  // The helper knows best; the engine only knows how far the target had come when all was well.
  const state = failure.stick === 'untouched' ? target.state : failure.stick;
  // An image file grows under another name: one that stays unfinished has replaced nothing.
  const kept = state === 'unfinished' && target.target.kind === 'file';
  return failure.withStick(kept ? 'untouched' : state);
}

/** Releases every target. What goes wrong here changes nothing about the job, however that ended. */
async function releaseAll(held: readonly HeldTarget[], onEvent: OnEvent): Promise<void> {
  for (const { open, name } of held) {
    try {
      await open.close();
    } catch (error) {
      const text = `Releasing ${name} failed: ${messageOf(error)}`;
      onEvent({ type: 'log', level: 'warn', text });
    }
  }
}

/** Everything that can be refused before anything is opened. */
async function prepare(plan: StickPlan, tools: MakeTools, signal: AbortSignal): Promise<Prepared> {
  const prepared = await preparePlan(plan);
  signal.throwIfAborted();
  const needed = plan.space.sharedBytes > 0 ? [...requiredTools, 'mkfs.exfat'] : requiredTools;
  await tools.host.requireTools(needed);
  const folder = await openJobFolder(tools.workFolder);
  try {
    const staged = (await tools.staged.peek(prepared.info)) !== null;
    await requireSpace(prepared, folder.path, staged, tools.host);
  } finally {
    await folder.remove();
  }
  return prepared;
}

async function hold(
  target: PreparedTarget,
  prepared: Prepared,
  tools: MakeTools,
  running: MakeRunning,
): Promise<HeldTarget> {
  const open = await tools.host.openTarget(
    target.target,
    {
      neededBytes: target.layout.diskSectors * SECTOR,
      protectedPaths: [prepared.info.path, tools.workFolder, tools.appFolder],
      readOnly: false,
    },
    running.signal,
  );
  return { ...target, open, state: 'untouched' };
}

function requireHash(plan: StickPlan, actual: string): void {
  const expected = plan.image.sha256;
  if (expected !== null && expected !== actual) {
    throw stickError('image/hash-mismatch', { actual, expected });
  }
}
