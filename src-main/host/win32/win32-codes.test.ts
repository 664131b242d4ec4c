import { describe, expect, it } from 'vitest';
import { Access, ControlCode, OpenFlag } from './win32-codes';

describe('control codes', () => {
  /** As published in hexadecimal: Microsoft’s MS-FSCC 2.3 (FSCTL), windows-sys 0.61 (IOCTL). */
  it.each([
    ['FSCTL_LOCK_VOLUME', 0x00090018],
    ['FSCTL_DISMOUNT_VOLUME', 0x00090020],
    ['IOCTL_DISK_UPDATE_PROPERTIES', 0x00070140],
    ['IOCTL_DISK_GET_LENGTH_INFO', 0x0007405c],
    ['IOCTL_STORAGE_GET_DEVICE_NUMBER', 0x002d1080],
    ['IOCTL_VOLUME_GET_VOLUME_DISK_EXTENTS', 0x00560000],
  ] as const)('%s is what is published', (name, value) => {
    expect(ControlCode[name]).toBe(value);
  });

  it('and rights fit into 32 bits without a sign', () => {
    for (const value of [
      ...Object.values(ControlCode),
      ...Object.values(Access),
      ...Object.values(OpenFlag),
    ]) {
      expect(value).toBe(value >>> 0);
    }
  });
});
