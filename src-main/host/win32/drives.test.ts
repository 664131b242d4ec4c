import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listDrives } from './drives';
import type { KnownDrive } from '../known-drives';
import { listDrivesOperation } from './drives-script';
import { disk, windowsDisk, windowsPartition } from './test-support/report';

const known = (...numbers: number[]) =>
  Promise.resolve(
    new Map<string, KnownDrive>(
      numbers.map((number) => [
        `\\\\.\\PhysicalDrive${String(number)}`,
        { isSystem: false, isRemovable: true, mountPoints: [] },
      ]),
    ),
  );

describe('listing drives on Windows', () => {
  it('asks PowerShell once and drivelist once', async () => {
    const stdout = readFileSync(
      join(__dirname, 'transcripts/drives/laptop-as-administrator.txt'),
      'utf8',
    );
    const asked: unknown[] = [];
    const { drives, policies } = await listDrives(
      (operation) => {
        asked.push(operation);
        return Promise.resolve({ code: 0, stdout, stderr: '' });
      },
      () => known(0, 1),
    );
    expect(asked).toEqual([listDrivesOperation]);
    expect(drives.map(({ path, system }) => [path, system])).toEqual([
      ['\\\\.\\PhysicalDrive0', true],
      ['\\\\.\\PhysicalDrive1', false],
    ]);
    expect(policies).toMatchObject({ controlledFolderAccess: null, writeProtect: null });
  });

  it('puts disks that are files last', async () => {
    const report = {
      disks: [windowsDisk, disk(1, { BusType: 15, Location: 'C:\\a.vhdx' }), disk(2)],
      partitions: [windowsPartition],
      volumes: [],
      pageFiles: [],
      systemFolders: [],
      failures: {},
    };
    const stdout = JSON.stringify(report);
    const { drives, policies } = await listDrives(
      () => Promise.resolve({ code: 0, stdout, stderr: '' }),
      () => known(0, 1, 2),
    );
    expect(drives.map(({ path }) => path.at(-1))).toEqual(['0', '2', '1']);
    expect(policies).toBeNull();
  });

  it('says what PowerShell said when it failed', async () => {
    const stderr = 'list-drives.ps1 kann nicht geladen werden.\r\n';
    await expect(
      listDrives(
        () => Promise.resolve({ code: 1, stdout: '', stderr }),
        () => known(),
      ),
    ).rejects.toMatchObject({
      code: 'tool/failed',
      params: {
        tool: 'powershell.exe',
        message: 'list-drives.ps1 kann nicht geladen werden.',
      },
      detail: stderr,
    });
  });
});
