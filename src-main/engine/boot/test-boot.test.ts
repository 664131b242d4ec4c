import { describe, expect, it } from 'vitest';
import { BootTestEventSchema, type BootTestEvent } from '../../../src-shared/boot-test';
import { stickError } from '../../../src-shared/errors';
import type { Target } from '../../../src-shared/plan';
import { MiB } from '../../../src-shared/units';
import type { BootTestRequest, Host, OpenTarget, TargetRequest } from '../../host';
import { bufferSource } from '../../io';
import { testBoot } from './test-boot';

const target: Target = { kind: 'file', path: '/stick.img', sizeBytes: MiB };
const { signal } = new AbortController();

/** A computer that simulates test boots of an empty disk; it lacks what is needed for some firmware. */
class SimulatedTester {
  readonly platform: Host['platform'] = 'linux';
  readonly asked: TargetRequest[] = [];
  readonly booted: BootTestRequest[] = [];
  closed = 0;

  constructor(private readonly lacking: readonly string[] = []) {}

  openTargets = (asked: readonly TargetRequest[]): Promise<OpenTarget[]> => {
    this.asked.push(...asked);
    const close = (): Promise<void> => {
      this.closed += 1;
      return Promise.resolve();
    };
    const source = bufferSource(Buffer.alloc(MiB));
    return Promise.resolve([{ sizeBytes: MiB, source, close } as unknown as OpenTarget]);
  };

  bootTest: Host['bootTest'] = (request, running) => {
    if (running.aborted) return Promise.reject(stickError('cancelled', {}));
    const { firmware } = request;
    if (this.lacking.includes(firmware)) {
      const params = { tool: `${firmware}-firmware`, purpose: 'test', install: 'apt install it' };
      return Promise.reject(stickError('tool/missing', params));
    }
    this.booted.push(request);
    return Promise.resolve({
      ...{ firmware, outcome: 'no-boot', program: 'firmware', code: null, evidence: 'nothing' },
      ...{ transcript: 'nothing', picture: null, seconds: 1, accelerator: 'tcg' },
    });
  };
}

async function run(host: SimulatedTester, asked: Parameters<typeof testBoot>[1]) {
  const events: BootTestEvent[] = [];
  const onEvent = (event: BootTestEvent) => events.push(BootTestEventSchema.parse(event));
  const tests = await testBoot(target, asked, host, { signal, onEvent });
  return { tests, told: events.map(({ type, ...event }) => `${type} ${firmwareOf(event)}`) };
}

function firmwareOf(event: { firmware: string } | { test: { firmware: string } }): string {
  return 'test' in event ? event.test.firmware : event.firmware;
}

describe('a test boot of a target', () => {
  it('opens it for reading only, once, and closes it', async () => {
    const host = new SimulatedTester();
    const { tests, told } = await run(host, 'all');
    expect(host.asked).toEqual([
      { target, guards: { neededBytes: 0, protectedPaths: [], readOnly: true } },
    ]);
    expect(host.closed).toBe(1);
    expect(tests.map(({ firmware }) => firmware)).toEqual(['uefi', 'secure', 'bios']);
    expect(told).toEqual(
      ['uefi', 'secure', 'bios'].flatMap((it) => [
        `boot-test-started ${it}`,
        `boot-test-ended ${it}`,
      ]),
    );
    expect(host.booted.map(({ timeoutSeconds }) => timeoutSeconds)).toEqual([300, 300, 300]);
  });

  it('of one kind of firmware makes no other test', async () => {
    const host = new SimulatedTester();
    const { tests } = await run(host, 'secure');
    expect(host.booted.map(({ firmware }) => firmware)).toEqual(['secure']);
    expect(tests).toMatchObject([
      { firmware: 'secure', check: { id: 'boot.secure', status: 'fail' } },
    ]);
  });

  it('of all kinds says which this computer can’t make', async () => {
    const { tests } = await run(new SimulatedTester(['secure']), 'all');
    expect(tests[1]).toMatchObject({
      result: null,
      check: {
        ...{ id: 'boot.secure', status: 'warn', next: 'Install it with: apt install it' },
        evidence: 'Not tested: this computer lacks secure-firmware',
      },
    });
    expect([tests[0]?.result, tests[2]?.result]).not.toContain(null);
  });

  it('that can’t be made at all is an error, and the target is closed', async () => {
    for (const asked of ['all', 'secure'] as const) {
      const host = new SimulatedTester(['uefi', 'secure', 'bios']);
      await expect(run(host, asked)).rejects.toMatchObject({ code: 'tool/missing' });
      expect(host.closed).toBe(1);
    }
  });

  it('that is cancelled closes the target', async () => {
    const host = new SimulatedTester();
    const cancel = new AbortController();
    const onEvent = (event: BootTestEvent) => {
      if (event.type === 'boot-test-ended') cancel.abort();
    };
    const testing = testBoot(target, 'all', host, { signal: cancel.signal, onEvent });
    await expect(testing).rejects.toMatchObject({ code: 'cancelled' });
    expect(host.booted).toHaveLength(1);
    expect(host.closed).toBe(1);
  });

  it('isn’t begun on a computer that can’t make it', async () => {
    const host = Object.assign(new SimulatedTester(), { platform: 'win32' as const });
    await expect(run(host, 'uefi')).rejects.toMatchObject({ code: 'host/cannot' });
    expect(host.asked).toEqual([]);
  });
});
