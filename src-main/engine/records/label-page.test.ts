import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { failedRecord, sampleRecord } from '../../../src-shared/records/testing';
import { labelPage } from './label-page';

const MODULE_PIXELS = 4;

/** Paints the squares of the drawing as a browser would, and has somebody else's program read them. */
function readQrCode(page: string): string | undefined {
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(page)?.[1]) * MODULE_PIXELS;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of page.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < MODULE_PIXELS; row += 1) {
      const from = ((Number(y) * MODULE_PIXELS + row) * side + Number(x) * MODULE_PIXELS) * 4;
      for (let at = from; at < from + MODULE_PIXELS * 4; at += 4) pixels.fill(0, at, at + 3);
    }
  }
  return jsQR(pixels, side, side)?.data;
}

describe('the label of a stick', () => {
  it('has a code that another program reads as the record’s ID', () => {
    for (const record of [sampleRecord, failedRecord]) {
      expect(readQrCode(labelPage(record))).toBe(record.id);
    }
  });

  it('says name, drive, serial number, edition and day', () => {
    const page = labelPage(sampleRecord);
    expect(page).toContain('<h1>LOANER-07</h1>');
    expect(page).toContain('Serial 0013729940C4B8A1A5A10B3C');
    expect(page).toContain('Windows 11 Pro');
    expect(page).toContain('Made 2026-03-01');
  });

  it('calls a stick without a name what its label says, or its drive', () => {
    const unnamed = { ...sampleRecord, computerName: null };
    expect(labelPage({ ...unnamed, label: 'IMAGES' })).toContain('<h1>IMAGES</h1>');
    expect(labelPage(unnamed)).toContain('<h1>KINGSTON DataTraveler Max</h1>');
    const file = { kind: 'file', path: '/srv/<b>.img', sizeBytes: 512 } as const;
    expect(labelPage({ ...unnamed, target: file })).toContain('<h1>&#60;b&#62;.img</h1>');
  });
});
