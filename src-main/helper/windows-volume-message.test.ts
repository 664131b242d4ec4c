import { describe, expect, it } from 'vitest';
import type { WindowsVolumeRequest } from '../host';
import { AbsolutePathSchema } from './basic-schemas';
import {
  WindowsVolumeSchema,
  packWindowsVolume,
  unpackWindowsVolume,
} from './windows-volume-message';

const request: WindowsVolumeRequest = {
  wimParts: ['C:\\install.wim'],
  index: 1,
  place: 'new-file',
  volumePath: 'C:\\work\\volume',
  volumeBytes: 4096,
  fenceBytes: 4096,
  startLba: 2048,
  label: 'Windows',
  edits: {
    registry: [
      { hive: 'SYSTEM', key: 'K', name: 'b', data: { type: 'binary', value: Buffer.from('one') } },
      { hive: 'SYSTEM', key: 'K', name: 's', data: { type: 'strings', value: ['a', ''] } },
    ],
    files: [
      { path: '/f', content: { kind: 'bytes', bytes: Buffer.from('two') } },
      {
        path: '/g',
        content: { kind: 'file', source: 'C:\\g', sizeBytes: 1, sha256: '0'.repeat(64) },
      },
    ],
    removals: ['/r'],
  },
  extractPaths: ['/Windows/Boot'],
  extractTo: 'C:\\work',
};

describe('a request to unpack Windows', () => {
  it('keeps bytes out of the message, and is whole again with them', () => {
    const { volume, bytes } = packWindowsVolume(request);
    expect(bytes.toString()).toBe('onetwo');
    const said: unknown = JSON.parse(JSON.stringify(volume));
    expect(unpackWindowsVolume(WindowsVolumeSchema.parse(said), bytes)).toEqual(request);
  });

  it('keeps what is to be serviced', () => {
    const servicing = {
      ...{ drivers: '/d', apps: ['a*'], keepApps: ['ab'], disableFeatures: ['f'], cleanUp: true },
    };
    const { volume, bytes } = packWindowsVolume({ ...request, servicing });
    const said: unknown = JSON.parse(JSON.stringify(volume));
    expect(unpackWindowsVolume(WindowsVolumeSchema.parse(said), bytes)).toMatchObject({
      servicing,
    });
    expect(unpackWindowsVolume(packWindowsVolume(request).volume, bytes)).toEqual(request);
  });

  it.each([
    ['fewer', Buffer.from('onetw')],
    ['more', Buffer.from('onetwoo')],
  ])('is refused with %s bytes than it says', (_, bytes) => {
    expect(() => unpackWindowsVolume(packWindowsVolume(request).volume, bytes)).toThrow(
      expect.objectContaining({ code: 'helper/protocol' }),
    );
  });

  it.each([
    ['something added', { shell: 'rm' }],
    ['something added to the servicing', { servicing: { drivers: null } }],
    ['a relative path', { volumePath: 'volume' }],
    ['a path of a pipe', { wimParts: ['\\\\.\\pipe\\x'] }],
    ['no image', { wimParts: [] }],
    ['half a cluster', { volumeBytes: 2048 }],
    ['another place', { place: 'anywhere' }],
    ['another hive', { edits: { ...request.edits, registry: [{ hive: 'SAM' }] } }],
    ['a fraction of an index', { index: 1.5 }],
  ])('is refused with %s', (_, change) => {
    const { volume } = packWindowsVolume(request);
    expect(WindowsVolumeSchema.safeParse(volume).success).toBe(true);
    expect(WindowsVolumeSchema.safeParse({ ...volume, ...change }).success).toBe(false);
  });
});

describe('a path that is said', () => {
  it.each([
    '/home/anna/a.iso',
    'C:\\Users\\anna\\Größe 便携.iso',
    '\\\\server\\share\\a.iso',
    '\\\\.\\PhysicalDrive2',
  ])('may be %s', (path) => {
    expect(AbsolutePathSchema.safeParse(path).success).toBe(true);
  });

  it.each([
    'a.iso',
    '..\\a.iso',
    'C:a.iso',
    'C:/a\0',
    '\\a.iso',
    '\\\\.\\C:',
    '\\\\.\\PhysicalDrive2\\x',
    '\\\\.\\PhysicalDrive',
    '\\\\?\\C:\\a',
    '\\\\?\\GLOBALROOT\\Device\\Harddisk0',
    '/a\0b',
    '',
  ])('may not be %j', (path) => {
    expect(AbsolutePathSchema.safeParse(path).success).toBe(false);
  });
});
