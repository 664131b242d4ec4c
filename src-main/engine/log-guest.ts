import { answerNoteText } from '../../src-shared/answer-notes';
import { driverRefusals } from '../../src-shared/drivers';
import { formatBytes } from '../../src-shared/units';
import type { AnswerChoices } from '../../src-shared/windows-choices';
import type { GuestContent } from './guest-content';
import type { JobLog } from './job-log';

/** Says what was taken of what the plan names, and what was not. */
export function logGuest(
  log: JobLog,
  { account, answerFile }: AnswerChoices,
  { drivers, answerNotes, sticks }: GuestContent,
): void {
  if (account?.administrator === false) {
    const unless = answerFile === null ? '' : ', unless your answer file makes one';
    log.warn(
      `No account of this Windows is an administrator${unless}: nobody can change its settings`,
    );
  }
  for (const note of answerNotes) log.warn(answerNoteText(note));
  const names = sticks.flatMap(({ computerName }) => computerName ?? []);
  if (names.length > 0) log.info(`Names of the computers: ${names.join(', ')}`);
  if (!drivers) return;
  const { taken, refused, totalBytes, folder } = drivers;
  log.info(`Drivers put in from ${folder}: ${String(taken.length)}, ${formatBytes(totalBytes)}`);
  for (const { inf, className, bootCritical } of taken) {
    if (!bootCritical) continue;
    log.warn(`${inf} (${className ?? 'unknown class'}) takes effect only after the first start`);
  }
  for (const { inf, reason, detail } of refused) {
    log.warn(`${inf} stays out. ${driverRefusals[reason]}${detail === '' ? '' : ` (${detail})`}`);
  }
}
