import { checksPassed, type CheckResult } from '../../../src-shared/check';
import { ExitCode, stickError } from '../../../src-shared/errors';
import { errorsOfCheck } from '../../../src-shared/explain';
import type { Target } from '../../../src-shared/plan';
import { checkTarget } from '../../engine';
import { bootTest, type BootTestRequest } from '../../host/linux';
import { requireLinux, type Context } from '../context';
import { checkLines } from '../output';
import { existingTarget } from '../targets';

/** Software emulation needs minutes for what a computer does in seconds. */
const BOOT_TIMEOUT_SECONDS = 300;
/** GRUB, which they are made of, can't open a VHDX. */
const STAND_INS_STOP =
  'The stand-ins of a practice Windows start, but can’t look into a virtual disk.';

/** Checks of the copies of a GPT. */
const TABLES: readonly string[] = ['gpt.primary', 'gpt.backup'];
const UEFI_ONLY =
  'A stick with a GPT starts computers with UEFI only. For those with a BIOS make it with an MBR (--scheme mbr).';

/**
 * `sticksmith check TARGET`: reads a finished stick as firmware would. With `--boot` it is also started in a virtual
 * computer with UEFI or a BIOS, without changing a byte. Exit code 4 when something fails.
 */
export async function check(
  text: string,
  options: { boot?: string | true },
  context: Context,
): Promise<void> {
  const firmware = options.boot === undefined ? null : firmwareOf(options.boot);
  if (firmware) requireLinux(context, 'start a stick in a virtual computer');
  const target = await existingTarget(text, context);
  const checks = await checkTarget(target, context.host, context.signal);
  const stick = {
    contained: checks.some(({ id }) => id === 'vhdx.disk'),
    hasGpt: checks.some(({ id, status }) => status === 'pass' && TABLES.includes(id)),
  };
  if (firmware) checks.push(await bootCheck(target, stick, firmware, context));
  const found = { checks: checks.map(withExplanations), passed: checksPassed(checks) };
  context.output.result(found, checkLines(checks));
  if (!checksPassed(checks)) process.exitCode = ExitCode.verification;
}

/** `explain` of a check that failed: what a computer may show, for `sticksmith explain`. */
function withExplanations(check: CheckResult): CheckResult & { explain?: readonly string[] } {
  const explain = check.status === 'fail' ? errorsOfCheck(check.id) : [];
  return explain.length === 0 ? check : { ...check, explain };
}

type FirmwareName = BootTestRequest['firmware'];

const firmwareNames: Readonly<Record<FirmwareName, string>> = { uefi: 'UEFI', bios: 'a BIOS' };

/** `true` is the option without a value. */
function firmwareOf(text: string | true): FirmwareName {
  if (text === true) return 'uefi';
  if (text === 'uefi' || text === 'bios') return text;
  throw stickError('usage', { message: `--boot is followed by uefi or bios, not “${text}”` });
}

interface FoundStick {
  /** Windows lies in a virtual disk on the stick. */
  contained: boolean;
  /** At least one copy of a GPT is whole. */
  hasGpt: boolean;
}

async function bootCheck(
  target: Target,
  { contained, hasGpt }: FoundStick,
  firmware: FirmwareName,
  context: Context,
): Promise<CheckResult> {
  const imagePath = target.kind === 'file' ? target.path : target.identity.path;
  context.output.say(
    `Starting the stick in a virtual computer with ${firmwareNames[firmware]}. This can take minutes.`,
  );
  const result = await bootTest(
    { imagePath, firmware, timeoutSeconds: BOOT_TIMEOUT_SECONDS },
    { signal: context.signal },
  );
  const id = `boot.${firmware}`;
  const evidence = `${result.evidence.split('\n').join(' · ')} (after ${result.seconds.toFixed(0)} s)`;
  if (result.outcome === 'started') return { id, status: 'pass', evidence };
  if (contained && result.outcome === 'loader-failed') {
    const next = `${STAND_INS_STOP} The other checks followed it as Windows would.`;
    return { id, status: 'warn', evidence, next };
  }
  if (result.outcome === 'loader-failed' || result.outcome === 'no-boot') {
    const next = firmware === 'bios' && hasGpt ? UEFI_ONLY : 'Make the stick again.';
    return { id, status: 'fail', evidence, next };
  }
  const next = 'The test could not tell. Try the stick on a real computer.';
  return { id, status: 'warn', evidence, next };
}
