import { basename } from 'node:path';
import { stickError } from '../../src-shared/errors';
import type { Job } from './job';
import type { StagedImage } from './staged-image';

/** An image whose hash is known, and is the expected one where one is expected. */
export interface ReadImage {
  sha256: string;
  /** The WIM as files. Copies it out of a disc image unless that was done while it was hashed. */
  stage(): Promise<StagedImage>;
}

/**
 * Reads the image once: hashes it and, in the same pass, copies the WIM out, unless a kept build will
 * most likely make that needless. Throws `image/hash-mismatch` and what reading it throws.
 */
export async function readImage(job: Job): Promise<ReadImage> {
  const { prepared, tools, log, signal } = job;
  log.phase('hashing');
  if (await isLikelyKept(job)) {
    const sha256 = await tools.staged.hash(prepared.info, log.running(signal));
    requireHash(job, sha256);
    return knownImage(job, sha256);
  }
  const staged = await stage(job);
  requireHash(job, staged.sha256);
  return { sha256: staged.sha256, stage: () => Promise.resolve(staged) };
}

/**
 * The build's key needs the hash, which isn't known yet: names have to do for a guess. Where nothing would be
 * copied anyway, a wrong one would cost a second reading and a right one gain nothing.
 */
async function isLikelyKept({ plan, prepared, tools }: Job): Promise<boolean> {
  if (plan.way === 'direct' || prepared.info.wim.insideIso === null) return false;
  const { builds } = await tools.cache.state().catch(() => ({ builds: [] }));
  const image = basename(prepared.info.path);
  return builds.some((build) => build.image === image && build.edition === prepared.edition.name);
}

/** An image of which the hash was found out before; should it be needed it is compared again. */
export function knownImage(job: Job, sha256: string): ReadImage {
  return { sha256, stage: () => stageSame(job, sha256) };
}

async function stageSame(job: Job, sha256: string): Promise<StagedImage> {
  if ((await job.tools.staged.peek(job.prepared.info)) === null) {
    // A job that knew the hash from the beginning has begun no phase yet.
    job.log.phase('hashing');
    job.log.info('This Windows wasn’t kept after all; the image is read once more');
  }
  const staged = await stage(job);
  if (staged.sha256 !== sha256) throw stickError('image/changed', { path: job.prepared.info.path });
  return staged;
}

async function stage({ prepared, tools, log, signal }: Job): Promise<StagedImage> {
  const { info } = prepared;
  if (info.wim.insideIso !== null) await tools.cache.makeRoom(info.wim.sizeBytes);
  return tools.staged.get(info, log.running(signal));
}

function requireHash({ plan, prepared, log }: Job, actual: string): void {
  const { path, sizeBytes } = prepared.info;
  log.image({ path, sizeBytes, sha256: actual, edition: prepared.edition.name });
  const expected = plan.image.sha256;
  if (expected !== null && expected !== actual) {
    throw stickError('image/hash-mismatch', { actual, expected });
  }
  log.info(`SHA-256 of the image: ${actual}`);
}
