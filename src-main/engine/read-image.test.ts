import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inspectImage } from '../image';
import { buildUdf, buildWim, windowsXml } from '../image/testing';
import { makeSample, sampleKey } from './build-cache/test-support/sample-build';
import { knownImage, readImage } from './read-image';
import {
  driveTarget,
  edition,
  simulatedJob,
  type SimulatedJob,
} from './test-support/simulated-job';

const wim = Buffer.concat([
  buildWim({ xml: windowsXml('Home', 'Pro'), imageCount: 2 }),
  randomBytes(100_000),
]);

let base: string;
let iso: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'read-image-test-'));
  iso = join(base, 'Win11.iso');
  await writeFile(iso, buildUdf({ files: { 'sources/install.wim': wim } }));
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

async function jobFor(path: string, sha256?: string): Promise<SimulatedJob> {
  const more = sha256 === undefined ? {} : { sha256 };
  return simulatedJob(join(base, 'work'), await inspectImage(path), [driveTarget('/dev/a')], more);
}

/** Has a build kept that has the names of this image and edition, whatever is in it. */
async function keepNamesake({ tools }: SimulatedJob, image: string): Promise<void> {
  const about = { edition: edition.name, image };
  const key = sampleKey('a');
  await (await tools.cache.add(key, about, (folder) => makeSample(folder, key))).release();
}

/** Bytes that were read of the image so far, as progress tells. */
function bytesRead({ events }: SimulatedJob): number {
  const done = events.flatMap((event) => (event.type === 'progress' ? [event.doneBytes] : []));
  return done.reduce((sum, bytes, at) => sum + Math.max(0, bytes - (done[at - 1] ?? 0)), 0);
}

async function sha256Of(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

it('hashes the image and copies the WIM out of it in one go', async () => {
  const simulated = await jobFor(iso);
  const image = await readImage(simulated.job);
  expect(image.sha256).toBe(await sha256Of(iso));
  const [part = ''] = (await image.stage()).wimParts;
  expect((await readFile(part)).equals(wim)).toBe(true);
  expect(bytesRead(simulated)).toBe(simulated.job.prepared.info.sizeBytes);
});

it('only hashes it where a kept build has its name, and copies when that turns out to be another', async () => {
  const simulated = await jobFor(iso);
  await keepNamesake(simulated, 'Win11.iso');
  const image = await readImage(simulated.job);
  expect(image.sha256).toBe(await sha256Of(iso));
  expect(await simulated.tools.staged.peek(simulated.job.prepared.info)).toBeNull();

  const [part = ''] = (await image.stage()).wimParts;
  expect((await readFile(part)).equals(wim)).toBe(true);
  const overall = simulated.events.flatMap((event) =>
    event.type === 'progress' ? [event.overall] : [],
  );
  expect(overall).toEqual([...overall].sort((a, b) => a - b));
});

it('tells that it is read where its hash was known from the beginning', async () => {
  const simulated = await jobFor(iso);
  const [part = ''] = (await knownImage(simulated.job, await sha256Of(iso)).stage()).wimParts;
  expect((await readFile(part)).equals(wim)).toBe(true);
  const phases = simulated.events.flatMap((event) => (event.type === 'phase' ? [event.phase] : []));
  expect(phases).toEqual(['hashing']);
});

it('refuses an image that was exchanged between the two readings', async () => {
  const simulated = await jobFor(iso);
  await keepNamesake(simulated, 'Win11.iso');
  const image = await readImage(simulated.job);
  const other = await readFile(iso);
  other.writeUInt8(other.readUInt8(other.length - 1) ^ 1, other.length - 1);
  await writeFile(iso, other);
  await expect(image.stage()).rejects.toMatchObject({ code: 'image/changed' });
});

it('reads a bare WIM once, whatever is kept, because nothing of it is copied', async () => {
  const path = join(base, 'install.wim');
  await writeFile(path, wim);
  const simulated = await jobFor(path);
  await keepNamesake(simulated, 'install.wim');
  const image = await readImage(simulated.job);
  expect((await image.stage()).wimParts).toEqual([path]);
  expect(bytesRead(simulated)).toBe(wim.length);
});

it('stops at an image that is not the expected one, whether it is copied or not', async () => {
  for (const namesakes of [0, 1]) {
    const simulated = await jobFor(iso, '0'.repeat(64));
    if (namesakes > 0) await keepNamesake(simulated, 'Win11.iso');
    await expect(readImage(simulated.job)).rejects.toMatchObject({
      code: 'image/hash-mismatch',
      stick: 'untouched',
      params: { actual: await sha256Of(iso) },
    });
  }
});
