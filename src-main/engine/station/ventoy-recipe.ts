import { stickIdOfVentoy } from '../../../src-shared/diary';
import { stickError, toStickError } from '../../../src-shared/errors';
import type { VentoyReport } from '../../../src-shared/job';
import { neededDiskBytes } from '../../../src-shared/layout';
import { parsePlan, type Target, type VentoyPlan } from '../../../src-shared/plan';
import { networksWithoutKey } from '../../../src-shared/plan-conflicts';
import { pathsIn } from '../../../src-shared/recipe-paths';
import { requiredWindowsBytes } from '../../../src-shared/space';
import type { StationNames } from '../../../src-shared/station';
import type { VentoyInstall, VentoyRecipe } from '../../../src-shared/ventoy-recipe';
import { neededVentoyBytes } from '../../../src-shared/ventoy-space';
import { noSecrets, type PlanSecrets } from '../../../src-shared/windows-choices';
import { eachOnItsOwn } from '../each-on-its-own';
import { imageReport } from '../image-report';
import type { MakeRunning } from '../job';
import { JobLog } from '../job-log';
import { requireSecrets } from '../prepare';
import { knownImage, readImage } from '../read-image';
import { hashFiles } from '../ventoy/hash-files';
import type { VentoyJob } from '../ventoy/job';
import { makeVentoyStick } from '../ventoy/make-stick';
import {
  prepareVentoyTargets,
  readVentoyPlan,
  type PreparedVentoy,
  type VentoyContent,
} from '../ventoy/prepare';
import { requiredTools } from '../ventoy/required-tools';
import { referenceOf, windowsJob } from '../ventoy/shared';
import {
  requireVentoyPossible,
  ventoyReport,
  withVentoyTargets,
  type VentoyJobInFolder,
} from '../ventoy/targets';
import { ventoyWorkloads } from '../ventoy/workloads';
import { windowsBuild } from '../windows-build';
import { withJobFolder } from '../work-folder';
import { makeOne, namedChoices, targetOf, toolsFor } from './one-stick';
import { firstNames, LARGE_BYTES, modelDrive, sharedLog, type OpeningRunning } from './opening';
import type { OpenedRecipe, StationTools, StickMaker } from './stick-maker';

type Erasing = Extract<VentoyInstall, { way: 'erase' }>;

/** What was read for the whole series. */
interface ReadVentoy {
  content: VentoyContent;
  /** SHA-256 of every file that is copied, by its source. */
  hashes: VentoyJob['hashes'];
  /** SHA-256 of the image with Windows; null where there is none. */
  windowsSha256: string | null;
}

/**
 * Holds a recipe for Ventoy sticks against its release and files, which are read whole and compared with the hashes that the recipe
 * names. Throws what requireToolsFor, prepareVentoy, hashFiles and reading an image throw, and `plan/invalid` for a recipe that changes sticks which
 * are there.
 */
export async function openVentoyRecipe(
  name: string,
  recipe: VentoyRecipe,
  tools: StationTools,
  running: OpeningRunning,
): Promise<OpenedRecipe> {
  const { signal } = running;
  const install = requireErasing(recipe);
  const plan = planOf(recipe, modelDrive(LARGE_BYTES), null, noSecrets);
  await tools.host.requireToolsFor(requiredTools(plan));
  const content = await readVentoyPlan(plan, signal);
  const prepared = prepareVentoyTargets(plan, content);
  const log = sharedLog(ventoyWorkloads(plan, prepared), 'hashing', running);
  const hashes = await hashFiles(prepared.files, log, signal);
  const image = await withJobFolder(tools.workFolder, async (folder) => {
    const job = windowsJob({ plan, prepared, tools, log, signal, folder });
    return job && imageReport(job, (await readImage(job)).sha256);
  });
  const neededBytes = neededVentoyBytes(
    content.addedBytes + windowsBytes(recipe, prepared),
    install,
  );
  const computerName = recipe.windows?.windows.answers.computerName ?? null;
  return {
    series: {
      name,
      recipe,
      edition: image?.edition.name ?? null,
      image: image?.image ?? null,
      neededBytes,
      imagePaths: pathsIn(recipe),
      needs: {
        bitLockerPassword: false,
        wifiKeys: recipe.windows
          ? networksWithoutKey({ windows: recipe.windows.windows, secrets: noSecrets })
          : [],
      },
      naming: {
        firstNumber: computerName?.firstNumber ?? 1,
        label: install.label,
        computerName: computerName?.pattern ?? null,
      },
    },
    maker: ({ naming, secrets, smallestBytes }) => {
      const model = modelDrive(Math.max(smallestBytes, neededBytes));
      const first = planOf(recipe, model, firstNames(naming), secrets);
      const { windows } = prepareVentoyTargets(first, content);
      if (windows) requireSecrets(windows.plan);
      const read = { content, hashes, windowsSha256: image?.image.sha256 ?? null };
      return new VentoyMaker(first, recipe, read, tools);
    },
  };
}

