import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { DriveTestProgressSchema, DriveTestResultSchema } from '../../src-shared/drive-test';
import { MiB } from '../../src-shared/units';
import {
  attachFaultyDrive,
  type DriveFaults,
  type FaultyDrive,
} from '../helper/test-support/faulty-drive';
import { runCli, type CliOptions } from './testing';

const run = promisify(execFile);
const DISK = 512 * MiB;

let drive: FaultyDrive;

afterEach(async () => {
  await drive.detach();
});

async function attach(faults: DriveFaults = {}): Promise<void> {
  drive = await attachFaultyDrive(DISK, faults);
}

function test(more: string[] = ['--yes'], options: CliOptions = {}) {
  const env = { STICKSMITH_ALLOW_LOOP: '1' };
  return runCli(['drives', '--test', drive.path, ...more], { env, ...options });
}

async function isZero(offset: number): Promise<boolean> {
  const bytes = (await drive.contents()).subarray(offset, offset + MiB);
  return bytes.equals(Buffer.alloc(MiB));
}

describe('sticksmith drives --test', () => {
  it('measures a good drive in under 20 seconds and leaves it without a partition table', async () => {
    await attach();
    await run('sgdisk', ['--new=1:2048:', drive.path]);
    const { code, lines, stderr } = await test();
    expect(code, stderr).toBe(0);
    const result = lines.at(-1);
    const measured = DriveTestResultSchema.parse(result?.['test']);
    expect(measured).toMatchObject({
      target: drive.path,
      claimedBytes: DISK,
      firstLostByte: null,
      provenBytes: DISK,
    });
    expect(measured.seconds).toBeLessThan(20);
    for (const speed of ['sequentialWrite', 'sequentialRead', 'randomWrite'] as const) {
      expect(measured[speed]).toBeGreaterThan(0);
    }
    const steps = lines.slice(0, -1).map((line) => DriveTestProgressSchema.parse(line).step);
    expect([...new Set(steps)]).toHaveLength(5);

    expect(await isZero(0)).toBe(true);
    expect(await isZero(DISK - MiB)).toBe(true);
    await expect(run('sfdisk', ['--dump', drive.path])).rejects.toThrow();
  });

  it.each(['wraps', 'drops'] as const)(
    'finds that a drive is not as large as it claims when what is beyond %s',
    async (beyond) => {
      await attach({ capacity: { realBytes: 301 * MiB + 512, beyond } });
      const { code, lines } = await test();
      expect(code).toBe(4);
      const result = lines.at(-1);
      expect(result).toMatchObject({ type: 'result', verdict: { verdict: 'too-small' } });
      const { firstLostByte, provenBytes } = DriveTestResultSchema.parse(result?.['test']);
      expect(firstLostByte).toBeGreaterThanOrEqual(301 * MiB);
      expect(firstLostByte).toBeLessThan(310 * MiB);
      expect(provenBytes).toBeLessThanOrEqual(301 * MiB + 512);
    },
  );

  it('touches nothing without --yes', async () => {
    await attach();
    const { code, error } = await test([]);
    expect([code, error?.code, error?.stick]).toEqual([3, 'target/not-confirmed', 'untouched']);
    expect(await drive.writes()).toEqual([]);
  });

  it('says where a drive failed, and that it is unfinished', async () => {
    await attach({ failsToWrite: 20 * MiB });
    const { code, error } = await test();
    expect([code, error?.code, error?.stick]).toEqual([6, 'io/write', 'unfinished']);
  });

  it('says that a drive is gone when it is pulled out', async () => {
    await attach({ vanishesAfter: 40 * MiB });
    const { code, error } = await test();
    expect([code, error?.code, error?.stick]).toEqual([6, 'target/vanished', 'unfinished']);
  });

  it('stops on Ctrl+C', async () => {
    await attach();
    const { code, error } = await test(['--yes'], {
      env: { STICKSMITH_ALLOW_LOOP: '1' },
      interruptWhen: (line) => line['step'] === 'writing',
    });
    expect([code, error?.code, error?.stick]).toEqual([130, 'cancelled', 'unfinished']);
  });
});
