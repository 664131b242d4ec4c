import { resolve } from 'node:path';
import { checksPassed, type CheckResult } from '../../../src-shared/check';
import { ExitCode } from '../../../src-shared/errors';
import { errorsOfCheck } from '../../../src-shared/explain';
import { targetName } from '../../../src-shared/plan';
import { examineTarget, requireReportName, saveCheck } from '../../engine';
import { compatibilityLines } from '../compatibility-lines';
import { requireLinux, type Context } from '../context';
import { checkLines } from '../output';
import { stickNotes } from '../stick-notes';
import { existingTarget } from '../targets';
import { askedBoot, bootTestLines, bootTests, type BootOptions } from './check-boot';

export interface CheckOptions extends BootOptions {
  images?: boolean;
  /** Where the report goes. */
  report?: string;
}

/**
 * `sticksmith check TARGET`: reads a finished stick as firmware would, and says which computers it should start. With `--boot` it is
 * also started in virtual computers, without changing a byte; with `--images` the images of a Ventoy stick are read and compared
 * with the hashes beside them. Exit code 4 when something fails.
 */
export async function check(text: string, options: CheckOptions, context: Context): Promise<void> {
  const asked = await askedBoot(options);
  if (asked) requireLinux(context, 'start a stick in a virtual computer');
  const reportPath = options.report === undefined ? null : resolve(options.report);
  if (reportPath !== null) requireReportName(reportPath);
  const { host, signal, output, program } = context;
  const target = await existingTarget(text, context);
  const images = options.images === true;
  const { checks, compatibility, stickId } = await examineTarget(target, host, signal, { images });
  for (const each of checks) output.check(each, explanationsOf(each));
  const tests = asked ? await bootTests(target, asked, context) : [];
  const checkedAt = new Date().toISOString();
  const found = { target: targetName(target), checkedAt, program, checks, compatibility };
  if (reportPath !== null) {
    const diary = await stickNotes(stickId, context);
    await saveCheck(reportPath, { ...found, bootTests: tests, diary });
  }
  const all = [...checks, ...tests.map((test) => test.check)];
  const explained = all.map((each) => ({ ...each, ...explanationsOf(each) }));
  output.result({ ...found, checks: explained, passed: checksPassed(all) }, [
    ...checkLines(all),
    ...(asked ? bootTestLines : []),
    ...compatibilityLines(compatibility),
  ]);
  if (!checksPassed(all)) process.exitCode = ExitCode.verification;
}

/** `explain` of a check that failed: what a computer may show, for `sticksmith explain`. */
function explanationsOf({ id, status }: CheckResult): { explain?: readonly string[] } {
  const explain = status === 'fail' ? errorsOfCheck(id) : [];
  return explain.length === 0 ? {} : { explain };
}
