import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { stickError, toStickError, type StickState } from '../../src-shared/errors';
import { MiB, SECTOR } from '../../src-shared/units';
import { blockMapOf } from './test-support/block-map-of';
import { memoryMedium, memorySources, writeFrom } from './test-support/memory-medium';
import type { StickContent } from './writer';

const DISK = 20 * MiB;
const head = randomBytes(34 * SECTOR);
const tail = randomBytes(33 * SECTOR);
const sourceBytes = randomBytes(14 * MiB);
const sources = new Map([['/source', sourceBytes]]);
let content: StickContent;

beforeAll(async () => {
  const map = await blockMapOf('/source', sourceBytes, [
    { sourceOffset: 0, targetOffset: head.length, length: 9 * MiB },
    { sourceOffset: 9 * MiB, targetOffset: DISK - 5 * MiB - tail.length, length: 5 * MiB },
  ]);
  content = { maps: [map], head, tail, resume: false };
});

type Moment = 'write' | 'flush' | 'compare';

/** A drive to which something happens at its so many-th operation, counted from 0. */
function drive(bytes: Buffer, at: number, happens: (moment: Moment, buffer?: Buffer) => void) {
  let count = 0;
  const step = (moment: Moment, buffer?: Buffer): void => {
    if (count++ === at) happens(moment, buffer);
  };
  const medium = memoryMedium(
    DISK,
    {
      onWrite: (_, buffer) => {
        step('write', buffer);
      },
      onCompare: (_, buffer) => {
        step('compare', buffer);
      },
    },
    bytes,
  );
  const flush = () => {
    step('flush');
    return medium.flush();
  };
  // What happens to the bytes on their way is not to happen to those in memory.
  const write = (buffer: Buffer, offset: number) => medium.write(Buffer.from(buffer), offset);
  return { medium: { ...medium, flush, write }, operations: () => count };
}

/** Whether anything could take it for a stick: the first sector holds what the head begins with. */
const hasTable = (bytes: Buffer) => !bytes.subarray(0, SECTOR).every((byte) => byte === 0);

/** Whether everything that belongs there is there; what lies between may hold anything. */
function isWhole(bytes: Buffer): boolean {
  const places = content.maps.flatMap(({ chunks }) => chunks);
  const tables = [
    { targetOffset: 0, length: head.length },
    { targetOffset: DISK - tail.length, length: tail.length },
  ];
  return [...places, ...tables].every(({ targetOffset: start, length }) =>
    bytes.subarray(start, start + length).equals(finished.subarray(start, start + length)),
  );
}

async function tryAt(
  at: number,
  resume: boolean,
  happens: (moment: Moment, cancel: AbortController, buffer?: Buffer) => void,
) {
  // What is there before is a stick that is finished, and so nearly right everywhere.
  const cancel = new AbortController();
  const states: StickState[] = [];
  const { medium, operations } = drive(Buffer.from(finished), at, (moment, buffer) => {
    happens(moment, cancel, buffer);
  });
  const outcome = await writeFrom(
    memorySources(sources).supply,
    medium,
    { ...content, resume },
    {
      signal: cancel.signal,
      onStick: (state) => states.push(state),
    },
  ).catch(toStickError);
  return { outcome, bytes: medium.bytes, states, operations: operations() };
}

let finished: Buffer;
beforeAll(async () => {
  const { medium } = drive(Buffer.alloc(DISK, 0xee), -1, () => undefined);
  await writeFrom(memorySources(sources).supply, medium, content);
  finished = medium.bytes;
});

describe.each([
  ['from the start', false],
  ['going on from an earlier job', true],
])('whatever happens at any moment of writing a stick, %s,', (_, resume) => {
  it('an error leaves no table, or says that nobody knows', async () => {
    const { operations } = await tryAt(-1, resume, () => undefined);
    for (let at = 0; at < operations; at += 1) {
      const { outcome, bytes, states } = await tryAt(at, resume, (moment) => {
        const doing = moment === 'compare' ? 'io/read' : 'io/write';
        throw stickError(doing, { path: '/dev/test', offset: 0, message: 'EIO' });
      });
      const stick = states.at(-1) ?? 'untouched';
      if (!('code' in outcome)) {
        // What can't be read of an earlier job is written again.
        expect(resume && bytes.equals(finished)).toBe(true);
        continue;
      }
      expect(outcome.stick).toBe(stick);
      if (hasTable(bytes)) expect(['untouched', 'unknown']).toContain(stick);
      else expect(stick).not.toBe('untouched');
    }
  });

  it('a cancellation leaves no table, or a stick that is finished', async () => {
    const { operations } = await tryAt(-1, resume, () => undefined);
    for (let at = 0; at < operations; at += 1) {
      const { outcome, bytes, states } = await tryAt(at, resume, (__, cancel) => {
        cancel.abort();
      });
      if ('code' in outcome) {
        expect(outcome.code).toBe('cancelled');
        expect(hasTable(bytes)).toBe((states.at(-1) ?? 'untouched') === 'untouched');
      } else {
        expect(bytes.equals(finished)).toBe(true);
      }
    }
  });

  it('one wrong bit in what is written or read is found, or written again', async () => {
    const { operations } = await tryAt(-1, resume, () => undefined);
    for (let at = 0; at < operations; at += 1) {
      const { outcome, bytes } = await tryAt(at, resume, (__, ___, buffer) => {
        buffer?.writeUInt8(buffer.readUInt8(5) ^ 1, 5);
      });
      if ('code' in outcome) {
        expect(hasTable(bytes)).toBe(false);
        continue;
      }
      expect(isWhole(bytes)).toBe(true);
      expect(outcome.writtenBytes + outcome.resumedBytes).toBe(outcome.verifiedBytes);
      expect(outcome.verifiedBytes).toBe(sourceBytes.length + head.length + tail.length);
    }
  });
});
