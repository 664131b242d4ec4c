import { describe, expect, it } from 'vitest';
import { deviceOf } from './drives-device-of';
import { SimulatedWin32 } from './test-support/simulated-win32';
import { WindowsErrorCode } from './win32-codes';

const C = '\\\\?\\Volume{00000000-0000-4000-8000-000000000001}';
const E = '\\\\?\\Volume{00000000-0000-4000-8000-000000000002}';

function computer(): SimulatedWin32 {
  const windows = new SimulatedWin32([
    { number: 0, sizeBytes: 1, volumes: [C] },
    { number: 12, sizeBytes: 1, volumes: [E] },
  ]);
  for (const [path, final] of [
    ['C:\\', `${C}\\`],
    ['C:\\Users', `${C}\\Users`],
    ['C:\\Stick', `${E}\\`],
    ['E:\\', `${E}\\`],
    ['E:\\win.iso', `${E}\\win.iso`],
  ] as const) {
    windows.finalPaths.set(path.toLowerCase(), final);
  }
  return windows;
}

describe('the disk that holds a path on Windows', () => {
  it.each([
    ['E:\\win.iso', 'win:12'],
    ['e:\\WIN.ISO', 'win:12'],
    ['C:\\Users\\anna\\not there yet\\win.iso', 'win:0'],
    ['C:\\Stick\\not there', 'win:12'],
    ['E:/folder/../win.iso', 'win:12'],
  ])('of %s is %s', (path, device) => {
    const windows = computer();
    expect(deviceOf(windows, path)).toBe(device);
    expect(windows.openHandles).toEqual([]);
  });

  it('is none for a network folder, and for a letter that isn’t there', () => {
    expect(deviceOf(computer(), '\\\\server\\share\\win.iso')).toBeNull();
    expect(deviceOf(computer(), 'Z:\\win.iso')).toBeNull();
  });

  it('is that of the folder when the file may not be opened', () => {
    const windows = computer();
    windows.answers = (call, path) =>
      call === 'open' && path.endsWith('.iso') ? WindowsErrorCode.ACCESS_DENIED : 0;
    expect(deviceOf(windows, 'E:\\win.iso')).toBe('win:12');
  });

  it('is none when the volume lies on no disk, such as an optical one', () => {
    const windows = computer();
    windows.answers = (call) => (call === 'IOCTL_VOLUME_GET_VOLUME_DISK_EXTENTS' ? 1 : 0);
    expect(deviceOf(windows, 'E:\\win.iso')).toBeNull();
    expect(windows.openHandles).toEqual([]);
  });
});
