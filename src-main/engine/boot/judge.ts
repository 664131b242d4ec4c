import type { BootTestResult } from '../../../src-shared/boot-test';
import { checkResult, type CheckResult } from '../../../src-shared/check';
import { sentence, type Sentence } from '../../../src-shared/findings';
import { explainVentoy } from '../../../src-shared/ventoy-explain';
import type { BootableStick } from './bootable-stick';

const AGAIN = sentence('next.again-alone');

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
  const seconds = result.seconds.toFixed(0);
  const evidence =
    lines.length > 0
      ? sentence('boot.seen', { lines: lines.join(' · '), seconds })
      : sentence('boot.silent', { seconds });
  const { status, next } = verdictOn(result, stick, among);
  return checkResult(id, status, evidence, next);
}

type Verdict = { status: 'pass'; next: null } | { status: 'warn' | 'fail'; next: Sentence };

function verdictOn(result: BootTestResult, stick: BootableStick, among: 'alone' | 'all'): Verdict {
  switch (result.outcome) {
    case 'started':
    case 'menu':
      return { status: 'pass', next: null };
    case 'unknown':
      return warn(sentence('next.boot.untold'));
    case 'timed-out':
      return warn(sentence('next.boot.too-slow'));
    case 'refused-by-secure-boot':
      if (stick.kind === 'ventoy') return warn(sentence('next.boot.enrolment'));
      return stick.practice
        ? warn(sentence('next.boot.practice-unsigned'))
        : fail(sentence('next.boot.refused'));
    case 'loader-failed':
      if (result.program !== 'practice-stand-in') return fail(explanationOf(result));
      return stick.kind === 'windows' && stick.closed !== null
        ? warn(sentence(`next.boot.closed-${stick.closed}`))
        : fail(AGAIN);
    case 'no-boot': {
      if (result.firmware !== 'bios' || stick.kind !== 'windows' || !stick.hasGpt)
        return fail(AGAIN);
      const uefiOnly = sentence('next.boot.uefi-only');
      return among === 'all' ? warn(uefiOnly) : fail(uefiOnly);
    }
  }
}

function explanationOf({ program, code, evidence }: BootTestResult): Sentence {
  const [known] = program === 'ventoy' ? explainVentoy(evidence) : [];
  if (known) {
    const { whatHappened, whatToDo } = known;
    return sentence('next.boot.explained', { whatHappened, whatToDo });
  }
  return code === null ? AGAIN : sentence('next.boot.stopped', { code });
}

function warn(next: Sentence): Verdict {
  return { status: 'warn', next };
}

function fail(next: Sentence): Verdict {
  return { status: 'fail', next };
}
