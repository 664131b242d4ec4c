import { MINIMUM_SHARED_BYTES, planLayout } from '../../src-shared/layout';
import type { StickLayout } from '../../src-shared/layout';
import { targetBytes } from '../../src-shared/plan';
import {
  type WindowsNeeds,
  comfortableWindowsBytes,
  requiredWindowsBytes,
  windowsNeeds,
} from '../../src-shared/space';
import { MiB, SECTOR } from '../../src-shared/units';
import { type Answers, chosenEdition, driverReport, targetsOf } from './answers';

/** Steps in which partitions are sized, in bytes. */
export const SHARED_STEP_BYTES = 4 * MiB;

export interface SpaceLimits {
  /** Bytes of the smallest target: what fits there fits everywhere. */
  diskBytes: number;
  needs: WindowsNeeds;
  /** With everything that is added to it. */
  minimumWindowsBytes: number;
  comfortableWindowsBytes: number;
  /** Largest Windows that leaves the shared partition its size; 0 when there is no room for the smallest. */
  maximumWindowsBytes: number;
  /** Largest shared partition that leaves Windows its size; 0 when there is no room for one. */
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
  const needs = windowsNeeds(edition, answers.windows, driverReport(answers)?.totalBytes ?? 0);
  const minimum = requiredWindowsBytes(edition, needs);
  const fits = (space: Pick<Answers, 'windowsBytes' | 'sharedBytes'>): boolean =>
    layoutFor(answers, space, diskBytes, minimum) !== null;
  const { sharedBytes } = answers;
  const windowsBytes =
    answers.windowsBytes === null ? null : Math.max(answers.windowsBytes, minimum);
  return {
    diskBytes,
    needs,
    minimumWindowsBytes: minimum,
    comfortableWindowsBytes: comfortableWindowsBytes(needs),
    maximumWindowsBytes: largest(minimum, diskBytes, (bytes) =>
      fits({ windowsBytes: bytes, sharedBytes }),
    ),
    maximumSharedBytes: largest(MINIMUM_SHARED_BYTES, diskBytes, (bytes) =>
      fits({ windowsBytes, sharedBytes: bytes }),
    ),
  };
}

/** The smallest target's layout as answered, or null while it does not fit or is not known. */
export function layoutOf(answers: Answers): StickLayout | null {
  const limits = spaceLimits(answers);
  return limits === null
    ? null
    : layoutFor(answers, answers, limits.diskBytes, limits.minimumWindowsBytes);
}

/** Bytes at the end of a stick, or between its partitions, that belong to none. */
export function unusedBytes(layout: StickLayout): number {
  const used = layout.partitions.reduce((sum, { sectors }) => sum + sectors, 0);
  const unused = layout.diskSectors - used;
  // The partition tables and what comes before boundaries are no space that anybody could use.
  return unused * SECTOR < 32 * MiB ? 0 : unused * SECTOR;
}

function layoutFor(
  { layout }: Answers,
  { windowsBytes, sharedBytes }: Pick<Answers, 'windowsBytes' | 'sharedBytes'>,
  diskBytes: number,
  minimumWindowsBytes: number,
): StickLayout | null {
  const space = { windowsBytes, sharedBytes };
  const planned = planLayout({ diskBytes, layout, space, minimumWindowsBytes });
  return 'problem' in planned ? null : planned;
}

/** The largest size between two, in whole steps from the first, that fits; 0 when none does. What fits in more fits in less. */
function largest(from: number, to: number, fits: (bytes: number) => boolean): number {
  if (!fits(from)) return 0;
  let fitting = 0;
  let tooMany = Math.ceil((to - from) / SHARED_STEP_BYTES) + 1;
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (fits(from + middle * SHARED_STEP_BYTES)) fitting = middle;
    else tooMany = middle;
  }
  return from + fitting * SHARED_STEP_BYTES;
}
