import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { BitLockerCipher } from '../src-shared/protect';
import { sealVolume, newSecrets, sectorCipher } from '../src-main/guest/bitlocker';
import { newGuid } from '../src-main/io';
import { makeDrives, writeRandomFile } from './drives';
import { writeWithOurs } from './our-writer';
import { row, type BenchResult, type Row } from './row';
import { seconds } from './statistics';
import { canThrottle, throttled } from './throttle';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;
const SECTOR = 512;
const RUNS = 3;
/** A fast drive on USB 3, and an ordinary stick. */
const FAST = 300 * 1000 ** 2;
const STICK = 40 * 1000 ** 2;
const STICKS = 8;
/** What encrypting may cost on a fast drive. */
const FAST_LIMIT = 1.1;
/** Rounds of SHA-256 by which BitLocker stretches a password. */
const STRETCH_ROUNDS = 1024 ** 2;

/** What encrypting on the way costs: the helper against itself writing plain, and the pieces it is made of. */
export async function benchEncrypt(): Promise<BenchResult> {
  return {
    rows: [
      ...(await oneDrive()),
      ...(await manySticks()),
      await cipherAlone('xts-aes-128'),
      await cipherAlone('xts-aes-256'),
      await sealing(),
    ],
    figures: [],
    notes: [
      'Ours encrypts with XTS-AES-128 and reads back decrypting; the peer is the same helper without encryption, in turns with it. The drives are loop devices over memory; those with a speed are slowed down by the kernel.',
      'Free space is kept: clearing it depends on the drive alone.',
      'The helper is a Node where nothing else is said. In Electron it has the AES of the computer’s OpenSSL.',
      ...(canThrottle()
        ? []
        : ['This kernel can’t slow drives down: rows with a speed are missing.']),
    ],
  };
}

/** 4 GiB to a drive of memory, as fast as it goes, and to one as fast as the best on USB 3. */
async function oneDrive(): Promise<Row[]> {
  const drives = await makeDrives(1, 4 * GIB + 512 * MIB);
  const source = { path: join(drives.folder, 'source.bin'), sizeBytes: 4 * GIB };
  const write = async (cipher: BitLockerCipher | null): Promise<number> =>
    (await writeWithOurs(source, drives.paths, { watched: false, cipher })).whole;
  try {
    await writeRandomFile(source.path, source.sizeBytes);
    const memory = await inTurns(RUNS, drives.clear, write);
    const name = 'write and verify 4 GiB, encrypted';
    const rows = [row(`${name}, in memory`, memory.encrypted, 'plain', memory.plain, Infinity)];
    if (!canThrottle()) return rows;
    const fast = await inTurns(RUNS, drives.clear, (cipher) =>
      throttled(drives.paths, FAST, () => write(cipher)),
    );
    const packaged = await inElectron(() =>
      inTurns(RUNS, drives.clear, (cipher) => throttled(drives.paths, FAST, () => write(cipher))),
    );
    return [
      row(`${name}, 300 MB/s`, fast.encrypted, 'plain', fast.plain, FAST_LIMIT),
      row(
        `${name}, 300 MB/s, helper in Electron`,
        packaged.encrypted,
        'plain',
        packaged.plain,
        FAST_LIMIT,
      ),
      ...rows,
    ];
  } finally {
    await drives.remove();
  }
}

/** With helpers that are Electrons, as those of the packaged program are: they are started as this process was. */
async function inElectron<T>(work: () => Promise<T>): Promise<T> {
  const node = process.execPath;
  process.execPath = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron');
  try {
    return await work();
  } finally {
    process.execPath = node;
  }
}

