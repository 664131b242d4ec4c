import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MINIMUM_SHARED_BYTES, planLayout } from '../../src-shared/layout';
import { kingston, windows11 } from '../dev/samples';
import { firstAnswers } from './answers';
import { SHARED_STEP_BYTES, layoutOf, spaceLimits } from './space';
import { withDrives, withImage } from './wizard';
import { plainRequest } from '../../src-shared/testing';

const answersFor = (sizes: number[]) =>
  withImage(
    withDrives(
      firstAnswers,
      sizes.map((sizeBytes, index) => ({
        ...kingston,
        sizeBytes,
        path: `/dev/sd${String(index)}`,
      })),
    ),
    windows11,
  );

it('The largest shared partition fits on every drive size, and one step more does not.', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4e9, max: 4e12 }), (diskBytes) => {
      const limits = spaceLimits(answersFor([diskBytes]));
      if (limits === null) throw new Error('there is a drive and an edition');
      const { maximumSharedBytes, minimumWindowsBytes } = limits;
      const fits = (sharedBytes: number): boolean =>
        !('problem' in planLayout(plainRequest({ diskBytes, sharedBytes, minimumWindowsBytes })));
      if (maximumSharedBytes > 0) {
        expect(fits(maximumSharedBytes)).toBe(true);
        expect(fits(maximumSharedBytes + SHARED_STEP_BYTES)).toBe(false);
      } else {
        expect(fits(MINIMUM_SHARED_BYTES)).toBe(false);
      }
    }),
  );
});

it('Of several drives the smallest one counts.', () => {
  expect(spaceLimits(answersFor([64e9, 32e9, 128e9]))?.diskBytes).toBe(32e9);
  expect(layoutOf(answersFor([64e9, 32e9]))?.diskSectors).toBe(32e9 / 512);
});

it('Nothing is laid out before there is a drive and an edition that fits on it.', () => {
  expect(spaceLimits(firstAnswers)).toBeNull();
  expect(layoutOf(answersFor([8e9]))).toBeNull();
});
