import { describe, expect, it } from 'vitest';
import { refuseOtherDevice, windowsDrivePath } from './windows-drive-path';

describe('the name of a drive on Windows', () => {
  it.each([
    ['\\\\.\\PhysicalDrive2', '\\\\.\\PhysicalDrive2'],
    ['\\\\.\\PHYSICALDRIVE0', '\\\\.\\PhysicalDrive0'],
    ['//./physicaldrive12', '\\\\.\\PhysicalDrive12'],
  ])('is %s, which is %s', (name, path) => {
    expect(windowsDrivePath(name)).toBe(path);
  });

  it.each([
    '\\\\.\\PhysicalDrive',
    '\\\\.\\PhysicalDrive02',
    '\\\\.\\PhysicalDrive2\\',
    '\\\\.\\PhysicalDrive2\\..\\PhysicalDrive0',
    '\\\\.\\PhysicalDrive2 ',
    '\\\\.\\PhysicalDrive12345',
    '\\\\?\\PhysicalDrive2',
    '\\\\.\\C:',
    'PhysicalDrive2',
    'C:\\PhysicalDrive2',
    '/dev/sdb',
    '',
  ])('is not %j', (name) => {
    expect(windowsDrivePath(name)).toBeNull();
  });
});

describe('what is neither a drive nor a file', () => {
  it.each([
    'E:',
    'e:\\',
    'E:/',
    '\\\\.\\E:',
    '\\\\?\\Volume{01234567-89ab-cdef-0123-456789abcdef}\\',
    '\\\\.\\PhysicalDrive02',
    '\\\\.\\pipe\\x.img',
    '\\\\?\\C:\\stick.img',
    '//./CdRom0',
  ])('is refused: %s', (name) => {
    expect(() => {
      refuseOtherDevice(name);
    }).toThrow(expect.objectContaining({ code: 'target/not-a-drive' }) as Error);
  });

  it.each([
    'C:\\stick.img',
    'stick.img',
    '\\\\server\\share\\stick.img',
    '/dev/sdb',
    'E:stick.img',
  ])('is not %s', (name) => {
    refuseOtherDevice(name);
    expect(windowsDrivePath(name)).toBeNull();
  });
});
