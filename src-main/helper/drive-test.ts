import { randomInt } from 'node:crypto';
import type { DriveTestResult, DriveTestStep } from '../../src-shared/drive-test';
import { toStickError, type StickState } from '../../src-shared/errors';
import { alignDown, alignUp, MiB } from '../../src-shared/units';
import { CHUNK_BYTES } from '../disk/extent';
import { alignedBuffers } from './aligned';
import { stopIfCancelled } from './cancel';
import { MARK_BYTES, markLevels } from './drive-test-marks';
import { TestPattern } from './drive-test-pattern';
import type { Medium, Readable } from './medium';
import { eraseTables, TABLE_AREA_BYTES } from './partition-tables';

export interface DriveTesting {
  signal: AbortSignal;
  onProgress: (step: DriveTestStep, overall: number) => void;
  /** Called before the state of the stick changes. */
  onStick: (state: StickState) => void;
}

/** How much a test does, and how long a step may take before the next one begins. */
export interface DriveTestLimits {
  /** Bytes written in order, at least; more where marks lie further apart than that. */
  orderedBytes: number;
  randomWrites: number;
  seconds: { marking: number; writing: number; 'random-writing': number; reading: number };
}

const usualLimits: DriveTestLimits = {
  orderedBytes: 128 * MiB,
  randomWrites: 512,
  seconds: { marking: 8, writing: 10, 'random-writing': 3, reading: 6 },
};

/** Where each step begins and ends in the progress of the whole. */
const shares: Record<DriveTestStep, readonly [number, number]> = {
  marking: [0, 0.25],
  writing: [0.25, 0.55],
  'random-writing': [0.55, 0.65],
  reading: [0.65, 0.85],
  'looking-back': [0.85, 1],
};

/**
 * Erases a drive and finds out how fast and how large it really is. Afterwards it has no partition table.
 *
 * Why no smaller drive passes: marks are spread over the whole range, then at least as much is written
 * in order from the start on as they lie apart, zeros first. Of a drive that really holds fewer bytes and
 * loses the rest, the mark before its claimed end doesn't come back. One that begins anew instead has put
 * the first mark past its real end within what was written later, whatever its real size is.
 *
 * A slow drive may run out of time first: only a part of that is certain then, and `provenBytes` says so.
 * Throws `io/read`, `io/write`, `target/vanished`, `cancelled`, with the state of the stick.
 *
 * @param now A clock that never goes back, in milliseconds.
 */
export async function testDrive(
  medium: Medium,
  testing: DriveTesting,
  limits: DriveTestLimits = usualLimits,
  now: () => number = () => performance.now(),
): Promise<Omit<DriveTestResult, 'target'>> {
  const test = new DriveTest(medium, testing, limits, now);
  try {
    return await test.run();
  } catch (error) {
    throw toStickError(error).withStick(test.state);
  }
}

class DriveTest {
  state: StickState = 'untouched';
  private readonly pattern = new TestPattern();
  private readonly buffers: readonly Buffer[];
  private readonly lost: number[] = [];
  private stepBegan = 0;

  constructor(
    private readonly medium: Medium,
    private readonly testing: DriveTesting,
    private readonly limits: DriveTestLimits,
    private readonly now: () => number,
  ) {
    this.buffers = alignedBuffers(medium.writesInFlight, CHUNK_BYTES);
  }

  async run(): Promise<Omit<DriveTestResult, 'target'>> {
    const { medium, testing } = this;
    const began = this.now();
    stopIfCancelled(testing.signal);
    await eraseTables(medium, this.buffer(0), this.reached);

    const { made, distance } = await this.makeMarks();
    const written = await this.writeInOrder(Math.max(distance, this.limits.orderedBytes));
    // Those that lie lower have been written over.
    const marks = made.filter((offset) => offset >= written.bytes);
    const randomWrite = await this.writeAtRandom(written.bytes);
    const comparing = await medium.openForComparing();
    let sequentialRead: number;
    try {
      sequentialRead = await this.readInOrder(comparing ?? medium, written.bytes);
      await this.lookBack(comparing ?? medium, marks);
    } finally {
      await comparing?.close();
    }
    await eraseTables(medium, this.buffer(0), this.reached);

    const firstLostByte = this.lost.length === 0 ? null : Math.min(...this.lost);
    return {
      claimedBytes: medium.sizeBytes,
      sequentialWrite: written.speed,
      sequentialRead,
      randomWrite,
      firstLostByte,
      provenBytes: this.provenBytes(firstLostByte, marks, written.bytes, distance),
      seconds: (this.now() - began) / 1000,
    };
  }

  private readonly reached = (state: StickState): void => {
    this.state = state;
    this.testing.onStick(state);
  };

  private async makeMarks(): Promise<{ made: number[]; distance: number }> {
    const levels = markLevels(this.medium.sizeBytes);
    const total = levels.reduce((sum, { offsets }) => sum + offsets.length, 0);
    const made: number[] = [];
    let distance = this.medium.sizeBytes;
    this.begin('marking');
    for (const level of levels) {
      for (const offset of level.offsets) {
        if (!level.required && this.timeIsUp('marking')) break;
        await this.writeBlock(offset);
        made.push(offset);
        this.tell('marking', made.length / total);
      }
      if (!level.required && this.timeIsUp('marking')) break;
      distance = level.distance;
    }
    await this.medium.flush();
    return { made, distance };
  }

