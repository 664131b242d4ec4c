/** What was told last of something that goes on, and when. */
export interface Told {
  stage: string;
  /** In milliseconds. */
  at: number;
}

/** Time between two sentences about the same stage, so that they don't keep a screen reader from all else. */
export const CALM_MS = 10_000;

/** How many milliseconds other words about a stage have to wait. Those about a new stage need not. */
export function waitToTell(last: Told | null, stage: string, now: number): number {
  return last?.stage === stage ? Math.max(0, last.at + CALM_MS - now) : 0;
}
