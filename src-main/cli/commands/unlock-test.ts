import { checksPassed } from '../../../src-shared/check';
import { ExitCode } from '../../../src-shared/errors';
import { testUnlock } from '../../engine';
import { askSecret } from '../ask-secret';
import { usageError, type Context } from '../context';
import { checkLines } from '../output';
import { readPassword } from '../secrets';
import { existingTarget } from '../targets';

/**
 * `sticksmith unlock-test DRIVE`: proves that the password opens an encrypted stick, and its recovery key, too, and checks
 * what lies in it. Changes nothing. Exit code 4 when it doesn't, or a check fails.
 */
export async function unlockTest(
  text: string,
  options: { passwordStdin: boolean },
  context: Context,
): Promise<void> {
  const target = await existingTarget(text, context);
  const password = await passwordOf(options.passwordStdin, context);
  const checks = await testUnlock(target, password, context.host, context.signal);
  context.output.result({ checks, passed: checksPassed(checks) }, checkLines(checks));
  if (!checksPassed(checks)) process.exitCode = ExitCode.verification;
}

async function passwordOf(fromStdin: boolean, { output, signal }: Context): Promise<string> {
  if (fromStdin) return readPassword(process.stdin);
  if (output.json || !process.stdin.isTTY) {
    throw usageError('the password is missing; give it with --password-stdin');
  }
  return askSecret('Password of the stick: ', signal);
}
