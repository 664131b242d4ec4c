import { join, resolve } from 'node:path';
import type { VentoyReport } from '../../../src-shared/job';
import type { VentoyPlan } from '../../../src-shared/plan';
import { pathsIn } from '../../../src-shared/recipe-paths';
import { neededVentoyBytes } from '../../../src-shared/ventoy-space';
import { readVentoyReference } from '../../ventoy';
import { eachOnItsOwn, release } from '../each-on-its-own';
import { imageReport } from '../image-report';
import type { Job, MakeRunning, MakeTools } from '../job';
import { JobLog } from '../job-log';
import { logGuest } from '../log-guest';
import { openEach } from '../open-each';
import { readImage, type ReadImage } from '../read-image';
import { requireSecrets } from '../prepare';
import { UnfinishedSticks } from '../unfinished-sticks';
import { windowsBuild, type WindowsBuild } from '../windows-build';
import { openJobFolder } from '../work-folder';
import { hashFiles } from './hash-files';
import type { HeldVentoyTarget, VentoyJob } from './job';
import { makeVentoyStick } from './make-stick';
import { prepareVentoy, type PreparedVentoy } from './prepare';
import { requiredTools } from './required-tools';
import { requireVentoyRoom } from './work-room';
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
  if (prepared.windows) requireSecrets(prepared.windows.plan);
  await tools.host.requireToolsFor(requiredTools(plan));
  await requireVentoyRoom(plan, prepared, tools);
  const log = new JobLog(ventoyWorkloads(plan, prepared), running.onEvent);
  log.phase('preparing');
  const opened = await openAll(plan, prepared, tools, signal);
  try {
    const folder = await openJobFolder(tools.workFolder);
    try {
      const common = { plan, prepared, tools, log, signal, folder: folder.path };
      const reference = await referenceOf(prepared, tools, signal);
      const hashes = await hashFiles(prepared.files, log, signal);
      const windows = await windowsOf(common);
      try {
        const job = { ...common, reference, hashes, windowsBuild: windows?.build ?? null };
        const made = await eachOnItsOwn(job, hold(job, opened), (target) =>
          makeVentoyStick(job, target),
        );
        return { ...reportOf(job, startedAt), ...made, windows: windowsReport(job, windows) };
      } finally {
        await windows?.build.release();
      }
    } finally {
      await folder.remove();
    }
  } finally {
    for (const { open, name } of opened) await release(open, name, log, signal);
  }
}

/** What the release's own files would make of a disk, to compare a finished stick with. */
async function referenceOf(
  { release: archive }: PreparedVentoy,
  { host }: MakeTools,
  signal: AbortSignal,
): Promise<VentoyJob['reference']> {
  if (!archive) return null;
  return readVentoyReference(archive, { signal, unxz: host.unxz.bind(host) });
}

type BeforeHashing = Omit<VentoyJob, 'hashes' | 'reference' | 'windowsBuild'>;

/** Unpacks Windows once for all targets. */
async function windowsOf({
  plan,
  prepared: { windows },
  tools,
  log,
  signal,
  folder,
}: BeforeHashing): Promise<{ image: ReadImage; build: WindowsBuild } | null> {
  if (!windows || !plan.windows) return null;
  logGuest(log, plan.windows.windows.answers, windows.prepared.guest);
  const job: Job = {
    ...windows,
    ...{ tools, log, signal, folder },
    unfinished: new UnfinishedSticks(tools.workFolder),
    mayAdopt: false,
  };
  const image = await readImage(job);
  return { image, build: await windowsBuild(job, image) };
}

function windowsReport(
  { prepared: { windows } }: VentoyJob,
  made: { image: ReadImage } | null,
): VentoyReport['windows'] {
  return made && windows && imageReport(windows, made.image.sha256);
}

function reportOf(
  { prepared, tools, log }: VentoyJob,
  startedAt: string,
): Omit<VentoyReport, 'sticks' | 'failed' | 'windows'> {
  return {
    version: 4,
    kind: 'ventoy',
    program: tools.program,
    startedAt,
    finishedAt: new Date().toISOString(),
    package: prepared.release,
    timings: log.timings,
  };
}

type Opened = Omit<HeldVentoyTarget, 'log' | 'folder' | 'state' | 'isNewFile'>;

async function openAll(
  plan: VentoyPlan,
  prepared: PreparedVentoy,
  tools: MakeTools,
  signal: AbortSignal,
): Promise<Opened[]> {
  const needed = pathsIn(plan).map((path) => resolve(path));
  const protectedPaths = [...new Set([...needed, tools.workFolder, tools.appFolder])];
  const erases = plan.install.way === 'erase';
  const neededBytes =
    plan.install.way === 'erase' ? neededVentoyBytes(prepared.addedBytes, plan.install) : 0;
  return openEach(
    prepared.targets,
    ({ target }) => ({
      target,
      guards: { neededBytes, protectedPaths, readOnly: false },
      ...(target.kind === 'file' ? { asDisk: erases ? 'new' : 'existing' } : {}),
    }),
    tools.host,
    signal,
  );
}

function hold({ plan, log, folder }: VentoyJob, opened: readonly Opened[]): HeldVentoyTarget[] {
  return opened.map((target, index) => ({
    ...target,
    log: log.target(target.name),
    folder: join(folder, `stick-${String(index + 1)}`),
    state: 'untouched',
    isNewFile: target.target.kind === 'file' && plan.install.way === 'erase',
  }));
}
