import { randomBytes } from 'node:crypto';
import { mkdtemp, open as openFile, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toStickError } from '../../src-shared/errors';
import { BitLockerCipherSchema, type BitLockerCipher } from '../../src-shared/protect';
import { MiB, SECTOR } from '../../src-shared/units';
import type { DriveIdentity } from '../../src-shared/drive';
import type { BlockMap, Extent } from '../disk/extent';
import type { OpenTarget, VolumeEncryption, WriteRequest } from '../host';
import { targetOpening } from '../host/linux/open-targets';
import { helpersOf } from '../host/linux/test-support/helpers-of';
import { useHelpers } from '../host/linux/test-support/use-helpers';
import { blockMapOf } from './test-support/block-map-of';
import { attachFaultyDrive } from './test-support/faulty-drive';
import { attachLoop } from './test-support/loop-device';
import { nativeXts } from './test-support/native-xts';

const { openTargets } = targetOpening();
const DISK = 40 * MiB;
const VOLUME = { startByte: 8 * MiB, bytes: 28 * MiB };
const END = VOLUME.startByte + VOLUME.bytes;
/** What lay on the drive before: something that is to be found nowhere in the volume afterwards. */
const OLD = Buffer.from('what a person deleted '.padEnd(SECTOR, '.'));
const guards = { neededBytes: 0, protectedPaths: [], readOnly: false };
const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

let folder: string;
let windows: Buffer;
let sealed: Buffer;
let maps: { windows: BlockMap; sealed: BlockMap };

useHelpers();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-encrypted-'));
  sealed = randomBytes(64 * 1024);
  windows = randomBytes(14 * MiB);
  maps = {
    sealed: await mapOf('sealed', sealed, [
      { sourceOffset: 0, targetOffset: VOLUME.startByte, length: 64 * 1024 },
    ]),
    windows: await mapOf('windows', windows, [
      { sourceOffset: 0, targetOffset: VOLUME.startByte + MiB, length: 9 * MiB + SECTOR },
      { sourceOffset: 9 * MiB + SECTOR, targetOffset: 20 * MiB, length: 5 * MiB - SECTOR },
    ]),
  };
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  expect(helpersOf(process.pid)).toEqual([]);
});

async function mapOf(name: string, bytes: Buffer, extents: Extent[]): Promise<BlockMap> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return blockMapOf(path, bytes, extents);
}

function request(
  cipher: BitLockerCipher,
  freeSpace: 'clear' | 'keep',
  key = randomBytes(cipher === 'xts-aes-128' ? 32 : 64),
): WriteRequest & { encryption: VolumeEncryption } {
  return {
    maps: [maps.sealed, maps.windows],
    head: randomBytes(34 * SECTOR),
    tail: randomBytes(33 * SECTOR),
    resume: false,
    encryption: { ...VOLUME, cipher, key, maps: [maps.windows], freeSpace },
  };
}

/** How the drive must end, computed with OpenSSL's XTS: `free` is what lies in the volume where nothing was written. */
function expected({ head, tail, encryption }: ReturnType<typeof request>, free: Buffer): Buffer {
  const { cipher, key } = encryption;
  const disk = Buffer.alloc(DISK, OLD);
  disk.fill(free, VOLUME.startByte, END);
  disk.fill(0, 0, MiB);
  disk.fill(0, DISK - MiB);
  head.copy(disk);
  tail.copy(disk, DISK - tail.length);
  sealed.copy(disk, VOLUME.startByte);
  for (const { sourceOffset, targetOffset, length } of maps.windows.chunks) {
    const plain = windows.subarray(sourceOffset, sourceOffset + length);
    const sector = (targetOffset - VOLUME.startByte) / SECTOR;
    nativeXts(cipher, key, plain, sector).copy(disk, targetOffset);
  }
  return disk;
}

/** Fills a drive with what was there before. */
async function fill(path: string): Promise<void> {
  const device = await openFile(path, 'r+');
  await device.write(Buffer.alloc(DISK, OLD), 0, DISK, 0);
  await device.sync();
  await device.close();
}

