import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityOf, judgeDrive, type Drive, type JudgedDrive } from '../../../src-shared/drive';
import { stickError, type StickError } from '../../../src-shared/errors';
import type { Report } from '../../../src-shared/job';
import { recipeDefaults } from '../../../src-shared/windows-recipe';
import {
  StationStateSchema,
  type StationGuard,
  type StationRow,
  type StationSeries,
} from '../../../src-shared/station';
import { GiB } from '../../../src-shared/units';
import { Station, type Examined, type StickEnd } from './station';
import type { MadeStick, StickMaker, StickToMake } from './stick-maker';

const NEEDED = 8 * GiB;

const series: StationSeries = {
  name: 'Loaners',
  recipe: {
    ...recipeDefaults,
    image: { path: '/windows.iso', sha256: null },
    edition: { index: 1 },
  },
  edition: 'Windows 11 Pro',
  image: { path: '/windows.iso', sha256: '0'.repeat(64), hashExpected: false },
  neededBytes: NEEDED,
  imagePaths: ['/windows.iso'],
  needs: { bitLockerPassword: false, wifiKeys: [] },
  naming: { firstNumber: 1, label: null, computerName: null },
};
const naming = { firstNumber: 1, label: 'LOAN-###', computerName: 'LOANER-###' };
const usual: StationGuard = {
  sizes: { kind: 'like-first', tolerancePercent: 10 },
  contents: 'empty',
  ports: null,
  present: [],
  limit: null,
  atOnce: 2,
};

let attachments = 0;

/** A stick as it is each time it is plugged in anew. */
function stick(serial: string | null, more: Partial<Drive> = {}): Drive {
  attachments += 1;
  return {
    ...{
      path: `/dev/sd-${serial ?? 'x'}`,
      sizeBytes: 16 * GiB,
      serial,
      model: 'Stick',
      bus: 'usb',
    },
    ...{ vendor: null, removable: true, readOnly: false, sectorBytes: 512, system: false },
    ...{ mountPoints: [], partitions: [], deviceNumbers: [`8:${String(attachments)}`] },
    ...{ attachment: String(attachments), port: `usb 1-${serial ?? 'x'}` },
    ...more,
  };
}

function judged(drive: Drive): JudgedDrive {
  const none = { imageDevice: null, appDevice: null, workDevice: null };
  return judgeDrive(drive, { neededBytes: NEEDED, ...none, allowLoop: false });
}

/** What is being made, and how it can be made to end. */
interface Making extends StickToMake {
  finish(): void;
  fail(error: StickError): void;
}

/** A station whose drives, and the making of whose sticks, are simulated. */
class SimulatedStation {
  readonly station: Station;
  readonly making: Making[] = [];
  readonly asked: StickToMake[] = [];
  readonly ends: StickEnd[] = [];
  /** By serial number. */
  readonly contents = new Map<string, Examined>();
  there: Drive[] = [];
  closed = 0;
  private sticks = 0;
  private records = 0;
  prepared: Promise<void> = Promise.resolve();

  constructor(guard: Partial<StationGuard> = {}, names = naming) {
    const maker: StickMaker = {
      prepare: () => this.prepared,
      make: (asked, { signal }) => this.make(asked, signal),
      close: () => {
        this.closed += 1;
        return Promise.resolve();
      },
    };
    this.station = new Station(
      { series, guard: { ...usual, ...guard }, naming: names },
      {
        maker,
        examine: ({ serial }) =>
          Promise.resolve(this.contents.get(serial ?? '') ?? { contents: null, stickId: null }),
        lookAgain: () => {
          this.look();
          return Promise.resolve();
        },
        now: () => new Date(),
        newRecordId: () => {
          this.records += 1;
          return `00000000-0000-4000-8000-${String(this.records).padStart(12, '0')}`;
        },
        onState: (state) => StationStateSchema.parse(state),
        onEnd: (end) => this.ends.push(end),
      },
    );
  }

