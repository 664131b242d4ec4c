import { describe, expect, it } from 'vitest';
import { SECTOR } from '../../../src-shared/units';
import type { WindowsVolumeRequest } from '../index';
import { describeWindowsHost } from './describe-windows-host';

const request: WindowsVolumeRequest = {
  wimParts: ['D:\\images\\install.wim'],
  index: 3,
  place: 'new-file',
  volumePath: 'D:\\work\\windows.ntfs',
  volumeBytes: 20 * 2 ** 30,
  fenceBytes: null,
  startLba: 655_360,
  label: 'Windows',
  edits: {
    registry: [
      {
        hive: 'SYSTEM',
        key: 'CurrentControlSet\\Services\\partmgr\\Parameters',
        name: 'SanPolicy',
        data: { type: 'dword', value: 4 },
      },
    ],
    files: [
      { path: '/Windows/Panther/unattend.xml', content: { kind: 'bytes', bytes: Buffer.alloc(7) } },
    ],
    removals: ['/Windows/System32/Recovery/Winre.wim'],
  },
  extractPaths: ['/Windows/Boot/EFI'],
  extractTo: 'D:\\work\\boot',
};
const host = describeWindowsHost();

/** Places of these texts in the lines, in the order given. */
function placesOf(lines: readonly string[], texts: readonly string[]): number[] {
  return texts.map((text) => lines.findIndex((line) => line.includes(text)));
}

describe('what a computer with Windows would do', () => {
  it('has every step of a volume, in order, with its scripts in full', () => {
    const lines = host.describeWindowsVolume(request);
    const places = placesOf(lines, [
      'create vdisk file="D:\\work\\windows-job.vhdx"',
      '/Apply-Image /ImageFile:D:\\images\\install.wim /Index:3',
      'copy /Windows/Boot/EFI',
      'remove D:\\work\\building-job\\volume\\Windows\\System32\\Recovery\\Winre.wim',
      'put a file of 7 B at D:\\work\\building-job\\volume\\Windows\\Panther\\unattend.xml',
      'load HKLM\\',
      '"SanPolicy"=dword:00000004',
      '"mountvol.exe" D:\\work\\building-job\\volume /D',
      'of zeros to D:\\work\\windows-job.vhdx',
      'rename D:\\work\\windows-job.vhdx to D:\\work\\windows.ntfs',
      'remove the folder D:\\work\\building-job',
    ]);
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('gives diskpart the drive itself for the direct way, and holds its place against what was planned', () => {
    const drive = '\\\\.\\PhysicalDrive2';
    const { path } = host.describeLending(drive, {
      offset: 655_360 * SECTOR,
      length: 20 * 2 ** 30,
    });
    const lines = host.describeWindowsVolume({ ...request, place: 'device', volumePath: path });
    const places = placesOf(lines, [
      'select disk 2',
      'clean',
      `stop unless the partition begins at byte ${String(655_360 * SECTOR)} of disk 2`,
      '/Apply-Image',
    ]);
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(lines.join('\n')).not.toContain('vdisk');
  });

  it('locks and dismounts only where what is mounted may be taken', () => {
    const open = (unmount: boolean): string =>
      host.describeOpening('\\\\.\\PhysicalDrive2', unmount).join('\n');
    expect(open(true)).toContain('lock and dismount');
    expect(open(false)).not.toContain('dismount');
  });

  it('lets go of a drive whose volume Windows encrypts, and shows neither password nor key', () => {
    const how = { cipher: 'xts-aes-256', usedSpaceOnly: true } as const;
    const lines = host.describeEncryption('\\\\.\\PhysicalDrive2', 655_360 * SECTOR, how);
    const places = placesOf(lines, [
      '"mountvol.exe" /N',
      'let go of \\\\.\\PhysicalDrive2',
      `take the volume that begins at byte ${String(655_360 * SECTOR)}, let Windows give letters again`,
      'Add a password and a recovery key',
      '«secret»',
      'save the recovery key',
      "$values['EncryptionMethod'] = 7",
      "'GetConversionStatus'",
      "'Lock'",
      'take \\\\.\\PhysicalDrive2 again',
    ]);
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });
});
