import { StickError } from '../../src-shared/errors';
import type { Report } from '../../src-shared/job';
import type { StickPlan } from '../../src-shared/plan';
import { VHDX_RESTRICTIONS, vhdxRestrictionTexts } from '../../src-shared/vhdx';
import {
  BuildCache,
  makeRecorded,
  makeSticks,
  planOperations,
  prepareVentoy,
  saveReport,
  StagedImages,
  type MakeRunning,
  type MakeTools,
  type PreparedVentoy,
} from '../engine';
import type { Context } from './context';
import { recordingOf, type RecordOptions } from './open-records';
import { reportLines } from './report-lines';
import { confirmLoss, type AskedTarget } from './targets';
import { adviceOf, ventoyForeseen } from './ventoy-advice';

export interface MakePlanOptions extends RecordOptions {
  workFolder: string;
  cacheBudgetBytes: number;
  yes: boolean;
  reportPath?: string;
}

/**
 * Makes the sticks of a plan, once whoever is at the terminal agrees, and prints the report. Sets the exit code where
 * some of several targets failed. Throws what the engine does, and `confirmLoss`.
 */
export async function makePlan(
  plan: StickPlan,
  asked: readonly AskedTarget[],
  how: MakePlanOptions,
  context: Context,
): Promise<void> {
  const { host, signal, output } = context;
  const { workFolder } = how;
  // Nobody should have to agree to a loss, for a plan that can't be carried out.
  const prepared = plan.kind === 'ventoy' ? await prepareVentoy(plan, signal) : undefined;
  if (prepared === undefined) await planOperations(plan, { host, workFolder }, signal);
  for (const line of warnings(plan)) output.say(line);
  if (plan.kind === 'ventoy' && prepared) {
    for (const line of await ventoyForeseen(plan, prepared, context)) output.say(line);
  }
  await confirmLoss(asked, how.yes, context);
  const staged = new StagedImages(() => workFolder);
  try {
    const report = await makeAndRecord(
      plan,
      {
        host,
        staged,
        cache: new BuildCache({
          folder: () => workFolder,
          budgetBytes: () => how.cacheBudgetBytes,
        }),
        workFolder,
        appFolder: context.appFolder,
        program: context.program,
      },
      {
        signal,
        onEvent: (event) => {
          output.event(event);
        },
      },
      how,
      prepared,
    );
    output.result({ report, ...adviceOf(report) }, reportLines(report));
    if (how.reportPath !== undefined) await saveReport(how.reportPath, report);
    const [failed] = report.failed;
    if (failed) process.exitCode = new StickError(failed.error).exitCode;
  } finally {
    await staged.clear();
  }
}

/** A user without a home folder gets sticks all the same. */
async function makeAndRecord(
  plan: StickPlan,
  tools: MakeTools,
  running: MakeRunning,
  options: RecordOptions,
  prepared: PreparedVentoy | undefined,
): Promise<Report> {
  const recording = recordingOf(options);
  return recording
    ? makeRecorded(plan, tools, running, recording, prepared)
    : makeSticks(plan, tools, running, prepared);
}

/** What a person should know before agreeing. */
function warnings(plan: StickPlan): string[] {
  const direct = plan.kind === 'windows-to-go' && plan.way === 'direct';
  return [...(direct ? [directCost] : []), ...(inVirtualDisk(plan) ? [virtualDiskLimits()] : [])];
}

const directCost =
  'Unpacking straight onto the drive: on an ordinary stick that takes hours instead of minutes, and Windows is not read back afterwards.';

function inVirtualDisk(plan: StickPlan): boolean {
  return plan.kind === 'ventoy' ? plan.windows !== null : plan.layout.container === 'vhdx';
}

function virtualDiskLimits(): string {
  const restrictions = VHDX_RESTRICTIONS.map((it) => vhdxRestrictionTexts[it]);
  return `Windows in a virtual disk: ${restrictions.join('; ')}.`;
}
