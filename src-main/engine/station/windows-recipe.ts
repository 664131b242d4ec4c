import { stickIdOfDisk } from '../../../src-shared/diary';
import { stickError, toStickError } from '../../../src-shared/errors';
import type { WindowsReport } from '../../../src-shared/job';
import { neededDiskBytes } from '../../../src-shared/layout';
import { networksWithoutKey } from '../../../src-shared/plan-conflicts';
import { parsePlan, type Target, type WindowsPlan } from '../../../src-shared/plan';
import { isProtectedHere } from '../../../src-shared/protect';
import { pathsIn } from '../../../src-shared/recipe-paths';
import { requiredWindowsBytes } from '../../../src-shared/space';
import type { StationNames } from '../../../src-shared/station';
import { noSecrets, type PlanSecrets } from '../../../src-shared/windows-choices';
import type { WindowsRecipe } from '../../../src-shared/windows-recipe';
import { eachOnItsOwn } from '../each-on-its-own';
import type { MakeRunning, MakeTools } from '../job';
import { JobLog } from '../job-log';
import { makeStick } from '../make-stick';
import {
  preparePlan,
  prepareTargets,
  readPlan,
  requireSecrets,
  type PlanContent,
} from '../prepare';
import { knownImage, readImage } from '../read-image';
import { UnfinishedSticks } from '../unfinished-sticks';
import { windowsBuild, type WindowsBuild } from '../windows-build';
import { requirePossible, windowsReport, withTargets, type JobBefore } from '../windows-targets';
import { withJobFolder } from '../work-folder';
import { workloads } from '../workloads';
import { labelOf, makeOne, namedChoices, targetOf, toolsFor } from './one-stick';
import { firstNames, LARGE_BYTES, modelDrive, sharedLog, type OpeningRunning } from './opening';
import type { OpenedRecipe, StationTools, StickMaker } from './stick-maker';

/**
 * Holds a recipe for Windows against its image, which is read whole and compared with the hash that the recipe names. Throws what
 * preparePlan and reading the image throw.
 */
export async function openWindowsRecipe(
  name: string,
  recipe: WindowsRecipe,
  tools: StationTools,
  running: OpeningRunning,
): Promise<OpenedRecipe> {
  const { signal } = running;
  const plan = planOf(recipe, modelDrive(LARGE_BYTES), null, noSecrets);
  const prepared = await preparePlan(plan, signal);
  const { edition, needs, info } = prepared;
  const { sha256 } = await withJobFolder(tools.workFolder, (folder) => {
    const log = sharedLog(workloads(prepared, plan), 'hashing', running);
    return readImage({ ...jobBefore(plan, prepared, tools, log, signal), folder });
  });
  const { space, layout, windows, protect } = recipe;
  const windowsBytes = space.windowsBytes ?? requiredWindowsBytes(edition, needs);
  const neededBytes = neededDiskBytes(windowsBytes, space.sharedBytes, layout.container);
  const { computerName } = windows.answers;
  return {
    series: {
      name,
      recipe,
      edition: edition.name,
      image: { path: info.path, sha256, hashExpected: recipe.image.sha256 !== null },
      neededBytes,
      imagePaths: pathsIn(recipe),
      needs: {
        bitLockerPassword: isProtectedHere(protect),
        wifiKeys: networksWithoutKey({ windows, secrets: noSecrets }),
      },
      naming: {
        firstNumber: computerName?.firstNumber ?? 1,
        label: space.sharedBytes === 0 ? null : space.sharedLabel,
        computerName: computerName?.pattern ?? null,
      },
    },
    maker: ({ naming, secrets, smallestBytes }) => {
      const model = modelDrive(Math.max(smallestBytes, neededBytes));
      const first = planOf(recipe, model, firstNames(naming), secrets);
      requireSecrets(first);
      return new WindowsMaker(first, recipe, sha256, tools);
    },
  };
}

class WindowsMaker implements StickMaker {
  private shared: { content: PlanContent; build: WindowsBuild } | null = null;
  private readonly unfinished: UnfinishedSticks;

  constructor(
    /** For a drive as small as there may be. */
    private readonly model: WindowsPlan,
    private readonly recipe: WindowsRecipe,
    private readonly imageSha256: string,
    private readonly tools: StationTools,
  ) {
    this.unfinished = new UnfinishedSticks(tools.workFolder);
  }

  async prepare(running: OpeningRunning): Promise<void> {
    const { model, tools } = this;
    const { signal } = running;
    const content = await readPlan(model, signal);
    const prepared = prepareTargets(model, content);
    await requirePossible(model, prepared, tools);
    const log = sharedLog(workloads(prepared, model), 'building', running);
    const build = await withJobFolder(tools.workFolder, (folder) => {
      const job = { ...jobBefore(model, prepared, tools, log, signal), folder };
      return windowsBuild(job, knownImage(job, this.imageSha256));
    });
    this.shared = { content, build };
  }

  make: StickMaker['make'] = async (stick, running) => {
    if (!this.shared) throw stickError('internal', { message: 'nothing was prepared' });
    const { content, build } = this.shared;
    const startedAt = new Date().toISOString();
    const plan = planOf(this.recipe, targetOf(stick), stick.names, this.model.secrets);
    const prepared = prepareTargets(plan, content);
    const tools = toolsFor(stick, this.tools);
    const work = { shared: [], targets: workloads(prepared, plan).targets };
    const make = ({ signal, onEvent }: MakeRunning): Promise<WindowsReport> => {
      // It was read for the whole series.
      const { path, sizeBytes } = prepared.info;
      const edition = prepared.edition.name;
      onEvent({ type: 'image', path, sizeBytes, sha256: this.imageSha256, edition });
      const before = {
        ...jobBefore(plan, prepared, tools, new JobLog(work, onEvent), signal),
        ...{ unfinished: this.unfinished, label: labelOf(stick, plan) },
      };
      return withTargets(before, async (job, targets) => {
        const made = await eachOnItsOwn(job, targets, (held) => makeStick(job, held, build));
        const { fromCache } = build;
        return { ...windowsReport(job, this.imageSha256, startedAt), ...made, fromCache };
      });
    };
    const report = await makeOne(stick, plan, tools, running, make).catch(
      async (error: unknown) => {
        if (toStickError(error).code === 'work/damaged') await build.discard();
        throw error;
      },
    );
    const [made] = report.sticks;
    return { report, stickId: made ? stickIdOfDisk(made.disk) : null };
  };

  async close(): Promise<void> {
    const { shared } = this;
    this.shared = null;
    await shared?.build.release();
  }
}

/** The plan for one stick; names as in the recipe where there are none. Throws `plan/invalid`. */
function planOf(
  { space, windows, ...recipe }: WindowsRecipe,
  target: Target,
  names: StationNames | null,
  secrets: PlanSecrets,
): WindowsPlan {
  const label = names?.label ?? null;
  const plan = parsePlan({
    ...recipe,
    space: label === null || space.sharedBytes === 0 ? space : { ...space, sharedLabel: label },
    windows: namedChoices(windows, names),
    targets: [target],
    way: 'staged',
    secrets,
  });
  if (plan.kind === 'ventoy') throw stickError('internal', { message: 'another kind of plan' });
  return plan;
}

function jobBefore(
  plan: WindowsPlan,
  prepared: JobBefore['prepared'],
  tools: MakeTools,
  log: JobLog,
  signal: AbortSignal,
): JobBefore {
  const unfinished = new UnfinishedSticks(tools.workFolder);
  return { plan, prepared, tools, log, signal, unfinished, label: null, mayAdopt: false };
}
