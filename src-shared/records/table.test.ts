import { describe, expect, it } from 'vitest';
import { summaryOf } from './record';
import { recordCsv, recordTable } from './table';
import { restoredRecord, sampleRecord, sampleSummaries } from './testing';

describe('the table of records', () => {
  it('has as many cells in each row as there are heads', () => {
    const [heads = [], ...rows] = recordTable([...sampleSummaries, summaryOf(restoredRecord)]);
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toHaveLength(heads.length);
    const cell = (row: number, head: string): string | undefined =>
      rows[row]?.[heads.indexOf(head)];
    expect(cell(0, 'Result')).toBe('finished');
    expect(cell(1, 'Error')).toBe('target/vanished');
    expect(cell(1, 'Checks passed')).toBe('');
    expect(cell(0, 'Bytes written')).toBe('19702345728');
    expect(cell(0, 'Edition')).toBe('Windows 11 Pro');
    expect(cell(0, 'File system')).toBe('');
    const restored = ['Kind', 'Label', 'File system', 'Partition table', 'Images', 'Bytes resumed'];
    expect(restored.map((head) => cell(2, head))).toEqual([
      ...['ordinary-drive', 'KINGSTON', 'exfat', 'mbr', '', ''],
    ]);
  });

  it('makes a text of a drive’s name that a spreadsheet would carry out', () => {
    const target = { ...sampleRecord.target, model: '=HYPERLINK("http://a")' };
    const text = recordCsv([summaryOf({ ...sampleRecord, target })]);
    expect(text).toContain(`"'=HYPERLINK(""http://a"")"`);
  });
});
