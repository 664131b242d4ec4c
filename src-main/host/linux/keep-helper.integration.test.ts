import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../../src-shared/units';
import type { BlockMap } from '../../disk/extent';
import { SLOT_LIMIT } from '../../helper';
import { blockMapOf } from '../../helper/test-support/block-map-of';
import { attachLoop, type LoopDevice } from '../../helper/test-support/loop-device';
import type { OpenTarget, TargetGuards } from '../index';
import { targetOpening } from './open-targets';
import { helpersOf } from './test-support/helpers-of';
import { useHelpers } from './test-support/use-helpers';

const DISK = 12 * MiB;
const guards: TargetGuards = { neededBytes: 0, protectedPaths: [], readOnly: false };
const never = new AbortController().signal;
const quiet = { signal: never, onProgress: () => undefined };
const { openTargets, keepHelper } = targetOpening();

let folder: string;
let loop: LoopDevice;

useHelpers();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-series-'));
  loop = await attachLoop(DISK);
});
afterEach(async () => {
  await loop.detach();
  await rm(folder, { recursive: true, force: true });
});

async function open(): Promise<OpenTarget> {
  const target = { kind: 'drive' as const, identity: await loop.identity(), unmount: false };
  const [opened] = await openTargets([{ target, guards }], never);
  if (!opened) throw new Error('no target was opened');
  return opened;
}

/** A map of one sector, and what it brings there. */
async function ownMap(number: number): Promise<{ map: BlockMap; bytes: Buffer }> {
  const path = join(folder, String(number));
  const bytes = randomBytes(SECTOR);
  await writeFile(path, bytes);
  const extents = [{ sourceOffset: 0, targetOffset: (number + 1) * MiB, length: SECTOR }];
  return { map: await blockMapOf(path, bytes, extents), bytes };
}

describe('a helper that is kept', () => {
  it('serves more sticks, one after the other, than it can hold targets and maps at once', async () => {
    const letGo = await keepHelper(never);
    const [helper] = helpersOf(process.pid);
    try {
      for (let stick = 0; stick < SLOT_LIMIT + 8; stick += 1) {
        // As many maps in all as it keeps at the same time, and more.
        const own = await Promise.all([0, 1, 2, 3].map(ownMap));
        const target = await open();
        const ends = { head: randomBytes(34 * SECTOR), tail: randomBytes(33 * SECTOR) };
        await target.write({ ...ends, maps: own.map(({ map }) => map), resume: false }, quiet);
        await target.close();
        if (stick % 20 > 0) continue;
        const disk = await readFile(loop.backingFile);
        for (const [number, { bytes }] of own.entries()) {
          const at = (number + 1) * MiB;
          expect(disk.subarray(at, at + SECTOR)).toEqual(bytes);
        }
      }
      expect(helpersOf(process.pid)).toEqual([helper]);
    } finally {
      await letGo();
    }
    await expect.poll(() => helpersOf(process.pid), { timeout: 8000 }).toEqual([]);
  });

  it('says of a stick what is true of it, whatever the one before it in the same place was', async () => {
    const letGo = await keepHelper(never);
    try {
      for (let stick = 0; stick < SLOT_LIMIT; stick += 1) {
        const target = await open();
        const ends = { head: randomBytes(34 * SECTOR), tail: randomBytes(33 * SECTOR) };
        await target.write({ ...ends, maps: [], resume: false }, quiet);
        await target.close();
      }
      const target = await open();
      for (const pid of helpersOf(process.pid)) process.kill(pid, 'SIGKILL');
      await expect(target.source.read(0, 1)).rejects.toMatchObject({
        code: 'helper/lost',
        stick: 'untouched',
      });
      await target.close();
    } finally {
      await letGo();
    }
  });

  it('checks each drive for itself, as ever', async () => {
    const letGo = await keepHelper(never);
    try {
      const identity = { ...(await loop.identity()), serial: 'another' };
      const target = { kind: 'drive' as const, identity, unmount: false };
      await expect(openTargets([{ target, guards }], never)).rejects.toMatchObject({
        code: 'target/changed',
      });
      delete process.env['STICKSMITH_ALLOW_LOOP'];
      await expect(open()).rejects.toMatchObject({ code: 'target/loop-not-allowed' });
      process.env['STICKSMITH_ALLOW_LOOP'] = '1';
      expect(helpersOf(process.pid)).toHaveLength(1);
    } finally {
      process.env['STICKSMITH_ALLOW_LOOP'] = '1';
      await letGo();
    }
  });
});