  private make(asked: StickToMake, signal: AbortSignal): Promise<MadeStick> {
    this.asked.push(asked);
    return new Promise((resolve, reject) => {
      const remove = (): void => {
        this.making.splice(this.making.indexOf(making), 1);
      };
      const making: Making = {
        ...asked,
        finish: () => {
          remove();
          this.sticks += 1;
          const guid = this.sticks.toString(16).padStart(12, '0');
          const stickId = `gpt:9dea862c-5cdd-4e70-acc1-${guid}`;
          const serial = asked.identity.serial ?? '';
          this.contents.set(serial, { contents: 'Windows', stickId });
          resolve({ report: {} as Report, stickId });
        },
        fail: (error) => {
          remove();
          reject(error);
        },
      };
      this.making.push(making);
      signal.addEventListener('abort', () => {
        making.fail(stickError('cancelled', {}, { stick: 'unfinished' }));
      });
    });
  }

  look(): void {
    this.station.look(this.there.map(judged));
  }

  async plug(...drives: Drive[]): Promise<void> {
    this.there.push(...drives);
    this.look();
    await settled();
  }

  async pull(...serials: (string | null)[]): Promise<void> {
    this.there = this.there.filter(({ serial }) => !serials.includes(serial));
    this.look();
    await settled();
  }

  async finish(index = 0): Promise<void> {
    this.making[index]?.finish();
    await settled();
  }

  async fail(error: StickError, index = 0): Promise<void> {
    this.making[index]?.fail(error);
    await settled();
  }

  get rows(): StationRow[] {
    const { state } = this.station;
    return 'rows' in state ? state.rows : [];
  }

  get states(): string[] {
    return this.rows.map(({ state }) => state);
  }
}