async function make(
  drive: { identity(): Promise<DriveIdentity> },
  what: WriteRequest,
  onProgress: (phase: string) => void = () => undefined,
) {
  const target = { kind: 'drive' as const, identity: await drive.identity(), unmount: false };
  const [opened] = await openTargets([{ target, guards }], quiet.signal);
  if (!opened) throw new Error('no target');
  return closing(opened, () => opened.write(what, { ...quiet, onProgress }));
}

async function closing<T>(opened: OpenTarget, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await opened.close();
  }
}

describe('a drive whose volume is encrypted', () => {
  it.each(BitLockerCipherSchema.options)(
    'holds it in %s, forgets what lay there, and keeps what lies beside it',
    async (cipher) => {
      const drive = await attachLoop(DISK);
      try {
        await fill(drive.path);
        const what = request(cipher, 'clear');
        const key = Buffer.from(what.encryption.key);
        const phases = new Set<string>();
        const result = await make(drive, what, (phase) => phases.add(phase));
        expect(result.freeSpace).toBe('discarded');
        expect([...phases]).toEqual(['clearing', 'writing', 'flushing', 'verifying']);
        expect(what.encryption.key.equals(key)).toBe(true);
        const found = await readFile(drive.backingFile);
        expect(found.equals(expected(what, Buffer.alloc(1)))).toBe(true);
        expect(found.subarray(VOLUME.startByte, END).includes(OLD.subarray(0, 16))).toBe(false);
      } finally {
        await drive.detach();
      }
    },
  );

  it('keeps what lay there when nobody wants it cleared', async () => {
    const drive = await attachLoop(DISK);
    try {
      await fill(drive.path);
      const what = request('xts-aes-128', 'keep');
      expect((await make(drive, what)).freeSpace).toBe('kept');
      expect((await readFile(drive.backingFile)).equals(expected(what, OLD))).toBe(true);
    } finally {
      await drive.detach();
    }
  });

  it('gets zeros where nothing is written when it can’t forget', async () => {
    const drive = await attachFaultyDrive(DISK);
    try {
      await fill(drive.path);
      const before = (await drive.writes()).length;
      const what = request('xts-aes-256', 'clear');
      expect((await make(drive, what)).freeSpace).toBe('zeroed');
      expect((await drive.contents()).equals(expected(what, Buffer.alloc(1)))).toBe(true);
      const written = (await drive.writes()).slice(before);
      const bytes = written.reduce((sum, { length }) => sum + length, 0);
      expect(bytes).toBe(2 * MiB + VOLUME.bytes + what.head.length + what.tail.length);
    } finally {
      await drive.detach();
    }
  });

  it('is found out by one bit that it does not keep', async () => {
    const drive = await attachFaultyDrive(DISK, { flipsBitAt: 21 * MiB + 5 });
    try {
      const error = toStickError(
        await make(drive, request('xts-aes-128', 'keep')).catch((reason: unknown) => reason),
      );
      expect(error).toMatchObject({ code: 'verify/mismatch', stick: 'unfinished' });
      expect(error.params['offset']).toBe(21 * MiB + 5);
      expect(error.params['cause']).toContain('memory is faulty');
    } finally {
      await drive.detach();
    }
  });

  it('is left alone when the key does not fit the cipher, of which nothing is said', async () => {
    const drive = await attachLoop(DISK);
    try {
      await fill(drive.path);
      const key = randomBytes(31);
      const error = toStickError(
        await make(drive, request('xts-aes-128', 'clear', key)).catch((reason: unknown) => reason),
      );
      expect(error).toMatchObject({ code: 'helper/protocol', stick: 'untouched' });
      const said = JSON.stringify([error.toData(), error.stack]);
      for (const form of ['hex', 'base64', 'latin1'] as const) {
        expect(said).not.toContain(key.toString(form));
      }
      expect((await readFile(drive.backingFile)).equals(Buffer.alloc(DISK, OLD))).toBe(true);
    } finally {
      await drive.detach();
    }
  });
});
