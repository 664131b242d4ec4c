import type { WindowsPlan } from '../../src-shared/plan';
import type { JobLog } from './job-log';

/**
 * Says of a Windows that is to encrypt itself who has to sign in for that, where it may be that nobody like that ever does.
 * A plan whose only account is none of an administrator is refused before.
 */
export function logProtect(
  log: JobLog,
  { protect, windows }: Pick<WindowsPlan, 'protect' | 'windows'>,
): void {
  if (protect.kind !== 'first-start') return;
  const clear =
    'Windows encrypts itself once an administrator has signed in, and lies in the clear until then';
  if (windows.answers.answerFile !== null) {
    log.warn(
      `${clear}: see to it that your answer file makes one, or leaves the account to Windows`,
    );
  }
  if (windows.roaming.domainJoinFile !== null) {
    log.warn(
      `${clear}: people of the domain are asked only where they are administrators of this Windows`,
    );
  }
}
