import { checksPassed, type CheckResult } from '../../src-shared/check';
import type { RepairOutlook, RepairReport, RepairStep } from '../../src-shared/repair';
import { repairedPartText, repairNoteText } from '../../src-shared/repair-texts';
import { formatBytes } from '../../src-shared/units';
import { marks, table } from './output';

/** The same with a text beside each part, and notes as texts, for programs that show them to people. */
export function withRepairTexts<Told extends Pick<RepairOutlook, 'steps' | 'notes'>>(told: Told) {
  return {
    ...told,
    steps: told.steps.map((step) => ({ ...step, text: repairedPartText(step) })),
    notes: told.notes.map(repairNoteText),
  };
}

/** What a repair would do, for people, and why. */
export function outlookLines({ before, steps, notes, expected }: RepairOutlook): string[] {
  if (steps.length === 0 && checksPassed(before)) {
    return ['Nothing to repair: everything that was checked is right.'];
  }
  const wrong = ['What is wrong:', ...indented(checkTable(notRight(before)))];
  if (steps.length === 0) return [...wrong, '', 'Nothing of this can be repaired here.'];
  const remains = notRight(expected).filter(({ status }) => status === 'fail');
  return [
    ...wrong,
    '',
    'What will be rewritten:',
    ...indented(steps.map(stepLine)),
    ...(notes.length > 0 ? ['', ...notes.map(repairNoteText)] : []),
    ...(remains.length > 0
      ? ['', 'What will still be wrong:', ...indented(checkTable(remains))]
      : []),
    '',
  ];
}

/** What a repair did, for people: each check that says something else than before. */
export function repairLines({
  before,
  after,
  writtenBytes,
  verifiedBytes,
}: RepairReport): string[] {
  const was = new Map(before.map((check) => [check.id, check]));
  const changed = after.filter(({ id, status }) => was.get(id)?.status !== status);
  return [
    `Rewritten: ${formatBytes(writtenBytes)}. Read back and compared: ${formatBytes(verifiedBytes)}.`,
    '',
    'Before and after:',
    ...indented(
      table(
        changed.map(({ id, status, evidence }) => {
          const old = was.get(id);
          return [`${old ? marks[old.status] : 'unknown'} → ${marks[status]}`, id, evidence];
        }),
      ),
    ),
    '',
    ...(checksPassed(after)
      ? ['Everything that was checked is right.']
      : ['What is still wrong:', ...indented(checkTable(notRight(after)))]),
  ];
}

function stepLine(step: RepairStep): string {
  const { startByte, bytes } = step;
  return `${repairedPartText(step)} (bytes ${String(startByte)} to ${String(startByte + bytes - 1)})`;
}

function notRight(checks: readonly CheckResult[]): CheckResult[] {
  return checks.filter(({ status }) => status !== 'pass');
}

function checkTable(checks: readonly CheckResult[]): string[] {
  return table(checks.map(({ id, status, evidence }) => [marks[status], id, evidence]));
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
