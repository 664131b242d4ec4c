import { describe, expect, it } from 'vitest';
import { readDiskpartCommand, type DiskpartReading } from './diskpart-grammar';
import { diskpartWords } from './diskpart-line';

function read(line: string): DiskpartReading['kind'] | 'no-words' {
  const words = diskpartWords(line);
  return words === null ? 'no-words' : readDiskpartCommand(words).kind;
}

describe('the simulated diskpart’s grammar', () => {
  it.each([
    'select disk 1',
    'SELECT VDISK FILE="C:\\a b\\c.vhdx" NOERR',
    'create vdisk file=C:\\a.vhdx maximum=100 type=expandable',
    'create partition primary size=100 offset=1024',
    'create partition primary id=ebd0a0a2-b9e5-4433-87c0-68b6b72699c7',
    'format quick fs=ntfs label="Windows RE tools" unit=4096',
    'assign mount="C:\\a b"',
    'attributes disk clear readonly noerr',
    'remove all noerr',
  ])('takes %s', (line) => {
    expect(read(line)).toBe('command');
  });

  it.each([
    ['selekt disk 1', 'unknown-command'],
    ['select disk', 'wrong-arguments'],
    ['select disk one', 'wrong-arguments'],
    ['select disk 1 noerr', 'wrong-arguments'],
    ['select disk=1', 'unknown-command'],
    ['create vdisk file=C:\\a.vhdx', 'wrong-arguments'],
    ['create vdisk file=a.vhdx maximum=1', 'wrong-arguments'],
    ['create vdisk file="C:\\a.vhdx maximum=1', 'no-words'],
    ['create vdisk file=C:\\a b.vhdx maximum=1', 'wrong-arguments'],
    ['format fs=ext4 quick', 'wrong-arguments'],
    ['format fs=ntfs quick quick', 'wrong-arguments'],
    ['format fs=ntfs fs=ntfs', 'wrong-arguments'],
    ['create partition primary size=1.5', 'wrong-arguments'],
    ['assign mount="C:\\a""b"', 'no-words'],
    ['delete partition', 'not-simulated'],
  ] as const)('refuses %s as %s', (line, kind) => {
    expect(read(line)).toBe(kind);
  });

  it('keeps what stands in quotation marks as it is', () => {
    expect(diskpartWords('Format LABEL="Ä  = x" quick')).toEqual([
      { name: 'format', value: null },
      { name: 'label', value: 'Ä  = x' },
      { name: 'quick', value: null },
    ]);
  });
});