  /** Writes from the start on; the first bytes, where partition tables lie, are zeros. */
  private async writeInOrder(wanted: number): Promise<{ bytes: number; speed: number }> {
    // The other half belongs to the marks.
    const half = alignDown(this.medium.sizeBytes / 2, MARK_BYTES);
    const end = Math.min(alignUp(wanted, MARK_BYTES), half);
    this.begin('writing');
    const bytes = await this.inTurns('writing', end, async (chunk, offset) => {
      this.pattern.fill(chunk, offset);
      if (offset === 0) chunk.fill(0, 0, TABLE_AREA_BYTES);
      await this.medium.write(chunk, offset);
    });
    await this.medium.flush();
    return { bytes, speed: this.speed(bytes) };
  }

  /** Writes blocks anew, one at a time, with what they hold already. */
  private async writeAtRandom(orderedBytes: number): Promise<number> {
    const first = TABLE_AREA_BYTES / MARK_BYTES;
    const { randomWrites } = this.limits;
    let done = 0;
    this.begin('random-writing');
    while (done < randomWrites && !(done > 0 && this.timeIsUp('random-writing'))) {
      await this.writeBlock(randomInt(first, orderedBytes / MARK_BYTES) * MARK_BYTES);
      done += 1;
      this.tell('random-writing', done / randomWrites);
    }
    await this.medium.flush();
    return this.speed(done * MARK_BYTES);
  }

  private async readInOrder(comparing: Readable, orderedBytes: number): Promise<number> {
    this.begin('reading');
    const bytes = await this.inTurns('reading', orderedBytes, async (chunk, offset) => {
      await comparing.read(chunk, offset);
      for (let start = 0; start < chunk.length; start += MARK_BYTES) {
        this.judge(chunk.subarray(start, start + MARK_BYTES), offset + start);
      }
    });
    return this.speed(bytes);
  }

  private async lookBack(comparing: Readable, marks: readonly number[]): Promise<void> {
    const block = this.buffer(0).subarray(0, MARK_BYTES);
    this.begin('looking-back');
    for (const [index, offset] of marks.entries()) {
      stopIfCancelled(this.testing.signal);
      await comparing.read(block, offset);
      this.judge(block, offset);
      this.tell('looking-back', (index + 1) / marks.length);
    }
  }

  /** Two blocks that share a place lie a multiple of the real size apart: what begins there has no place. */
  private judge(block: Buffer, offset: number): void {
    const isRight = offset < TABLE_AREA_BYTES ? isZero(block) : this.pattern.isRight(block, offset);
    if (isRight) return;
    const owner = this.pattern.ownerOf(block);
    this.lost.push(owner === null ? offset : Math.abs(owner - offset));
  }

  private provenBytes(
    firstLostByte: number | null,
    marks: readonly number[],
    orderedBytes: number,
    distance: number,
  ): number {
    const complete = orderedBytes >= distance;
    if (firstLostByte === null) return complete ? this.medium.sizeBytes : orderedBytes;
    const ends = complete ? marks.map((offset) => offset + MARK_BYTES) : [];
    return Math.max(0, ...[...ends, orderedBytes].filter((end) => end <= firstLostByte));
  }

  /**
   * Does the work chunk by chunk up to `end`, several at once, until the time is up. Returns the bytes
   * done: the chunks are begun in ascending order, and those begun are finished.
   */
  private async inTurns(
    step: 'writing' | 'reading',
    end: number,
    work: (chunk: Buffer, offset: number) => Promise<void>,
  ): Promise<number> {
    let next = 0;
    let done = 0;
    let failed = false;
    const turn = async (buffer: Buffer): Promise<void> => {
      while (next < end && !failed && !(next > 0 && this.timeIsUp(step))) {
        stopIfCancelled(this.testing.signal);
        const offset = next;
        const chunk = buffer.subarray(0, Math.min(CHUNK_BYTES, end - offset));
        next += chunk.length;
        await work(chunk, offset);
        done += chunk.length;
        this.tell(step, done / end);
      }
    };
    const turns = this.buffers.map((buffer) =>
      turn(buffer).catch((error: unknown) => {
        failed = true;
        throw error;
      }),
    );
    try {
      await Promise.all(turns);
    } finally {
      await Promise.allSettled(turns);
    }
    return done;
  }

  private async writeBlock(offset: number): Promise<void> {
    stopIfCancelled(this.testing.signal);
    const block = this.buffer(0).subarray(0, MARK_BYTES);
    this.pattern.fill(block, offset);
    await this.medium.write(block, offset);
  }

  private begin(step: DriveTestStep): void {
    this.stepBegan = this.now();
    this.tell(step, 0);
  }

  private timeIsUp(step: keyof DriveTestLimits['seconds']): boolean {
    return this.secondsOfStep() >= this.limits.seconds[step];
  }

  private tell(step: DriveTestStep, doneShare: number): void {
    const [from, to] = shares[step];
    const timeShare =
      step === 'looking-back' ? 0 : this.secondsOfStep() / this.limits.seconds[step];
    this.testing.onProgress(step, from + (to - from) * Math.min(1, Math.max(doneShare, timeShare)));
  }

  private secondsOfStep(): number {
    return (this.now() - this.stepBegan) / 1000;
  }

  /** Bytes a second of a step. */
  private speed(bytes: number): number {
    // A clock may stand still for a moment.
    return bytes / Math.max(this.secondsOfStep(), 1e-6);
  }

  private buffer(index: number): Buffer {
    const buffer = this.buffers[index];
    if (!buffer) throw new Error('no memory for testing');
    return buffer;
  }
}

const ZEROS = Buffer.alloc(MARK_BYTES);

function isZero(block: Buffer): boolean {
  return block.equals(ZEROS);
}
