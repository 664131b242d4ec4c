import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MiB } from '../../src-shared/units';
import type { Target } from '../../src-shared/plan';
import { makeSample } from './build-cache/test-support/sample-build';
import {
  driveTarget,
  fileTarget,
  imageInfo,
  sampleImage,
  simulatedJob,
} from './test-support/simulated-job';
import { buildVolumeSizes, windowsBuildKey } from './windows-volume';
import { makeRoom, requireRoom } from './work-room';

const WIM = 300 * MiB;
const STICK = 128 * MiB;

let base: string;
let image: { path: string; sha256: string };
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'work-room-test-'));
  image = await sampleImage(base, 'an image');
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

function jobFor(targets: readonly Target[], more: { insideIso?: null; sha256?: string } = {}) {
  const insideIso = more.insideIso === null ? null : 'sources/install.wim';
  return simulatedJob(base, imageInfo(image.path, insideIso, WIM), targets, more);
}
type Simulated = ReturnType<typeof jobFor>;

/** The fewest free bytes with which the job may begin, as its refusal without any tells. */
async function leastRoom({ job, host, tools }: Simulated): Promise<number> {
  host.free = 0;
  const refused: unknown = await requireRoom(job.plan, job.prepared, tools).catch(
    (error: unknown) => error,
  );
  expect(refused).toMatchObject({ code: 'work/full', stick: 'untouched' });
  const { needed, missing } = (refused as { params: { needed: number; missing: number } }).params;
  const removable = needed - missing;
  host.free = missing;
  await requireRoom(job.plan, job.prepared, tools);
  host.free = missing - 1;
  await expect(requireRoom(job.plan, job.prepared, tools)).rejects.toMatchObject({
    params: { path: base, needed, missing: 1 },
  });
  expect(removable).toBeGreaterThanOrEqual(0);
  return missing;
}

async function keep({ tools }: Simulated, key: string): Promise<number> {
  const about = { edition: 'Windows', image: 'Win.iso' };
  await (await tools.cache.add(key, about, (folder) => makeSample(folder, key, MiB))).release();
  return (await tools.cache.state()).usedBytes;
}

describe('the room that a job needs', () => {
  it('is that of the copied WIM, of Windows unpacked, and of what each stick gets for itself', async () => {
    const one = jobFor([driveTarget('/dev/a')]);
    const { unpackedBytes, guest } = one.job.prepared;
    const { addedBytes } = guest;
    expect(await leastRoom(one)).toBe(WIM + addedBytes + unpackedBytes + STICK);
    const three = jobFor(['/dev/a', '/dev/b', '/dev/c'].map((path) => driveTarget(path)));
    expect(await leastRoom(three)).toBe(WIM + addedBytes + unpackedBytes + 3 * STICK);
    const bare = jobFor([driveTarget('/dev/a')], { insideIso: null });
    expect(await leastRoom(bare)).toBe(addedBytes + unpackedBytes + STICK);
  });

  it('includes image files on the same disk, which come when the copied WIM is gone', async () => {
    const one = jobFor([fileTarget(join(base, 'a.img'))]);
    const { unpackedBytes } = one.job.prepared;
    expect(await leastRoom(one)).toBe(unpackedBytes + STICK + (unpackedBytes + STICK));
    const two = jobFor([fileTarget(join(base, 'a.img')), fileTarget(join(base, 'b.img'))]);
    expect(await leastRoom(two)).toBe(unpackedBytes + 2 * STICK + 2 * (unpackedBytes + STICK));
  });

  it('is asked of another disk on its own', async () => {
    const simulated = jobFor([fileTarget('/proc/a.img')]);
    const { job, host, tools } = simulated;
    const { unpackedBytes, guest } = job.prepared;
    const { addedBytes } = guest;
    host.freeOf.set('/proc', unpackedBytes + STICK);
    expect(await leastRoom(simulated)).toBe(WIM + addedBytes + unpackedBytes + STICK);
    host.freeOf.set('/proc', unpackedBytes + STICK - 1);
    host.free = WIM + addedBytes + unpackedBytes + STICK;
    await expect(requireRoom(job.plan, job.prepared, tools)).rejects.toMatchObject({
      code: 'work/full',
      params: { path: '/proc', missing: 1 },
    });
  });

  it('is little when this Windows is kept, in a volume of the usual size or a larger one', async () => {
    for (const at of [0, 1]) {
      const simulated = jobFor([driveTarget('/dev/a')], { sha256: image.sha256 });
      const { job } = simulated;
      const bytes = buildVolumeSizes(job.prepared)[at] ?? 0;
      await keep(simulated, windowsBuildKey(job, image.sha256, bytes));
      expect(await leastRoom(simulated)).toBe(STICK);
      await simulated.tools.cache.remove(null);
    }
  });

  it('is less by the builds that make way, but for those in use', async () => {
    const simulated = jobFor([driveTarget('/dev/a')]);
    const { unpackedBytes, guest } = simulated.job.prepared;
    const without = WIM + guest.addedBytes + unpackedBytes + STICK;
    const kept = await keep(simulated, 'a'.repeat(64));
    expect(await leastRoom(simulated)).toBe(without - kept);
    const held = await simulated.tools.cache.take('a'.repeat(64));
    expect(await leastRoom(simulated)).toBe(without);
    await held?.release();
  });

  it('is no matter of folders that can’t be used', async () => {
    const { job, tools } = jobFor([fileTarget(join(base, 'missing', 'a.img'))]);
    await expect(requireRoom(job.plan, job.prepared, tools)).rejects.toMatchObject({
      code: 'target/unusable-path',
    });
  });
});

describe('makeRoom', () => {
  it('asks for what sticks and image files on the same disk will take as well', async () => {
    const asked: number[] = [];
    for (const targets of [
      [driveTarget('/dev/a')],
      [fileTarget('/proc/a.img'), fileTarget(join(base, 'b.img'))],
    ]) {
      const { job, tools } = jobFor(targets);
      tools.cache.makeRoom = (bytes) => Promise.resolve(void asked.push(bytes));
      await makeRoom(job, 7);
    }
    const { unpackedBytes } = jobFor([driveTarget('/dev/a')]).job.prepared;
    expect(asked).toEqual([7 + STICK, 7 + 2 * STICK + unpackedBytes + STICK]);
    expect(await readdir(base)).toEqual(['install.wim']);
  });

  it('never fails', async () => {
    const { job, tools } = jobFor([fileTarget(join(base, 'missing', 'a.img'))]);
    await makeRoom({ ...job, tools: { ...tools, workFolder: join(base, 'nothing') } }, 0);
  });
});
