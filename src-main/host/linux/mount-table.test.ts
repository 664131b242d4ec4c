import { describe, expect, it } from 'vitest';
import { mountOf, parseMountInfo } from './mount-table';

const text = [
  '22 27 0:21 / /proc rw,relatime - proc proc rw',
  '27 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,discard',
  '40 27 0:44 /@home /home rw,relatime shared:2 master:3 - btrfs /dev/sda3 rw,subvol=/@home',
  '41 27 8:17 / /media/anna/mein\\040St\\134ick\\011内 rw - vfat /dev/sdb1 rw',
  '42 27 0:50 / /mnt rw - tmpfs tmpfs rw',
  '43 27 8:33 / /mnt rw - ext4 /dev/sdc1 rw',
  '44 27 0:60 / /merged rw - overlay overlay rw,lowerdir=/a,upperdir=/up\\040per,workdir=/w',
  'nonsense',
  '',
].join('\n');

describe('the table of mounts', () => {
  const mounts = parseMountInfo(text);

  it('reads every line that has the shape of a mount, with or without optional fields', () => {
    expect(mounts.map((mount) => mount.device)).toEqual([
      '0:21',
      '8:2',
      '0:44',
      '8:17',
      '0:50',
      '8:33',
      '0:60',
    ]);
  });

  it('undoes the escapes of blanks, tabs and backslashes and keeps other characters', () => {
    expect(mounts[3]?.mountPoint).toBe('/media/anna/mein St\\ick\t内');
    expect(mounts[6]?.options).toContain('upperdir=/up per');
  });

  it('finds the mount that a path lies in, and the one on top where several are stacked', () => {
    expect(mountOf(mounts, '/etc/passwd')?.device).toBe('8:2');
    expect(mountOf(mounts, '/home/anna/x')?.device).toBe('0:44');
    expect(mountOf(mounts, '/mnt/x')?.device).toBe('8:33');
    expect(mountOf(mounts, '/')?.device).toBe('8:2');
  });

  it('does not take a folder for another one whose name begins alike', () => {
    expect(mountOf(mounts, '/homework')?.device).toBe('8:2');
  });
});
