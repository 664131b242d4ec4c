import { withBootTest, type BootFirmware, type BootTest } from '../../../src-shared/boot-test';
import type { StickErrorData } from '../../../src-shared/errors';
import type { EventOf, WindowApi } from '../../../src-shared/ipc';
import { knownStickName, type KnownStick } from '../../../src-shared/stick-check';
import { ask } from '../ask';
import type { ActionTools } from '../yours-actions';

export type AskedFirmware = BootFirmware | 'all';

/** A stick that is being started in a virtual computer. */
export interface RunningBootTest {
  state: 'running' | 'cancelling';
  target: string;
  /** Null until the first virtual computer is there. */
  current: {
    firmware: BootFirmware;
    /** Milliseconds since 1970. */
    since: number;
  } | null;
}

/** What came of the test boots of one target. */
export interface BootOutcome {
  tests: readonly BootTest[];
  /** Why the last one came to no end; null when it did. */
  ended: 'cancelled' | StickErrorData | null;
}

export interface BootTestState {
  bootTest: RunningBootTest | null;
  /** By target. */
  bootOutcomes: Readonly<Record<string, BootOutcome>>;
}

export const firstBootTestState: BootTestState = { bootTest: null, bootOutcomes: {} };

export interface BootTestActions {
  startBootTest(stick: KnownStick, firmware: AskedFirmware): Promise<void>;
  cancelBootTest(): Promise<void>;
  takeBootTest(told: EventOf<'boot-test:event'>): void;
  /** What was seen doesn't hold any more. */
  forgetBootTests(targets: readonly string[]): void;
}

export function bootTestActions(
  api: WindowApi,
  { get, set }: Pick<ActionTools, 'get' | 'set'>,
): BootTestActions {
  const change = (target: string, part: Partial<BootOutcome>): void => {
    const { bootOutcomes } = get();
    const before = bootOutcomes[target] ?? { tests: [], ended: null };
    set({ bootOutcomes: { ...bootOutcomes, [target]: { ...before, ...part } } });
  };
  return {
    async startBootTest(stick, firmware) {
      if (get().bootTest !== null) return;
      const target = knownStickName(stick);
      set({ bootTest: { state: 'running', target, current: null } });
      change(target, { ended: null });
      const reply = await ask(api, 'boot-test:run', { stick, firmware });
      set({ bootTest: null });
      if (!reply.ok) change(target, { ended: reply.error });
      else if (reply.value === null) change(target, { ended: 'cancelled' });
      else for (const test of reply.value) take(target, test);
    },
    async cancelBootTest() {
      const { bootTest } = get();
      if (bootTest?.state !== 'running') return;
      set({ bootTest: { ...bootTest, state: 'cancelling' } });
      await ask(api, 'boot-test:cancel', null);
    },
    takeBootTest({ target, event }) {
      if (event.type === 'boot-test-ended') {
        take(target, event.test);
        return;
      }
      const { bootTest } = get();
      if (bootTest?.target !== target) return;
      set({
        bootTest: { ...bootTest, current: { firmware: event.firmware, since: Date.now() } },
      });
    },
    forgetBootTests(targets) {
      const kept = Object.entries(get().bootOutcomes).filter(
        ([target]) => !targets.includes(target),
      );
      set({ bootOutcomes: Object.fromEntries(kept) });
    },
  };

  function take(target: string, test: BootTest): void {
    change(target, { tests: withBootTest(get().bootOutcomes[target]?.tests ?? [], test) });
  }
}
