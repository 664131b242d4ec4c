import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDriveReport } from './drives-report';

const transcript = (name: string) =>
  readFileSync(join(__dirname, 'transcripts', 'drives', name), 'utf8');

describe('reading the list of drives that PowerShell printed', () => {
  it('reads disks, partitions and volumes, with every character of a label', () => {
    const report = readDriveReport(transcript('laptop-as-administrator.txt'));
    expect(report.disks.map(({ Number, Size, BusType }) => [Number, Size, BusType])).toEqual([
      [0, 512_110_190_592, 17],
      [1, 62_109_253_632, 7],
    ]);
    expect(report.volumes.map(({ FileSystemLabel }) => FileSystemLabel)).toEqual([
      null,
      'Windows',
      'Grüße 内部',
    ]);
  });

  it('reads lists of one and of none as PowerShell 5.1 prints them', () => {
    const report = readDriveReport(transcript('one-disk-as-user-german.txt'));
    expect(report.disks).toHaveLength(1);
    expect(report.partitions.map(({ AccessPaths }) => AccessPaths.length)).toEqual([1, 0, 2]);
    expect(report.pageFiles).toEqual(['C:\\pagefile.sys']);
  });

  it('does without what takes an administrator', () => {
    const report = readDriveReport(transcript('one-disk-as-user-german.txt'));
    expect(report.encryptable).toBeNull();
    expect(report.dumpFiles).toBeNull();
  });

  it('refuses a report that lacks what a drive is judged by, and says what Windows said', () => {
    expect(() => readDriveReport(transcript('storage-classes-missing-german.txt'))).toThrow(
      expect.objectContaining({
        code: 'tool/failed',
        params: { tool: 'powershell.exe', message: 'Windows did not tell its volumes' },
        detail: expect.stringContaining('Ungültige Klasse') as string,
      }),
    );
  });

  it('reads what a console broke into lines, and a byte order mark before it', () => {
    const text = transcript('laptop-as-administrator.txt');
    const broken = `\uFEFF${text.slice(0, 80)}\r\n${text.slice(80)}`;
    expect(readDriveReport(broken)).toEqual(readDriveReport(text));
  });

  it.each([
    '',
    'null',
    '[]',
    '{"disks":[]}',
    'Windows PowerShell\r\n{}',
    '{"disks":[{"Number":"-1"}]}',
  ])('refuses %j', (printed) => {
    expect(() => readDriveReport(printed)).toThrow(
      expect.objectContaining({ code: 'tool/failed' }),
    );
  });

  it('refuses a size that JavaScript can’t count', () => {
    const text = transcript('laptop-as-administrator.txt');
    const printed = text.replace('"62109253632"', '"18446744073709551615"');
    expect(printed).not.toBe(text);
    expect(() => readDriveReport(printed)).toThrow(
      expect.objectContaining({ code: 'tool/failed' }),
    );
  });
});