/** Everything that was promised has come about. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

async function begun(guard: Partial<StationGuard> = {}, there: Drive[] = []) {
  const simulated = new SimulatedStation(guard);
  simulated.there = there;
  await simulated.station.begin(there.map(judged));
  await settled();
  return simulated;
}

function row(simulated: SimulatedStation, number: number): StationRow {
  const found = simulated.rows.find((candidate) => candidate.row === number);
  if (!found) throw new Error(`no row ${String(number)}`);
  return found;
}

const broken = (path: string): StickError =>
  stickError('io/write', { path, offset: 0, message: 'EIO' }, { stick: 'unfinished' });

describe('a series', () => {
  it('makes each drive that is plugged in, some at once, with names that count up', async () => {
    const it = await begun();
    await it.plug(stick('a'), stick('b'), stick('c'));
    expect(it.states).toEqual(['working', 'working', 'waiting']);
    expect(it.asked.map(({ names }) => names.computerName)).toEqual(['LOANER-001', 'LOANER-002']);
    await it.finish();
    expect(it.states).toEqual(['finished', 'working', 'working']);
    await it.pull('a');
    expect(it.states).toEqual(['pulled', 'working', 'working']);
    expect(it.ends.map(({ outcome }) => outcome.state)).toEqual(['finished']);
    expect(it.asked.every(({ mayHoldFiles }) => !mayHoldFiles)).toBe(true);
  });

  it('leaves alone what was there before, until it is plugged in again, but for what was ticked', async () => {
    const there = [stick('a'), stick('b')];
    const [, ticked] = there;
    if (!ticked) throw new Error('no stick');
    const it = await begun({ present: [identityOf(ticked)] }, there);
    expect(it.asked.map(({ identity }) => identity.serial)).toEqual(['b']);
    await it.pull('a');
    await it.plug(stick('a'));
    expect(it.asked.map(({ identity }) => identity.serial)).toEqual(['b', 'a']);
  });

  it('says nothing of built-in disks and of the system, and refuses what is unsuitable', async () => {
    const it = await begun();
    await it.plug(
      stick('a', { system: true }),
      stick('b', { bus: 'sata', removable: false }),
      stick('c', { readOnly: true }),
    );
    expect(it.rows).toMatchObject([
      { state: 'refused', refusal: { why: 'unsuitable', reasons: ['read-only'] } },
    ]);
    expect(it.asked).toEqual([]);
  });

  it('takes sizes like the first, and refuses others', async () => {
    const it = await begun();
    await it.plug(stick('a'));
    await it.plug(stick('b', { sizeBytes: 18 * GiB }), stick('c', { sizeBytes: 17 * GiB }));
    expect(it.states).toEqual(['working', 'refused', 'working']);
    expect(row(it, 2)).toMatchObject({ refusal: { why: 'size' } });
  });

  it('refuses drives in other ports than were chosen, and those with anything on them', async () => {
    const it = await begun({ ports: ['usb 1-a', 'usb 1-c'] });
    it.contents.set('c', { contents: '“Photos.zip”', stickId: null });
    await it.plug(stick('a'), stick('b'), stick('c'));
    expect(it.states).toEqual(['working', 'refused', 'refused']);
    expect(row(it, 2)).toMatchObject({ refusal: { why: 'port' } });
    expect(row(it, 3)).toMatchObject({ refusal: { why: 'not-empty', what: '“Photos.zip”' } });
  });

  it('erases drives with files only where that was chosen', async () => {
    const sizes = { kind: 'between', smallestBytes: NEEDED, largestBytes: 20 * GiB } as const;
    const it = await begun({ contents: 'any', sizes });
    it.contents.set('a', { contents: '“Photos.zip”', stickId: null });
    await it.plug(stick('a'), stick('b', { sizeBytes: 21 * GiB }));
    expect(it.states).toEqual(['working', 'refused']);
    expect(it.asked.map(({ mayHoldFiles }) => mayHoldFiles)).toEqual([true]);
  });

  it('ends at its limit, and gives back what it shared', async () => {
    const it = await begun({ limit: 2 });
    await it.plug(stick('a'), stick('b'), stick('c'));
    await it.fail(broken('/dev/sd-a'));
    expect(it.states).toEqual(['failed', 'working', 'working']);
    await it.finish();
    await it.finish();
    await it.station.ended;
    expect(it.station.state).toMatchObject({ state: 'ended', error: null });
    expect(it.closed).toBe(1);
  });

  it('begins nothing while it is paused', async () => {
    const it = await begun();
    it.station.pause(true);
    await it.plug(stick('a'));
    expect(it.states).toEqual(['waiting']);
    it.station.pause(false);
    expect(it.states).toEqual(['working']);
  });

  it('ends with the reason where what all share can’t be done', async () => {
    const it = new SimulatedStation();
    it.prepared = Promise.reject(stickError('wim/apply', { message: 'x' }));
    await it.station.begin([]);
    await it.station.ended;
    expect(it.station.state).toMatchObject({ state: 'ended', error: { code: 'wim/apply' } });
  });

  it('ends when the names have no more room', async () => {
    const it = new SimulatedStation(
      {},
      { firstNumber: 9, label: null as never, computerName: 'PC-#' },
    );
    await it.station.begin([]);
    await it.plug(stick('a'), stick('b'));
    await it.finish();
    await it.station.ended;
    expect(it.station.state).toMatchObject({ state: 'ended', error: { code: 'plan/invalid' } });
    expect(it.asked).toHaveLength(1);
  });

  it('finishes what is under way when it is stopped, or breaks it off', async () => {
    const it = await begun();
    await it.plug(stick('a'), stick('b'), stick('c'));
    it.station.stop('finish');
    expect(it.states).toEqual(['working', 'working']);
    await it.finish();
    it.station.stop('cancel');
    await it.station.ended;
    expect(it.states).toEqual(['finished', 'cancelled']);
    await it.plug(stick('d'));
    expect(it.asked).toHaveLength(2);
  });
});

describe('a stick that was made', () => {
  it('isn’t made again, wherever it is plugged in, unless a person says so', async () => {
    const it = await begun();
    await it.plug(stick('a'));
    await it.finish();
    await it.pull('a');
    await it.plug(stick('a', { path: '/dev/sdz' }));
    expect(it.rows).toMatchObject([
      { state: 'pulled', names: { number: 1 } },
      { state: 'refused', refusal: { why: 'made-already', number: 1 } },
    ]);
    it.station.retry(2);
    await settled();
    expect(it.rows).toMatchObject([{ state: 'working', names: { number: 1 } }]);
    expect(it.asked[1]).toMatchObject({ mayHoldFiles: true });
  });

  it('is known by what is on it, where its drive has no serial number', async () => {
    const it = await begun();
    await it.plug(stick(null));
    await it.finish();
    await it.pull(null);
    await it.plug(stick(null));
    expect(it.rows[1]).toMatchObject({ refusal: { why: 'made-already' } });
  });

  it('is taken anew once it was emptied', async () => {
    const it = await begun();
    await it.plug(stick('a'));
    await it.finish();
    await it.pull('a');
    it.contents.delete('a');
    await it.plug(stick('a'));
    expect(it.states).toEqual(['pulled', 'working']);
  });
});

describe('a stick that failed', () => {
  it('is for the bin where its drive is broken, and for a retry where it was pulled', async () => {
    const it = await begun();
    await it.plug(stick('a'), stick('b'));
    await it.fail(broken('/dev/sd-a'));
    it.there = it.there.filter(({ serial }) => serial !== 'b');
    await it.fail(broken('/dev/sd-b'));
    expect(it.rows).toMatchObject([
      { state: 'failed', advice: 'bin', plugged: true },
      { state: 'failed', advice: 'retry', plugged: false },
    ]);
    expect(it.ends.map(({ outcome }) => outcome.state)).toEqual(['failed', 'failed']);
  });

  it('has the record of its last try, and none where it never began', async () => {
    const it = await begun({ atOnce: 1 });
    await it.plug(stick('a'), stick('b'));
    it.station.cancel(2);
    await it.fail(broken('/dev/sd-a'));
    it.station.retry(1);
    await settled();
    await it.finish();
    expect(it.rows).toMatchObject([
      { state: 'finished', recordId: it.asked[1]?.recordId },
      { state: 'cancelled', recordId: null },
    ]);
    expect(new Set(it.asked.map(({ recordId }) => recordId)).size).toBe(2);
  });

  it('keeps its number for its next try, and gives it up with the bin', async () => {
    const it = await begun();
    await it.plug(stick('a'));
    await it.fail(broken('/dev/sd-a'));
    it.station.retry(1);
    await settled();
    expect(it.asked.map(({ names }) => names.number)).toEqual([1, 1]);
    await it.fail(broken('/dev/sd-a'));
    it.station.bin(1);
    await it.plug(stick('b'));
    expect(it.asked.at(-1)?.names.number).toBe(1);
  });

  it('waits for a person when it is plugged in again, and may hold what the station put there only while it stayed', async () => {
    const it = await begun();
    await it.plug(stick('a'));
    it.contents.set('a', { contents: 'half of Windows', stickId: null });
    await it.fail(broken('/dev/sd-a'));
    await it.pull('a');
    await it.plug(stick('a'));
    expect(it.rows).toMatchObject([{ state: 'failed', plugged: true }]);
    it.station.retry(1);
    await settled();
    expect(it.rows).toMatchObject([{ state: 'failed', error: { code: 'target/not-empty' } }]);
    it.contents.delete('a');
    it.station.retry(1);
    await settled();
    expect(it.states).toEqual(['working']);
  });

  it('is refused when it comes back out of the bin, until a person says so', async () => {
    const it = await begun();
    await it.plug(stick('a'));
    await it.fail(broken('/dev/sd-a'));
    it.station.bin(1);
    await it.pull('a');
    await it.plug(stick('a'));
    expect(row(it, 2)).toMatchObject({ state: 'refused', refusal: { why: 'binned' } });
    it.station.retry(2);
    await settled();
    expect(it.states).toEqual(['binned', 'working']);
  });

  it('is cancelled alone', async () => {
    const it = await begun();
    await it.plug(stick('a'), stick('b'));
    it.station.cancel(1);
    await settled();
    expect(it.states).toEqual(['cancelled', 'working']);
    expect(() => it.station.bin(2)).toThrow('Only a drive');
    expect(() => it.station.retry(2)).toThrow('nothing to try again');
    expect(() => it.station.cancel(7)).toThrow('no row 7');
  });
});

describe('whatever happens, in whatever order', () => {
  const SERIALS = ['a', 'b', 'c', 'd', 'e'];
  const kinds = ['good', 'full', 'system', 'small', 'large', 'elsewhere', 'there'] as const;
  type Kind = (typeof kinds)[number];
  const more: Record<Kind, Partial<Drive>> = {
    good: {},
    full: {},
    system: { system: true },
    small: { sizeBytes: 4 * GiB },
    large: { sizeBytes: 32 * GiB },
    elsewhere: { port: 'usb 9-9' },
    there: {},
  };
  const command = fc.record({
    what: fc.constantFrom(
      'plug',
      'pull',
      'finish',
      'fail',
      'retry',
      'bin',
      'cancel',
      'pause',
      'go',
    ),
    which: fc.nat(9),
  });

  it('no drive outside of what was confirmed is touched, none is made twice unasked, no number is given twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...kinds), { minLength: 5, maxLength: 5 }),
        fc.array(command, { maxLength: 60 }),
        async (kindOf, commands) => {
          const sizes = { kind: 'between', smallestBytes: NEEDED, largestBytes: 20 * GiB } as const;
          const drive = (index: number): Drive =>
            stick(SERIALS[index] ?? '', { port: 'usb 1-1', ...more[kindOf[index] ?? 'good'] });
          const there = kindOf.flatMap((kind, index) => (kind === 'there' ? [drive(index)] : []));
          const it = new SimulatedStation({ sizes, ports: ['usb 1-1'], limit: 4 });
          kindOf.forEach((kind, index) => {
            const what = { contents: '“Photos.zip”', stickId: null };
            if (kind === 'full') it.contents.set(SERIALS[index] ?? '', what);
          });
          it.there = [...there];
          await it.station.begin(there.map(judged));
          const pulledOnce = new Set<string>();
          const finishedUnasked = new Map<string, number>();

          for (const { what, which } of commands) {
            const index = which % SERIALS.length;
            const serial = SERIALS[index] ?? '';
            const isThere = it.there.some((one) => one.serial === serial);
            const act = (work: () => void): void => {
              try {
                work();
              } catch (error) {
                expect(error).toMatchObject({ code: 'usage' });
              }
            };
            const before = it.asked.length;
            const wanted = what === 'retry';
            if (what === 'plug' && !isThere) await it.plug(drive(index));
            if (what === 'pull' && isThere) {
              pulledOnce.add(serial);
              await it.pull(serial);
            }
            if (what === 'finish' && it.making.length > 0)
              await it.finish(which % it.making.length);
            if (what === 'fail' && it.making.length > 0) {
              const making = it.making[which % it.making.length];
              await it.fail(broken(making?.identity.path ?? ''), which % it.making.length);
            }
            if (what === 'retry') act(() => it.station.retry(which));
            if (what === 'bin') act(() => it.station.bin(which));
            if (what === 'cancel') act(() => it.station.cancel(which));
            if (what === 'pause') it.station.pause(true);
            if (what === 'go') it.station.pause(false);
            await settled();

            for (const asked of it.asked.slice(before)) {
              const at = asked.identity.serial ?? '';
              const kind = kindOf[SERIALS.indexOf(at)];
              expect(['good', 'there']).toContain(kind);
              if (kind === 'there') expect(pulledOnce.has(at)).toBe(true);
              if (!asked.mayHoldFiles) expect(it.contents.get(at)).toBeUndefined();
              if (!wanted) finishedUnasked.set(at, (finishedUnasked.get(at) ?? 0) + 1);
            }
            const { rows } = it;
            const numbers = rows.flatMap((one) =>
              'names' in one && one.state !== 'binned' ? [one.names.number] : [],
            );
            expect(new Set(numbers).size).toBe(numbers.length);
            const working = rows.filter(({ state }) => state === 'working');
            expect(working.length).toBeLessThanOrEqual(usual.atOnce);
            expect(working.length).toBe(it.making.length);
            const done = rows.filter(({ state }) => state === 'finished' || state === 'pulled');
            expect(done.length).toBeLessThanOrEqual(4);
          }
          it.station.stop('cancel');
          await it.station.ended;
          expect([it.closed, it.making.length]).toEqual([1, 0]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
