import type { BootTestResult } from '../../../src-shared/boot-test';
import type { CheckResult } from '../../../src-shared/check';
import { explainVentoy } from '../../../src-shared/ventoy-explain';
import { ventoyNeedTexts } from '../../../src-shared/ventoy-needs';
import type { BootableStick } from './bootable-stick';

const AGAIN = 'Make the stick again.';
const UEFI_ONLY =
  'A stick with a GPT starts computers with UEFI only. For those with a BIOS make it with an MBR (--scheme mbr).';
const UNSIGNED =
  'Secure Boot has to refuse the stand-ins of a practice Windows: nobody signed them. The boot programs of a real Windows are signed by Microsoft.';
const REFUSED =
  'A computer with Secure Boot would refuse this stick. Make it from an image that Microsoft made, or switch Secure Boot off in the firmware of the computer.';
const CLOSED = {
  // GRUB, which they are made of, can't open these.
  'virtual-disk':
    'The stand-ins of a practice Windows start, but can’t look into a virtual disk. The other checks followed it as Windows would.',
  encrypted:
    'The stand-ins of a practice Windows start, but can’t open an encrypted volume. The other checks tell what is known of it.',
};
const UNTOLD =
  'Something was started that says nothing which this program can read. Look at the picture (--pictures), or try the stick on a real computer.';
const TOO_SLOW = 'The test could not tell in the time it had. Try the stick on a real computer.';

/**
 * What to think of a test boot. `among`: whether the person asked for this firmware (`alone`) or for every kind: of those
 * a stick doesn't have to start all.
 */
export function judgeBoot(
  result: BootTestResult,
  stick: BootableStick,
  among: 'alone' | 'all',
): CheckResult {
  const id = `boot.${result.firmware}`;
  const lines = result.evidence.split('\n').filter((line) => line !== '');
  const seen = lines.length > 0 ? lines.join(' · ') : 'Nothing was said';
  const evidence = `${seen} (after ${result.seconds.toFixed(0)} s)`;
  const verdict = verdictOn(result, stick, among);
  return verdict === 'pass' ? { id, status: 'pass', evidence } : { id, ...verdict, evidence };
}

type Verdict = 'pass' | { status: 'warn' | 'fail'; next: string };

function verdictOn(result: BootTestResult, stick: BootableStick, among: 'alone' | 'all'): Verdict {
  switch (result.outcome) {
    case 'started':
    case 'menu':
      return 'pass';
    case 'unknown':
      return warn(UNTOLD);
    case 'timed-out':
      return warn(TOO_SLOW);
    case 'refused-by-secure-boot':
      if (stick.kind === 'ventoy') return warn(ventoyNeedTexts['secure-boot-enrolment']);
      return stick.practice ? warn(UNSIGNED) : fail(REFUSED);
    case 'loader-failed':
      if (result.program !== 'practice-stand-in') return fail(explanationOf(result));
      return stick.kind === 'windows' && stick.closed !== null
        ? warn(CLOSED[stick.closed])
        : fail(AGAIN);
    case 'no-boot': {
      if (result.firmware !== 'bios' || stick.kind !== 'windows' || !stick.hasGpt)
        return fail(AGAIN);
      return among === 'all' ? warn(UEFI_ONLY) : fail(UEFI_ONLY);
    }
  }
}

function explanationOf({ program, code, evidence }: BootTestResult): string {
  const [known] = program === 'ventoy' ? explainVentoy(evidence) : [];
  if (known) return `${known.whatHappened} ${known.whatToDo}`;
  return code === null ? AGAIN : `The boot program stopped with the error ${code}. ${AGAIN}`;
}

function warn(next: string): Verdict {
  return { status: 'warn', next };
}

function fail(next: string): Verdict {
  return { status: 'fail', next };
}
