import { describe, expect, it } from 'vitest';
import type { Drive } from '../../../src-shared/drive';
import { openDrive } from './drives-open';
import { WritePoliciesSchema } from './drives-report';
import { SIMULATED_STICK } from './test-support/simulated-stick';
import { SimulatedWin32 } from './test-support/simulated-win32';
import { WindowsErrorCode } from './win32-codes';

const { path: PATH, sizeBytes: SIZE } = SIMULATED_STICK;
const stick: Drive = {
  ...SIMULATED_STICK,
  deviceNumbers: ['win:2', 'win:3'],
};
const computer = () => new SimulatedWin32([{ number: 2, sizeBytes: SIZE, volumes: [] }]);

describe('an open drive on Windows', () => {
  it('is read, written and flushed where that was asked for', async () => {
    const windows = computer();
    const drive = openDrive(windows, stick, 'read-write', null);
    const before = windows.log.length;
    await drive.write(Buffer.alloc(512), 1024);
    await drive.flush();
    await drive.read(Buffer.alloc(4096), 8192);
    drive.close();
    expect(windows.log.slice(before)).toEqual([
      `write ${PATH}`,
      '512 bytes at 1024',
      `flush ${PATH}`,
      `read ${PATH}`,
      '4096 bytes at 8192',
      `close ${PATH}`,
    ]);
  });

  it.each([
    ['another number', { ...stick, deviceNumbers: ['win:3', 'win:2'] }],
    ['another size', { ...stick, sizeBytes: SIZE - 512 }],
  ])('is refused, and closed, when it has %s than the one that was confirmed', (_, confirmed) => {
    const windows = computer();
    expect(() => openDrive(windows, confirmed, 'read', null)).toThrow(
      expect.objectContaining({ code: 'target/changed' }),
    );
    expect(windows.openHandles).toEqual([]);
  });

  it('tells a drive that fails from one that was pulled out', async () => {
    const windows = computer();
    const drive = openDrive(windows, stick, 'read-write', null);
    windows.answers = (call) => (call === 'write' ? WindowsErrorCode.IO_DEVICE : 0);
    await expect(drive.write(Buffer.alloc(512), 512)).rejects.toMatchObject({
      code: 'io/write',
      params: { path: PATH, offset: 512 },
    });
    windows.answers = (call) => {
      if (call === 'open') return WindowsErrorCode.FILE_NOT_FOUND;
      return call === 'write' ? WindowsErrorCode.IO_DEVICE : 0;
    };
    await expect(drive.write(Buffer.alloc(512), 512)).rejects.toMatchObject({
      code: 'target/vanished',
    });
  });

  it('explains what Controlled Folder Access does', async () => {
    const windows = computer();
    const policies = { ...WritePoliciesSchema.parse({}), controlledFolderAccess: '1' };
    const drive = openDrive(windows, stick, 'read-write', policies);
    windows.answers = (call) => (call === 'write' ? WindowsErrorCode.ACCESS_DENIED : 0);
    await expect(drive.write(Buffer.alloc(512), 0)).rejects.toMatchObject({
      code: 'target/controlled-folder-access',
      params: { target: PATH },
    });
  });
});
