import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Drive } from '../../../src-shared/drive';
import { holdDrive } from './drives-hold';
import { SIMULATED_STICK } from './test-support/simulated-stick';
import { SimulatedWin32 } from './test-support/simulated-win32';
import { WindowsErrorCode } from './win32-codes';

const A = '\\\\?\\Volume{00000000-0000-4000-8000-00000000000a}';
const B = '\\\\?\\Volume{00000000-0000-4000-8000-00000000000b}';
const { path: PATH, sizeBytes: SIZE } = SIMULATED_STICK;

const partitionAt = (path: string, mountPoints: string[] = []) => ({
  path,
  sizeBytes: 1,
  fileSystem: 'ntfs',
  label: null,
  mountPoints,
});
const stick: Drive = {
  ...SIMULATED_STICK,
  partitions: [
    partitionAt(`${A}\\`, ['E:\\']),
    partitionAt('\\\\?\\GLOBALROOT\\Device\\Harddisk2\\Partition2'),
    partitionAt(`${B}\\`),
  ],
};

const computer = () => new SimulatedWin32([{ number: 2, sizeBytes: SIZE, volumes: [A, B] }]);
const { signal } = new AbortController();
const options = { signal, pauseMs: 0 };

describe('taking a drive on Windows', () => {
  it('locks every volume before it dismounts the first, then opens the drive and looks at it', async () => {
    const windows = computer();
    const held = await holdDrive(windows, stick, options);
    expect(windows.log).toEqual([
      `open ${A}`,
      `FSCTL_LOCK_VOLUME ${A}`,
      `open ${B}`,
      `FSCTL_LOCK_VOLUME ${B}`,
      `FSCTL_DISMOUNT_VOLUME ${A}`,
      `FSCTL_DISMOUNT_VOLUME ${B}`,
      `open ${PATH}`,
      `IOCTL_STORAGE_GET_DEVICE_NUMBER ${PATH}`,
      `IOCTL_DISK_GET_LENGTH_INFO ${PATH}`,
    ]);
    expect(windows.lockedVolumes).toEqual([A, B]);
    held.release();
  });

  it('lets go once, after Windows was told to look anew', async () => {
    const windows = computer();
    const held = await holdDrive(windows, stick, options);
    const before = windows.log.length;
    held.release();
    held.release();
    expect(windows.log.slice(before)).toEqual([
      `IOCTL_DISK_UPDATE_PROPERTIES ${PATH}`,
      `close ${PATH}`,
      `close ${B}`,
      `close ${A}`,
    ]);
    expect(windows.openHandles).toEqual([]);
  });

  it('lets go of a drive that was pulled out', async () => {
    const windows = computer();
    const held = await holdDrive(windows, stick, options);
    windows.answers = () => WindowsErrorCode.NO_SUCH_DEVICE;
    held.release();
    expect(windows.openHandles).toEqual([]);
  });

  it('locks the volume of a drive without partitions by its letter', async () => {
    const windows = new SimulatedWin32([{ number: 2, sizeBytes: SIZE, volumes: ['\\\\.\\E:'] }]);
    await holdDrive(windows, { ...stick, partitions: [], mountPoints: ['E:\\'] }, options);
    expect(windows.lockedVolumes).toEqual(['\\\\.\\E:']);
  });

  it('goes on when a volume has gone since the drives were listed', async () => {
    const windows = new SimulatedWin32([{ number: 2, sizeBytes: SIZE, volumes: [B] }]);
    await holdDrive(windows, stick, options);
    expect(windows.lockedVolumes).toEqual([B]);
  });

  it('waits for a scanner that lets go', async () => {
    const windows = computer();
    let refusals = 20;
    windows.answers = (call) => {
      if (call !== 'FSCTL_LOCK_VOLUME' || refusals === 0) return 0;
      refusals -= 1;
      return WindowsErrorCode.ACCESS_DENIED;
    };
    const held = await holdDrive(windows, stick, options);
    expect(refusals).toBe(0);
    held.release();
  });

  it('dismounts nothing when one volume stays in use, and says by whom', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'held-'));
    writeFileSync(join(folder, 'letter.txt'), '');
    try {
      const windows = computer();
      windows.programs = [{ processId: 1, name: 'Editor' }];
      windows.answers = (call, path) =>
        call === 'FSCTL_LOCK_VOLUME' && path === B ? WindowsErrorCode.ACCESS_DENIED : 0;
      const drive = { ...stick, partitions: [...stick.partitions, partitionAt('x', [folder])] };
      await expect(holdDrive(windows, drive, options)).rejects.toMatchObject({
        code: 'target/held',
        params: { target: PATH, programs: 'Editor' },
        stick: 'untouched',
      });
      expect(windows.log.some((line) => line.startsWith('FSCTL_DISMOUNT'))).toBe(false);
      expect(windows.openHandles).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('gives up at once on what does not pass', async () => {
    const windows = computer();
    windows.answers = (call, path) =>
      call === 'open' && path === PATH ? WindowsErrorCode.WRITE_PROTECT : 0;
    await expect(holdDrive(windows, stick, options)).rejects.toMatchObject({
      code: 'target/refused',
    });
    expect(windows.log.filter((line) => line === `open ${PATH}`)).toHaveLength(1);
    expect(windows.openHandles).toEqual([]);
  });

  it('says that rights are missing, not that a volume is busy', async () => {
    const windows = computer();
    windows.answers = (call) => (call === 'open' ? WindowsErrorCode.ACCESS_DENIED : 0);
    await expect(holdDrive(windows, stick, options)).rejects.toMatchObject({
      code: 'permission/denied',
    });
  });

  it('can be cancelled while it waits, and lets go', async () => {
    const windows = computer();
    windows.answers = (call) => (call === 'FSCTL_LOCK_VOLUME' ? WindowsErrorCode.ACCESS_DENIED : 0);
    const controller = new AbortController();
    const taking = holdDrive(windows, stick, { signal: controller.signal, pauseMs: 60_000 });
    controller.abort();
    await expect(taking).rejects.toMatchObject({ code: 'cancelled' });
    expect(windows.openHandles).toEqual([]);
  });
});
