import { describe, expect, it } from 'vitest';
import { diaryCsv } from './table';
import { sampleEntry } from './testing';

describe('the table for spreadsheets', () => {
  it('has a head, a row for each entry, and quotes where they are needed', () => {
    const note = 'Said "no", twice';
    expect(diaryCsv([{ ...sampleEntry, note }])).toBe(
      '\uFEFFWhen,Stick,Stick ID,Maker,Model,Kind,Firmware,Secure Boot,Result,Seconds to desktop,Error code,Note,Entry ID\r\n' +
        '2026-03-01T10:20:30.000Z,KINGSTON DataTraveler,gpt:9dea862c-5cdd-4e70-acc1-f32b344d4795,Lenovo,ThinkPad T480,pc,uefi,on,started,95,,"Said ""no"", twice",3f6f6c1e-9a51-4c3e-8d4e-2b7a1c9d0e5f\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', "=cmd|'/c calc'!A1", '=HYPERLINK("http://a")'])(
    'makes a text of %j, which a spreadsheet would carry out',
    (note) => {
      const [, row = ''] = diaryCsv([{ ...sampleEntry, note }]).split('\r\n');
      expect(row).not.toContain(`,${note}`);
      expect(row.replaceAll('""', '"')).toContain(`'${note}`);
    },
  );

  it('makes a text also of what would be a cell of its own in a country with decimal commas', () => {
    expect(diaryCsv([{ ...sampleEntry, note: 'a;=1+1;b' }])).toContain(",a;'=1+1;b,");
  });
});
