import { MINIMUM_SHARED_BYTES, OVERHEAD_BYTES, planLayout } from '../../src-shared/layout';
import type { StickLayout } from '../../src-shared/layout';
import { targetBytes } from '../../src-shared/plan';
import { comfortableWindowsBytes, minimumWindowsBytes, windowsNeeds } from '../../src-shared/space';
import { MiB, alignDown } from '../../src-shared/units';
import { type Answers, chosenEdition, targetsOf } from './answers';

/** Steps in which the shared partition is sized, in bytes. */
export const SHARED_STEP_BYTES = 4 * MiB;

export interface SpaceLimits {
  /** Bytes of the smallest target: what fits there fits everywhere. */
  diskBytes: number;
  minimumWindowsBytes: number;
  comfortableWindowsBytes: number;
  /** Largest shared partition that leaves Windows its minimum; 0 when there is no room for one. */
  maximumSharedBytes: number;
}

export function smallestTargetBytes(answers: Answers): number | null {
  const sizes = targetsOf(answers).map(targetBytes);
  return sizes.length === 0 ? null : Math.min(...sizes);
}

/** What the Space step may offer; null until there is a target and an edition. */
export function spaceLimits(answers: Answers): SpaceLimits | null {
  const diskBytes = smallestTargetBytes(answers);
  const edition = chosenEdition(answers);
  if (diskBytes === null || edition === null) return null;
  const minimum = minimumWindowsBytes(edition);
  const needs = windowsNeeds(edition, answers.windows, 0);
  return {
    diskBytes,
    minimumWindowsBytes: minimum,
    comfortableWindowsBytes: comfortableWindowsBytes(needs),
    maximumSharedBytes: largestShared(answers, diskBytes, minimum),
  };
}

/** The smallest target's layout as answered, or null while it does not fit or is not known. */
export function layoutOf(answers: Answers): StickLayout | null {
  const limits = spaceLimits(answers);
  if (limits === null) return null;
  const layout = planLayout({
    diskBytes: limits.diskBytes,
    layout: answers.layout,
    space: answers,
    minimumWindowsBytes: limits.minimumWindowsBytes,
  });
  return 'problem' in layout ? null : layout;
}

function largestShared(
  { layout, windowsBytes }: Answers,
  diskBytes: number,
  minimumWindowsBytes: number,
): number {
  const fits = (sharedBytes: number): boolean => {
    const space = { windowsBytes, sharedBytes };
    return !('problem' in planLayout({ diskBytes, layout, space, minimumWindowsBytes }));
  };
  let shared = alignDown(diskBytes - OVERHEAD_BYTES - minimumWindowsBytes, SHARED_STEP_BYTES);
  // Rounding of the partition borders costs at most a few steps.
  while (shared >= MINIMUM_SHARED_BYTES && !fits(shared)) shared -= SHARED_STEP_BYTES;
  return shared >= MINIMUM_SHARED_BYTES ? shared : 0;
}
