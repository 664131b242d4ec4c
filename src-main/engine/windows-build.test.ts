import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GiB, MiB } from '../../src-shared/units';
import type { Target } from '../../src-shared/plan';
import { protectDefaults, type Protect } from '../../src-shared/protect';
import { makeSample } from './build-cache/test-support/sample-build';
import type { ReadImage } from './read-image';
import {
  driveTarget,
  fileTarget,
  imageInfo,
  sampleImage,
  simulatedJob,
  type SimulatedJob,
} from './test-support/simulated-job';
import { windowsBuild } from './windows-build';
import { buildVolumeSizes, windowsBuildKey, windowsVolumeRequest } from './windows-volume';

let base: string;
let path: string;
let sha256: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'windows-build-test-'));
  ({ path, sha256 } = await sampleImage(base, 'a simulated image'));
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

function jobFor(targets: readonly Target[]): SimulatedJob {
  return simulatedJob(join(base, 'work'), imageInfo(path, null, 17), targets);
}

const neverStaged: Pick<ReadImage, 'stage'> = {
  stage: () => Promise.reject(new Error('the image was read')),
};

function stagedImage({ job, tools }: SimulatedJob): ReadImage {
  const running = { signal: job.signal, onProgress: () => undefined };
  return { sha256, stage: () => tools.staged.get(job.prepared.info, running) };
}

/** Has a sample kept as the build of this job, in a volume that is said to have that size. */
async function keep({ job, tools }: SimulatedJob, volumeBytes: number): Promise<string> {
  const key = windowsBuildKey(job, sha256, volumeBytes);
  const about = { edition: '', image: '' };
  await (await tools.cache.add(key, about, (folder) => makeSample(folder, key))).release();
  return key;
}

describe('Windows for all targets', () => {
  it('is taken from the kept builds, in the usual or a larger volume, without touching the image', async () => {
    for (const at of [0, 1]) {
      const simulated = jobFor([driveTarget('/dev/a'), driveTarget('/dev/b')]);
      const bytes = buildVolumeSizes(simulated.job.prepared)[at] ?? 0;
      await keep(simulated, bytes);
      const build = await windowsBuild(simulated.job, { sha256, ...neverStaged });
      expect(build.fromCache).toBe(true);
      expect(simulated.host.unpacked).toEqual([]);
      await build.release();
      await simulated.tools.cache.remove(null);
    }
  });

  it('is not taken from a build that doesn’t fit a smaller drive of this job', async () => {
    const large = jobFor([driveTarget('/dev/a')]);
    const [, larger = 0] = buildVolumeSizes(large.job.prepared);
    await keep(large, larger);
    const small = jobFor([driveTarget('/dev/a'), driveTarget('/dev/b', GiB)]);
    const building = windowsBuild(small.job, { sha256, ...neverStaged });
    await expect(building).rejects.toThrow('the image was read');
  });

  it('is unpacked into a larger volume when the usual one turns out to be too small', async () => {
    const simulated = jobFor([fileTarget(join(base, 'a.img'))]);
    const [usual, larger = 0] = buildVolumeSizes(simulated.job.prepared);
    expect(larger).toBe(2 * usual);
    simulated.host.neededVolumeBytes = usual + 1;
    const build = await windowsBuild(simulated.job, stagedImage(simulated));
    expect(simulated.host.unpacked.map(({ volumeBytes }) => volumeBytes)).toEqual([usual, larger]);
    expect(build.fileBytes).toBe('a simulated volume'.length);
  });

  it('never gets a volume that is larger than the partition of a target', async () => {
    const simulated = jobFor([fileTarget(join(base, 'a.img'), GiB)]);
    const [usual, larger = 0] = buildVolumeSizes(simulated.job.prepared);
    expect(larger).toBeGreaterThan(usual);
    expect(larger).toBeLessThan(GiB - 300 * MiB);
    simulated.host.neededVolumeBytes = GiB;
    const building = windowsBuild(simulated.job, stagedImage(simulated));
    await expect(building).rejects.toMatchObject({
      code: 'wim/too-large',
      params: { size: larger },
    });
  });

  it('is not made of a WIM that was changed while it was unpacked', async () => {
    const simulated = jobFor([fileTarget(join(base, 'a.img'))]);
    const image = stagedImage(simulated);
    const changing: ReadImage = {
      sha256,
      stage: async () => {
        const staged = await image.stage();
        await appendFile(path, 'more');
        return staged;
      },
    };
    await expect(windowsBuild(simulated.job, changing)).rejects.toMatchObject({
      code: 'image/changed',
    });
  });

  it('leaves nothing of itself when unpacking fails', async () => {
    const simulated = jobFor([driveTarget('/dev/a'), driveTarget('/dev/b')]);
    simulated.host.neededVolumeBytes = Infinity;
    const building = windowsBuild(simulated.job, stagedImage(simulated));
    await expect(building).rejects.toMatchObject({ code: 'wim/too-large', stick: 'untouched' });
    await simulated.tools.staged.clear();
    expect(await readdir(join(base, 'work'))).toEqual([]);
  });

  it('has BitLocker’s areas for sticks that are encrypted now, and then is another build', () => {
    const { job } = jobFor([driveTarget('/dev/a')]);
    const asked = (protect: Protect) => {
      const encrypted = { ...job, plan: { ...job.plan, protect } };
      const place = {
        place: 'new-file',
        volumePath: '',
        volumeBytes: GiB,
        bootFilesFolder: '',
      } as const;
      return {
        key: windowsBuildKey(encrypted, sha256, GiB),
        areas: windowsVolumeRequest(encrypted, [], [], place).bitLockerAreas ?? false,
      };
    };
    const how = { ...protectDefaults, recoveryFolder: '/keys' };
    const plain = asked({ kind: 'none' });
    const now = asked({ kind: 'now', ...how });
    expect([plain.areas, now.areas]).toEqual([false, true]);
    expect(now.key).not.toBe(plain.key);
    expect(asked({ kind: 'now', ...how, cipher: 'xts-aes-256' })).toEqual(now);
    const { cipher, escrow } = protectDefaults;
    const later = asked({ kind: 'first-start', cipher, escrow, recoveryFolder: null });
    expect(later).toEqual(plain);
  });
});
