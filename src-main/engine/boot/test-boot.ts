import {
  bootFirmwares,
  type BootFirmware,
  type BootTest,
  type BootTestEvent,
} from '../../../src-shared/boot-test';
import { checkResult } from '../../../src-shared/check';
import { StickError } from '../../../src-shared/errors';
import { sentence } from '../../../src-shared/findings';
import type { Target } from '../../../src-shared/plan';
import { windowsCannot } from '../../../src-shared/windows-cannot';
import type { BootTestRequest, Host } from '../../host';
import type { ByteSource } from '../../io';
import { readTarget } from '../read-target';
import { readBootableStick, type BootableStick } from './bootable-stick';
import { judgeBoot } from './judge';

type Limits = Pick<BootTestRequest, 'timeoutSeconds' | 'stillSeconds'>;

/** Software emulation needs minutes for what a computer does in seconds. */
const usualLimits: Limits = { timeoutSeconds: 300, stillSeconds: 90 };

export interface BootTestRunning {
  signal: AbortSignal;
  onEvent: (event: BootTestEvent) => void;
  /** The usual ones where it is absent. */
  limits?: Limits;
}

type TestingHost = Pick<Host, 'platform' | 'openTargets' | 'bootTest'>;

/**
 * Opens a finished stick for reading only and starts it in virtual computers, one after the other, without changing a byte
 * of it. Of `all` kinds of firmware those that this computer has no programs for are left out, and said so. Throws what
 * opening and reading the target throws, `host/cannot`, `tool/missing`, `tool/failed`, `cancelled`.
 */
export function testBoot(
  target: Target,
  asked: BootFirmware | 'all',
  host: TestingHost,
  running: BootTestRunning,
): Promise<BootTest[]> {
  if (host.platform === 'win32') {
    return Promise.reject(windowsCannot('start a stick in a virtual computer'));
  }
  return readTarget(target, host, running.signal, async (disk) => {
    const stick = await readBootableStick(disk);
    return asked === 'all'
      ? testAll(disk, stick, host, running)
      : [await testOne(asked, 'alone', disk, stick, host, running)];
  });
}

async function testAll(
  disk: ByteSource,
  stick: BootableStick,
  host: TestingHost,
  running: BootTestRunning,
): Promise<BootTest[]> {
  const tests: BootTest[] = [];
  let lacking: StickError | null = null;
  for (const firmware of bootFirmwares) {
    try {
      tests.push(await testOne(firmware, 'all', disk, stick, host, running));
    } catch (error) {
      if (!(error instanceof StickError && error.code === 'tool/missing')) throw error;
      lacking ??= error;
      tests.push(notTested(firmware, error, running));
    }
  }
  if (lacking && tests.every(({ result }) => result === null)) throw lacking;
  return tests;
}

async function testOne(
  firmware: BootFirmware,
  among: 'alone' | 'all',
  disk: ByteSource,
  stick: BootableStick,
  host: TestingHost,
  { signal, onEvent, limits = usualLimits }: BootTestRunning,
): Promise<BootTest> {
  onEvent({ type: 'boot-test-started', firmware });
  const request = { disk, firmware, ...limits };
  const result = await host.bootTest(request, signal);
  const test: BootTest = { firmware, result, check: judgeBoot(result, stick, among) };
  onEvent({ type: 'boot-test-ended', test });
  return test;
}

function notTested(
  firmware: BootFirmware,
  { params }: StickError,
  { onEvent }: BootTestRunning,
): BootTest {
  const check = checkResult(
    `boot.${firmware}`,
    'warn',
    sentence('boot.not-tested', { tool: String(params['tool']) }),
    sentence('next.boot.install', { command: String(params['install']) }),
  );
  const test: BootTest = { firmware, result: null, check };
  onEvent({ type: 'boot-test-ended', test });
  return test;
}
