import { describe, expect, it } from 'vitest';
import { testOf, windows11 } from '../dev/samples';
import { chosenEdition, firstAnswers } from './answers';
import { directMinutes, verdictOn } from './drive-tests';
import { withImage } from './wizard';

const edition = chosenEdition(withImage(firstAnswers, windows11));
if (edition === null) throw new Error('the sample has a usual edition');

describe('what a drive test says', () => {
  it('is about the edition that was chosen, and about a usual one before that', () => {
    const half = { ...edition, totalBytes: edition.totalBytes / 2 };
    const minutes = [half, edition, null].map((one) => {
      const verdict = verdictOn(testOf(), one);
      return verdict.verdict === 'too-small' ? null : (verdict.minutes ?? 0);
    });
    const [small, large, usual] = minutes;
    expect(small).toBeLessThan(large ?? 0);
    expect(usual).toBeGreaterThan(1);
  });

  it('of the direct way, is hours on a stick that writes small pieces slowly', () => {
    const stick = testOf({ sequentialWrite: 20e6, randomWrite: 300_000 });
    expect(directMinutes(stick, edition) / 60).toBeGreaterThan(3);
    expect(directMinutes(stick, edition) / 60).toBeLessThan(6);
    const disk = testOf({ sequentialWrite: 400e6, randomWrite: 100e6 });
    expect(directMinutes(disk, edition)).toBeLessThan(10);
  });
});