/** One helper encrypts for several sticks, each with its own key. */
async function manySticks(): Promise<Row[]> {
  if (!canThrottle()) return [];
  const sizeBytes = 256 * MIB;
  const drives = await makeDrives(STICKS, 2 * sizeBytes);
  const source = { path: join(drives.folder, 'source.bin'), sizeBytes };
  try {
    await writeRandomFile(source.path, sizeBytes);
    const { encrypted, plain } = await inTurns(RUNS, drives.clear, (cipher) =>
      throttled(drives.paths, STICK, async () => {
        const times = await writeWithOurs(source, drives.paths, { watched: false, cipher });
        return times.whole;
      }),
    );
    const name = `256 MiB to ${String(STICKS)} sticks of 40 MB/s at once, encrypted`;
    return [row(name, encrypted, 'plain', plain, Infinity)];
  } finally {
    await drives.remove();
  }
}

async function inTurns(
  runs: number,
  before: () => Promise<void>,
  write: (cipher: BitLockerCipher | null) => Promise<number>,
) {
  const times = { encrypted: [] as number[], plain: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    await before();
    times.plain.push(await write(null));
    await before();
    times.encrypted.push(await write('xts-aes-128'));
  }
  return times;
}

/** Sectors in memory: ours against OpenSSL’s own XTS, which takes a call for each sector. */
async function cipherAlone(cipher: BitLockerCipher): Promise<Row> {
  const key = randomBytes(cipher === 'xts-aes-128' ? 32 : 64);
  const data = randomBytes(256 * MIB);
  const ours = sectorCipher(cipher, key);
  const times: number[] = [];
  const native: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    times.push(
      await seconds(() => {
        ours.encrypt(data, 0);
        return Promise.resolve();
      }),
    );
    native.push(
      await seconds(() => {
        nativeXts(cipher, key, data);
        return Promise.resolve();
      }),
    );
  }
  return row(`256 MiB in memory, ${cipher}`, times, 'OpenSSL’s XTS', native, Infinity);
}

function nativeXts(cipher: BitLockerCipher, key: Buffer, data: Buffer): void {
  const name = cipher === 'xts-aes-128' ? 'aes-128-xts' : 'aes-256-xts';
  const tweak = Buffer.alloc(16);
  for (let at = 0; at < data.length; at += SECTOR) {
    tweak.writeBigUInt64LE(BigInt(at / SECTOR));
    createCipheriv(name, key, tweak).update(data.subarray(at, at + SECTOR));
  }
}

/** The metadata, once for each stick: nearly all of it is stretching the password and the recovery key. */
async function sealing(): Promise<Row> {
  const ours: number[] = [];
  const loops: number[] = [];
  const signal = new AbortController().signal;
  for (let run = 0; run < RUNS; run += 1) {
    const request = {
      layout: {
        volumeBytes: 4 * MIB,
        metadataAt: [MIB, 2 * MIB, 3 * MIB] as [number, number, number],
        backupAt: MIB + 64 * 1024,
        extraAt: MIB + 72 * 1024,
      },
      identity: {
        volume: newGuid(),
        passwordProtector: newGuid(),
        recoveryProtector: newGuid(),
        description: 'BENCH',
        created: new Date(),
      },
      secrets: newSecrets('xts-aes-128'),
      password: 'correct horse',
      boot: ntfsBoot(),
      recoveryKeyPlace: 'file' as const,
    };
    ours.push(await seconds(() => sealVolume(request, { signal })));
    loops.push(await seconds(() => Promise.resolve([stretchPlainly(), stretchPlainly()])));
  }
  return row('seal a volume', ours, 'two loops of createHash', loops, Infinity);
}

function stretchPlainly(): Buffer {
  const message = Buffer.alloc(88);
  for (let round = 0; round < STRETCH_ROUNDS; round += 1) {
    message.writeUInt32LE(round, 80);
    createHash('sha256').update(message).digest().copy(message);
  }
  return message.subarray(0, 32);
}

function ntfsBoot(): Buffer {
  const boot = Buffer.alloc(8192);
  boot.write('NTFS    ', 3, 'latin1');
  boot.writeUInt16LE(SECTOR, 11);
  boot.writeUInt8(8, 13);
  return boot;
}
