import { checksPassed, type CheckResult } from '../../../src-shared/check';
import { ExitCode } from '../../../src-shared/errors';
import { errorsOfCheck } from '../../../src-shared/explain';
import { checkTarget } from '../../engine';
import { requireLinux, type Context } from '../context';
import { checkLines } from '../output';
import { existingTarget } from '../targets';
import { askedBoot, bootChecks, bootTestLines, type BootOptions } from './check-boot';

/**
 * `sticksmith check TARGET`: reads a finished stick as firmware would. With `--boot` it is also started in virtual
 * computers, without changing a byte. Exit code 4 when something fails.
 */
export async function check(text: string, options: BootOptions, context: Context): Promise<void> {
  const asked = await askedBoot(options);
  if (asked) requireLinux(context, 'start a stick in a virtual computer');
  const target = await existingTarget(text, context);
  const checks = await checkTarget(target, context.host, context.signal);
  for (const each of checks) context.output.check(each);
  if (asked) checks.push(...(await bootChecks(target, asked, context)));
  const found = { checks: checks.map(withExplanations), passed: checksPassed(checks) };
  context.output.result(found, [...checkLines(checks), ...(asked ? bootTestLines : [])]);
  if (!checksPassed(checks)) process.exitCode = ExitCode.verification;
}

/** `explain` of a check that failed: what a computer may show, for `sticksmith explain`. */
function withExplanations(check: CheckResult): CheckResult & { explain?: readonly string[] } {
  const explain = check.status === 'fail' ? errorsOfCheck(check.id) : [];
  return explain.length === 0 ? check : { ...check, explain };
}
