import type { Report } from '../../../src-shared/job';
import type { StickPlan } from '../../../src-shared/plan';
import { processName } from '../../io';
import type { MakeRunning, MakeTools } from '../job';
import { makeSticks } from '../make';
import type { PreparedVentoy } from '../ventoy/prepare';
import { planLabel } from '../plan-label';
import { madeSticks } from './made-sticks';
import type { JobFacts } from './new-record';
import { recordedJob, type Recording } from './recorded-job';

/** Where the records go of a job that makes sticks. */
export interface MakeRecording extends Recording {
  /** Name of the recipe's file; null where there was none. */
  recipeName: string | null;
}

/** Makes every stick of a plan, as `makeSticks` does, and keeps a record of each. */
export function makeRecorded(
  plan: StickPlan,
  tools: MakeTools,
  running: MakeRunning,
  recording: MakeRecording,
  prepared?: PreparedVentoy,
): Promise<Report> {
  const { program } = tools;
  return recorded({ plan, program, label: planLabel(plan) }, running, recording, (within) =>
    makeSticks(plan, tools, within, prepared),
  );
}

/** The same for a job of another kind that makes the sticks of a plan. It has to tell of its events. */
export async function recorded<Made extends Report>(
  facts: Pick<JobFacts, 'plan' | 'program' | 'label' | 'recordIds'>,
  running: MakeRunning,
  recording: MakeRecording,
  job: (running: MakeRunning) => Promise<Made>,
): Promise<Made> {
  const { recipeName } = recording;
  const work = madeSticks({ ...facts, recipeName, process: await processName() });
  return recordedJob(work, running, recording, job);
}
