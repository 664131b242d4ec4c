import { describe, expect, it } from 'vitest';
import { notUnderstood, powerShellParser } from '../powershell-grammar-testing';
import { getDiskLayout, readDiskLayout } from './disk-layout';
import { powerShellScript } from './powershell';

describe('where the partitions of a disk lie', () => {
  it('is asked for in PowerShell', async () => {
    const script = powerShellScript(getDiskLayout(12)) ?? '';
    expect(script).toContain("-Filter 'DiskNumber = 12'");
    expect(notUnderstood((await powerShellParser())(script))).toEqual([]);
    for (const number of [-1, 1.5, Number.NaN]) {
      expect(() => getDiskLayout(number)).toThrow(RangeError);
    }
  });

  it('is read from what the script prints', () => {
    expect(readDiskLayout('sectors 512\r\n')).toEqual({ sectorBytes: 512, partitions: [] });
    expect(
      readDiskLayout('sectors 4096\r\npartition 1048576 209715200\r\npartition 4000 5\r\n'),
    ).toEqual({
      sectorBytes: 4096,
      partitions: [
        { startByte: 1_048_576, bytes: 209_715_200 },
        { startByte: 4000, bytes: 5 },
      ],
    });
  });

  it('is nothing to guess', () => {
    for (const text of [
      '',
      'sectors \r\n',
      'sectors 0\r\n',
      'partition 1 2\r\n',
      'sectors 512\r\npartition 1 \r\n',
      'sectors 512\r\npartition 99999999999999999999 1\r\n',
    ]) {
      expect(() => readDiskLayout(text), text).toThrow('tool/failed');
    }
  });
});
