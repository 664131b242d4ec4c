import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MiB } from '../../../../src-shared/units';
import { attachFaultyDrive, type DriveFaults, type FaultyDrive } from './index';

const run = promisify(execFile);
const DISK = 16 * MiB;

let folder: string;
let drive: FaultyDrive;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-faults-'));
});
afterEach(async () => {
  await drive.detach();
  await rm(folder, { recursive: true, force: true });
});

async function attach(faults: DriveFaults = {}) {
  drive = await attachFaultyDrive(DISK, faults);
}

/** Writes bytes from an offset on, past the page cache, with a program that is not ours. */
async function write(bytes: Buffer, offset: number) {
  const file = join(folder, 'in');
  await writeFile(file, bytes);
  return run('dd', [
    `if=${file}`,
    `of=${drive.path}`,
    'bs=1M',
    `seek=${String(offset / MiB)}`,
    'oflag=direct',
    'conv=notrunc',
  ]);
}

async function readBack(offset: number, length: number): Promise<Buffer> {
  const file = join(folder, 'out');
  await run('dd', [
    `if=${drive.path}`,
    `of=${file}`,
    'bs=1M',
    `skip=${String(offset / MiB)}`,
    `count=${String(length / MiB)}`,
    'iflag=direct',
  ]);
  return readFile(file);
}

/** Every loop device with the name of its file. */
async function loops(): Promise<string[]> {
  const { stdout } = await run('losetup', ['--list', '--noheadings', '--output', 'NAME,BACK-FILE']);
  return stdout.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
}

describe('a faulty drive', () => {
  it('is an ordinary drive as long as no fault is set', async () => {
    await attach();
    const bytes = randomBytes(DISK);
    await write(bytes, 0);
    expect((await readBack(0, DISK)).equals(bytes)).toBe(true);
    expect((await drive.contents()).equals(bytes)).toBe(true);
    const writes = await drive.writes();
    expect(writes.reduce((sum, { length }) => sum + length, 0)).toBe(DISK);
    expect(writes.map(({ offset }) => offset)).toEqual(
      writes.map(({ offset }) => offset).sort((a, b) => a - b),
    );
    expect(await drive.identity()).toMatchObject({ sizeBytes: DISK, bus: 'loop' });
  });

  it('writes over its beginning when its capacity wraps', async () => {
    await attach({ capacity: { realBytes: 10 * MiB, beyond: 'wraps' } });
    const bytes = randomBytes(DISK);
    await write(bytes, 0);
    const found = await readBack(0, DISK);
    expect(found.subarray(0, 6 * MiB).equals(bytes.subarray(10 * MiB))).toBe(true);
    expect(found.subarray(6 * MiB).equals(bytes.subarray(6 * MiB))).toBe(true);
  });

  it('loses what lies past its capacity when it drops', async () => {
    await attach({ capacity: { realBytes: 10 * MiB, beyond: 'drops', filler: 0xff } });
    const bytes = randomBytes(DISK);
    await write(bytes, 0);
    const found = await readBack(0, DISK);
    expect(found.subarray(0, 10 * MiB).equals(bytes.subarray(0, 10 * MiB))).toBe(true);
    expect(found.subarray(10 * MiB).equals(Buffer.alloc(6 * MiB, 0xff))).toBe(true);
  });

  it('fails to read or write where it was told to, and nowhere else', async () => {
    await attach({ failsToWrite: 5 * MiB + 512, failsToRead: 9 * MiB });
    await expect(write(randomBytes(MiB), 5 * MiB)).rejects.toThrow('Input/output error');
    await write(randomBytes(MiB), 6 * MiB);
    await expect(readBack(9 * MiB, MiB)).rejects.toThrow('Input/output error');
    await readBack(10 * MiB, MiB);
  });

  it('changes one bit of what is written', async () => {
    await attach({ flipsBitAt: 3 * MiB + 7 });
    const bytes = randomBytes(DISK);
    await write(bytes, 0);
    const found = await readBack(0, DISK);
    bytes.writeUInt8(bytes.readUInt8(3 * MiB + 7) ^ 1, 3 * MiB + 7);
    expect(found.equals(bytes)).toBe(true);
  });

  it('is gone, with a size of 0, once so much was written', async () => {
    await attach({ vanishesAfter: 4 * MiB });
    await expect(write(randomBytes(DISK), 0)).rejects.toThrow();
    const { stdout } = await run('blockdev', ['--getsize64', drive.path]);
    expect(stdout.trim()).toBe('0');
    expect((await drive.contents()).subarray(4 * MiB).equals(Buffer.alloc(12 * MiB))).toBe(true);
  });

  it('holds writes from an amount or an offset on until it is told to go on', async () => {
    const bytes = randomBytes(DISK);
    await attach({ holds: { bytes: 4 * MiB } });
    const first = write(bytes, 0);
    await drive.held();
    const contents = await drive.contents();
    expect(contents.subarray(0, 4 * MiB).equals(bytes.subarray(0, 4 * MiB))).toBe(true);
    expect(contents.subarray(4 * MiB).equals(Buffer.alloc(12 * MiB))).toBe(true);

    await drive.set({ holds: { at: 7 * MiB } });
    await drive.held();
    expect((await drive.contents()).subarray(7 * MiB).equals(Buffer.alloc(9 * MiB))).toBe(true);
    await drive.set({});
    await first;
    expect((await drive.contents()).equals(bytes)).toBe(true);
  });

  it('leaves nothing behind: no mount, no loop device, no folder', async () => {
    await attach({ holds: { bytes: 0 } });
    const ours = `${drive.path} /drive`;
    const writing = write(randomBytes(MiB), 0);
    await drive.held();
    expect(await loops()).toContain(ours);
    await drive.detach();
    await writing.catch(() => undefined);
    expect(await loops()).not.toContain(ours);
    expect(await readFile('/proc/self/mounts', 'utf8')).not.toContain('sticksmith-faulty');
    const own = `sticksmith-faulty-${String(process.pid)}-`;
    expect((await readdir(tmpdir())).filter((name) => name.startsWith(own))).toEqual([]);
    await attach();
  });
});
