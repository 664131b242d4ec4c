import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planLayout } from '../../src-shared/layout';
import { filled, segmentsOf } from './stick';
import { plainRequest } from '../../src-shared/testing';

const layout = planLayout(
  plainRequest({ diskBytes: 64e9, sharedBytes: 8e9, minimumWindowsBytes: 20e9 }),
);
if ('problem' in layout) throw new Error('the layout fits');
const segments = segmentsOf(layout, 18e9);

it('The segments lie in order, without overlap, within the drive.', () => {
  let end = 0;
  for (const segment of segments) {
    expect(segment.start).toBeGreaterThanOrEqual(end);
    end = segment.start + segment.bytes;
  }
  expect(end).toBeLessThanOrEqual(64e9);
});

it('Data fills the segments in order, and no more of any than it has.', () => {
  const total = segments.reduce((sum, { dataBytes }) => sum + dataBytes, 0);
  fc.assert(
    fc.property(fc.double({ min: -1, max: 2, noNaN: true }), (fraction) => {
      const bytes = filled(segments, fraction);
      const sum = bytes.reduce((all, one) => all + one, 0);
      expect(sum).toBeCloseTo(total * Math.min(1, Math.max(0, fraction)), 0);
      bytes.forEach((one, index) => {
        expect(one).toBeLessThanOrEqual(segments[index]?.dataBytes ?? 0);
        const before = segments.slice(0, index).every((s, i) => bytes[i] === s.dataBytes);
        if (one > 0) expect(before).toBe(true);
      });
    }),
  );
});