class VentoyMaker implements StickMaker {
  private shared: Pick<VentoyJob, 'reference' | 'windowsBuild'> | null = null;

  constructor(
    /** For a drive as small as there may be. */
    private readonly model: VentoyPlan,
    private readonly recipe: VentoyRecipe,
    private readonly read: ReadVentoy,
    private readonly tools: StationTools,
  ) {}

  async prepare(running: OpeningRunning): Promise<void> {
    const { model: plan, tools } = this;
    const { signal } = running;
    const prepared = prepareVentoyTargets(plan, this.read.content);
    await requireVentoyPossible({ plan, prepared, tools });
    const reference = await referenceOf({ prepared, tools, signal });
    const log = sharedLog(ventoyWorkloads(plan, prepared), 'building', running);
    const build = await withJobFolder(tools.workFolder, (folder) =>
      this.unpack({ plan, prepared, tools, log, signal, folder }),
    );
    this.shared = { reference, windowsBuild: build };
  }

  private async unpack(before: VentoyJobInFolder): Promise<VentoyJob['windowsBuild']> {
    const { windowsSha256 } = this.read;
    const job = windowsJob(before);
    return job && windowsSha256 !== null ? windowsBuild(job, knownImage(job, windowsSha256)) : null;
  }

  make: StickMaker['make'] = async (stick, running) => {
    const { shared, read } = this;
    if (!shared) throw stickError('internal', { message: 'nothing was prepared' });
    const startedAt = new Date().toISOString();
    const plan = planOf(this.recipe, targetOf(stick), stick.names, this.model.secrets);
    const prepared = prepareVentoyTargets(plan, read.content);
    const tools = toolsFor(stick, this.tools);
    const work = { shared: [], targets: ventoyWorkloads(plan, prepared).targets };
    const make = ({ signal, onEvent }: MakeRunning): Promise<VentoyReport> => {
      for (const image of imagesIn(prepared, read)) onEvent({ type: 'image', ...image });
      const log = new JobLog(work, onEvent);
      return withVentoyTargets({ plan, prepared, tools, log, signal }, async (before, targets) => {
        const job = { ...before, ...shared, hashes: read.hashes };
        const made = await eachOnItsOwn(job, targets, (held) => makeVentoyStick(job, held));
        return { ...ventoyReport(job, startedAt), ...made, windows: windowsIn(prepared, read) };
      });
    };
    const report = await makeOne(stick, plan, tools, running, make).catch(
      async (error: unknown) => {
        if (toStickError(error).code === 'work/damaged') await shared.windowsBuild?.discard();
        throw error;
      },
    );
    const [made] = report.sticks;
    return { report, stickId: made ? stickIdOfVentoy(made.ventoy) : null };
  };

  async close(): Promise<void> {
    const { shared } = this;
    this.shared = null;
    await shared?.windowsBuild?.release();
  }
}

/** What was read for the whole series, as each stick's record has it. */
function imagesIn({ files, windows }: PreparedVentoy, { hashes, windowsSha256 }: ReadVentoy) {
  const copied = files.flatMap(({ source: path, sizeBytes }) => {
    const sha256 = hashes.get(path);
    return sha256 === undefined ? [] : [{ path, sizeBytes, sha256, edition: null }];
  });
  if (!windows || windowsSha256 === null) return copied;
  const { info, edition } = windows.prepared;
  const { path, sizeBytes } = info;
  return [...copied, { path, sizeBytes, sha256: windowsSha256, edition: edition.name }];
}

function windowsIn(
  { windows }: PreparedVentoy,
  { windowsSha256 }: ReadVentoy,
): VentoyReport['windows'] {
  return windows && windowsSha256 !== null ? imageReport(windows, windowsSha256) : null;
}

/** Bytes that the virtual disk takes at least; 0 where there is none. */
function windowsBytes({ windows: asked }: VentoyRecipe, { windows }: PreparedVentoy): number {
  if (!asked || !windows) return 0;
  const { edition, needs } = windows.prepared;
  return neededDiskBytes(asked.bytes ?? requiredWindowsBytes(edition, needs), 0, 'vhdx');
}

/** Throws `plan/invalid`. */
function requireErasing({ install }: VentoyRecipe): Erasing {
  if (install.way === 'erase') return install;
  const message =
    'install.way: a series makes Ventoy sticks anew; sticks that are there are changed by “make”';
  throw stickError('plan/invalid', { message });
}

/** The plan for one stick; names as in the recipe where there are none. Throws `plan/invalid`. */
function planOf(
  recipe: VentoyRecipe,
  target: Target,
  names: StationNames | null,
  secrets: PlanSecrets,
): VentoyPlan {
  const { install, windows } = recipe;
  const plan = parsePlan({
    ...recipe,
    install:
      install.way === 'erase' ? { ...install, label: names?.label ?? install.label } : install,
    windows: windows && { ...windows, windows: namedChoices(windows.windows, names) },
    targets: [target],
    secrets,
  });
  if (plan.kind !== 'ventoy') throw stickError('internal', { message: 'another kind of plan' });
  return plan;
}
