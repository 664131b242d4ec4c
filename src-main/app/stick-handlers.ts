import type { BrowserWindow } from 'electron';
import { withBootTest, type BootTest } from '../../src-shared/boot-test';
import type { DiaryEntry } from '../../src-shared/diary';
import { messageOf, stickError } from '../../src-shared/errors';
import { knownStickName, type StickCheck } from '../../src-shared/stick-check';
import {
  checkPage,
  DiaryStore,
  examineTarget,
  foreseeRepair,
  repairStick,
  saveCheck,
  testBoot,
  volumeKeyIn,
  type CheckReport,
  type RepairTools,
  type ReportExtras,
} from '../engine';
import type { Host } from '../host';
import { chooseFile, chooseReportFile } from './dialogs';
import { tell, type Handlers } from './ipc';
import { knownTarget } from './known-target';
import { log } from './log';
import type { Places } from './places';
import { printPage } from './print-page';
import { SingleWork } from './single-work';

type StickHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `check:${string}` | `boot-test:${string}` | `repair:${string}`>
> &
  Pick<Handlers, 'choose:stick-file'>;

export interface StickHandlerTools {
  window: BrowserWindow;
  host: Host;
  places: Places;
  /** Name and version. */
  program: string;
  repairTools: () => RepairTools;
  /** Throws while a drive is busy with something else. */
  requireIdle: () => void;
}

export interface FinishedSticks {
  handlers: StickHandlers;
  /** Something of a stick is being rewritten. */
  readonly isRepairing: boolean;
  /** Throws `usage` while a stick is being looked at, started or repaired. */
  requireIdle(): void;
  /** What belongs to the report of a job besides what the job knows. */
  extras(): Promise<ReportExtras>;
  /** What was seen of targets doesn't hold any more: they are being made anew. */
  forget(targets: readonly string[]): void;
  cancel(): void;
  ended(): Promise<void>;
}

/** What the window asks about sticks that are there already: to check, start and repair them. One thing at a time. */
export function finishedSticks(tools: StickHandlerTools): FinishedSticks {
  const { window, host } = tools;
  const diary = new DiaryStore(tools.places.data);
  const closing = new AbortController();
  const looking = new SingleWork('A stick is being read already');
  const booting = new SingleWork('A stick is being started in a virtual computer already');
  const repairing = new SingleWork('A stick is being repaired already');
  /** By target; what was found last. */
  const checks = new Map<string, StickCheck>();
  const bootTests = new Map<string, readonly BootTest[]>();

  function forget(targets: readonly string[]): void {
    for (const target of targets) {
      checks.delete(target);
      bootTests.delete(target);
    }
  }

  /** A diary that can't be read keeps nobody from a report. */
  async function notes(): Promise<readonly DiaryEntry[]> {
    try {
      return (await diary.read(closing.signal)).entries;
    } catch (error) {
      log.warn(`The report has no notes: ${messageOf(error)}`);
      return [];
    }
  }

  async function reportOn(target: string): Promise<CheckReport> {
    const check = checks.get(target);
    if (!check) throw stickError('usage', { message: 'This stick has not been read yet' });
    const entries = await notes();
    return {
      ...check,
      program: tools.program,
      bootTests: bootTests.get(target) ?? [],
      diary: entries.filter(({ stick }) => stick.id === check.stickId),
    };
  }

  const handlers: StickHandlers = {
    'choose:stick-file': () => chooseFile(window, 'stick'),

    'check:run': (stick) => {
      tools.requireIdle();
      return looking.run(async (signal) => {
        const target = knownStickName(stick);
        const known = await knownTarget(stick, false, host);
        const found = await examineTarget(known, host, signal);
        const check = { target, checkedAt: new Date().toISOString(), ...found };
        // Another stick may have come to its place since.
        const before = checks.get(target);
        if (before && before.stickId !== check.stickId) forget([target]);
        checks.set(target, check);
        return check;
      });
    },
    'check:cancel': () => {
      looking.cancel();
      return null;
    },
    'check:save-report': async (target) => {
      const report = await reportOn(target);
      const path = await chooseReportFile(window);
      if (path !== null) await saveCheck(path, report);
      return path;
    },
    'check:print': async (target) => {
      await printPage(checkPage(await reportOn(target)), window);
      return null;
    },

    'boot-test:run': ({ stick, firmware }) => {
      tools.requireIdle();
      return booting.run(async (signal) => {
        const target = knownStickName(stick);
        const known = await knownTarget(stick, false, host);
        return testBoot(known, firmware, host, {
          signal,
          onEvent: (event) => {
            if (event.type === 'boot-test-ended') {
              bootTests.set(target, withBootTest(bootTests.get(target) ?? [], event.test));
            }
            tell(window.webContents, 'boot-test:event', { target, event });
          },
        });
      });
    },
    'boot-test:cancel': () => {
      booting.cancel();
      return null;
    },

    'repair:foresee': ({ stick, secret }) => {
      tools.requireIdle();
      return looking.run(async (signal) => {
        const known = await knownTarget(stick, false, host);
        const wishes = { key: secret === null ? null : volumeKeyIn(secret) };
        return foreseeRepair(known, wishes, tools.repairTools(), signal);
      });
    },
    'repair:run': ({ stick, secret, agreed }) => {
      tools.requireIdle();
      return repairing.run(async (signal) => {
        const known = await knownTarget(stick, true, host);
        const wishes = { key: secret === null ? null : volumeKeyIn(secret), agreed };
        const report = await repairStick(known, wishes, tools.repairTools(), {
          signal,
          onProgress: (phase, doneBytes, totalBytes) => {
            tell(window.webContents, 'repair:progress', { phase, doneBytes, totalBytes });
          },
        });
        forget([knownStickName(stick)]);
        return report;
      });
    },
    'repair:cancel': () => {
      looking.cancel();
      repairing.cancel();
      return null;
    },
  };

  const all = [looking, booting, repairing];
  return {
    handlers,
    get isRepairing() {
      return repairing.busy;
    },
    requireIdle() {
      for (const work of all) work.requireIdle();
    },
    async extras() {
      const tests = [...bootTests].map(([target, those]) => ({ target, tests: those }));
      return { bootTests: tests, diary: await notes() };
    },
    forget,
    cancel() {
      closing.abort();
      for (const work of all) work.cancel();
    },
    async ended() {
      await Promise.all(all.map((work) => work.ended()));
    },
  };
}
