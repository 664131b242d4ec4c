import type { BootTestResult } from '../../../../src-shared/boot-test';
import { StickError } from '../../../../src-shared/errors';
import type { BootTestRequest } from '../..';
import { requireTools } from '../tools';
import { hasBiosCode } from './bios-code';
import { findFirmware } from './firmware';
import { kvmMayWork, kvmWorksNot } from './kvm';
import { pictureOf } from './picture';
import { runMachine, type MachineRun } from './run-machine';
import { evidenceOf, finalVerdict, transcriptOf } from './verdict';

/** What a BIOS would meet without saying a word about it. */
const NO_CODE = 'The first sector holds no program, so a BIOS has nothing to start';

/**
 * Starts a stick in a virtual computer (QEMU), as a USB drive, and ends it as soon as the
 * outcome is known; without starting it where a BIOS would find nothing. Throws `tool/missing`, `tool/failed`,
 * `cancelled`, and what reading the disk throws; a stick that doesn't start is a result, not an error.
 */
export async function bootTest(
  request: BootTestRequest,
  signal: AbortSignal,
): Promise<BootTestResult> {
  const { firmware: kind, disk } = request;
  await requireTools(['qemu-system-x86_64', 'setpriv']);
  const firmware = await findFirmware(kind);
  if (kind === 'bios' && !(await hasBiosCode(disk))) {
    const nothing = { transcript: '', picture: null, seconds: 0, accelerator: null };
    const verdict = { outcome: 'no-boot' as const, program: null, code: null };
    return { firmware: kind, ...verdict, evidence: NO_CODE, ...nothing };
  }
  const began = Date.now();
  const machine = { ...request, firmware };
  const quick = (await kvmMayWork(kind)) ? await runQuickly(machine, signal) : null;
  const run = quick ?? (await runMachine({ ...machine, accelerator: 'tcg' }, signal));
  const transcript = transcriptOf(run.said);
  return {
    firmware: kind,
    ...finalVerdict(run.said, run.end === 'time-up'),
    evidence: evidenceOf(transcript),
    transcript,
    picture: run.screen && pictureOf(run.screen),
    seconds: (Date.now() - began) / 1000,
    accelerator: quick ? 'kvm' : 'tcg',
  };
}

/** With the processor's help. Null where that doesn't work after all: a /dev/kvm that is there may still be of no use. */
async function runQuickly(
  machine: Omit<Parameters<typeof runMachine>[0], 'accelerator'>,
  signal: AbortSignal,
): Promise<MachineRun | null> {
  try {
    const run = await runMachine({ ...machine, accelerator: 'kvm' }, signal);
    if (run.end !== 'broken') return run;
  } catch (error) {
    if (!(error instanceof StickError && error.code === 'tool/failed')) throw error;
  }
  kvmWorksNot(machine.firmware.kind);
  return null;
}
