import type { TestDetails } from '@playwright/test';

/** Of tests that `npm test` leaves to `npm run test:all`: more of the same than one can wait for each time. */
const thorough = { tag: '@thorough' } as const satisfies TestDetails;

/** What distinguishes a test of one of many alike: those of a choice run each time. */
export function unlessIn<T>(everyTime: readonly T[], one: T): TestDetails {
  return everyTime.includes(one) ? {} : thorough;
}
