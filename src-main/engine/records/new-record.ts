import { basename } from 'node:path';
import { computerNameOf } from '../../../src-shared/computer-name';
import { targetBytes, type StickPlan, type Target } from '../../../src-shared/plan';
import {
  RECORD_VERSION,
  type MadeRecord,
  type RecordId,
  type RecordImage,
  type RecordTarget,
  type RestoredRecord,
  type StickRecord,
} from '../../../src-shared/records';
import { ordinaryLayout } from '../../../src-shared/restore';
import { newGuid } from '../../io';
import type { RestoreRequest } from '../restore';
import { recordedRecipe } from './recorded-recipe';

/** What is known of all targets of a job before it begins. */
export interface JobStart {
  /** Name and version. */
  program: string;
  /** Name of the process that does the job. */
  process: string;
}

/** The same of a job that makes the sticks of a plan. */
export interface JobFacts extends JobStart {
  plan: StickPlan;
  recipeName: string | null;
  /** What the sticks are called; null for sticks without a name. */
  label: string | null;
  /** ID of the record of each target, where somebody refers to it; others are made up. */
  recordIds?: readonly RecordId[];
}

/** One record for each target of a plan, in its order, of a job that begins now. */
export function newRecords({
  plan,
  recipeName,
  label,
  recordIds = [],
  ...start
}: JobFacts): MadeRecord[] {
  const common = {
    ...commonBeginning(start),
    kind: plan.kind,
    recipeName,
    label,
    stickId: null,
    resumedBytes: 0,
    checks: null,
    recoveryKeyId: null,
    ...recordedRecipe(plan),
  };
  return plan.targets.map((target, index) => ({
    ...common,
    ...targetBeginning(target, recordIds[index]),
    ...{ images: imagesOf(plan), notPassed: [] },
    computerName: computerNameIn(plan, index),
  }));
}

/** One record for each drive that is to be an ordinary one again, of a job that begins now. */
export function newRestoredRecords(
  { targets, label, scheme }: RestoreRequest,
  start: JobStart,
): RestoredRecord[] {
  const common = {
    ...commonBeginning(start),
    kind: 'ordinary-drive',
    label: label === '' ? null : label,
    fileSystem: 'exfat',
  } as const;
  return targets.map((target) => {
    const layout = ordinaryLayout(targetBytes(target), scheme);
    return {
      ...common,
      ...targetBeginning(target),
      scheme: 'problem' in layout ? scheme : layout.scheme,
    };
  });
}

function commonBeginning({ program, process }: JobStart) {
  return {
    version: RECORD_VERSION,
    jobId: newGuid(),
    program,
    startedAt: new Date().toISOString(),
    endedAt: null,
    outcome: { result: 'running', phase: null, process },
    writtenBytes: 0,
    verifiedBytes: 0,
    verification: 'not-reached',
  } as const;
}

function targetBeginning(
  target: Target,
  id: RecordId = newGuid(),
): Pick<StickRecord, 'id' | 'target' | 'timings'> {
  const recorded: RecordTarget =
    target.kind === 'drive'
      ? { kind: 'drive', ...target.identity }
      : { kind: 'file', path: target.path, sizeBytes: target.sizeBytes };
  return { id, target: recorded, timings: [] };
}

function computerNameIn(plan: StickPlan, index: number): string | null {
  const windows = plan.kind === 'ventoy' ? plan.windows?.windows : plan.windows;
  const name = windows?.answers.computerName ?? null;
  return name && computerNameOf(name.pattern, name.firstNumber + index);
}

function imagesOf(plan: StickPlan): RecordImage[] {
  const paths =
    plan.kind === 'ventoy'
      ? [
          ...plan.files.map(({ source }) => source),
          ...(plan.windows ? [plan.windows.image.path] : []),
        ]
      : [plan.image.path];
  return paths.map((path) => ({
    name: basename(path),
    sizeBytes: null,
    sha256: null,
    edition: null,
  }));
}
