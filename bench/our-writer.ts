import { randomBytes } from 'node:crypto';
import type { Phase } from '../src-shared/job';
import { planLayout } from '../src-shared/layout';
import type { BitLockerCipher } from '../src-shared/protect';
import { recipeDefaults } from '../src-shared/windows-recipe';
import { encodeGpt, hashChunks, type BlockMap } from '../src-main/disk';
import type { OpenTarget, VolumeEncryption } from '../src-main/host';
import { createHost } from '../src-main/host/linux';
import { newGuid, openFileSource } from '../src-main/io';
import { CONTENT_START } from './by-hand';
import { driveIdentity } from './drives';
import { childrenOf, watchMemory } from './rss';

export interface OurTimes {
  /** Seconds of hashing the source, which a job does once when Windows is unpacked. */
  hashing: number;
  /** Seconds until everything was written and flushed, on the drive that took longest. */
  writing: number;
  /** Seconds until the last drive was read back and had its partition table. */
  whole: number;
  /** Highest resident memory of the helper, in bytes; 0 unless it was watched. */
  helperBytes: number;
}

/**
 * Writes a file to drives with our helper, as a job does, encrypted where a cipher is named, and reads it back. Watching its memory costs time
 * that matters where drives are as fast as memory.
 */
export async function writeWithOurs(
  source: { path: string; sizeBytes: number },
  drives: readonly string[],
  { watched, cipher = null }: { watched: boolean; cipher?: BitLockerCipher | null },
): Promise<OurTimes> {
  process.env['STICKSMITH_ALLOW_LOOP'] = '1';
  const { signal } = new AbortController();
  const targets = await openAll(drives, signal);
  const memory = watched ? watchMemory(helperOf(process.pid)) : null;
  try {
    const began = performance.now();
    const map = await mapOf(source, signal);
    const hashedAt = performance.now();
    const flushed = await Promise.all(
      targets.map((target) => writeOne(target, map, cipher, signal)),
    );
    const ended = performance.now();
    return {
      hashing: (hashedAt - began) / 1000,
      writing: (Math.max(...flushed) - hashedAt) / 1000,
      whole: (ended - hashedAt) / 1000,
      helperBytes: memory?.stop().rssBytes ?? 0,
    };
  } finally {
    memory?.stop();
    await Promise.all(targets.map((target) => target.close()));
  }
}

async function openAll(drives: readonly string[], signal: AbortSignal): Promise<OpenTarget[]> {
  const asked = [];
  for (const path of drives) {
    const identity = await driveIdentity(path);
    asked.push({
      target: { kind: 'drive', identity, unmount: false } as const,
      guards: { neededBytes: 0, protectedPaths: [], readOnly: false },
    });
  }
  return createHost().openTargets(asked, signal);
}

async function mapOf(
  { path, sizeBytes }: { path: string; sizeBytes: number },
  signal: AbortSignal,
): Promise<BlockMap> {
  const file = await openFileSource(path);
  try {
    const whole = { sourceOffset: 0, targetOffset: CONTENT_START, length: sizeBytes };
    return { path, sizeBytes, chunks: await hashChunks([whole], file, { signal }) };
  } finally {
    await file.close();
  }
}

/** Answers when (in milliseconds) everything was written and flushed. */
async function writeOne(
  target: OpenTarget,
  map: BlockMap,
  cipher: BitLockerCipher | null,
  signal: AbortSignal,
): Promise<number> {
  let flushedAt = 0;
  const onProgress = (phase: Phase): void => {
    if (phase === 'verifying' && flushedAt === 0) flushedAt = performance.now();
  };
  const content = {
    ...{ maps: [map], ...table(target.sizeBytes), resume: false },
    ...(cipher ? { encryption: encryptionOf(cipher, map) } : {}),
  };
  await target.write(content, { signal, onProgress });
  return flushedAt;
}

function encryptionOf(cipher: BitLockerCipher, map: BlockMap): VolumeEncryption {
  const key = randomBytes(cipher === 'xts-aes-128' ? 32 : 64);
  const volume = { startByte: CONTENT_START, bytes: map.sizeBytes };
  return { ...volume, cipher, key, maps: [map], freeSpace: 'keep' };
}

/** Any valid partition table will do. */
function table(diskBytes: number): { head: Buffer; tail: Buffer } {
  const layout = planLayout({
    diskBytes,
    layout: recipeDefaults.layout,
    space: recipeDefaults.space,
    minimumWindowsBytes: 0,
  });
  if (!('scheme' in layout)) throw new Error('the drive is too small');
  const guids = { efi: newGuid(), msr: newGuid(), windows: newGuid() };
  return encodeGpt({ layout, diskGuid: newGuid(), guids });
}

function helperOf(pid: number): number {
  const helper = childrenOf(pid).find(({ command }) => command.includes('helper.js'));
  if (!helper) throw new Error('the helper does not run');
  return helper.pid;
}
