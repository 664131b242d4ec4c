/** Median and spread of some measurements, in their own unit. */
export interface Summary {
  median: number;
  lowest: number;
  highest: number;
  runs: number;
}

export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  const lowest = sorted[0];
  const highest = sorted[sorted.length - 1];
  if (upper === undefined || lower === undefined || lowest === undefined || highest === undefined) {
    throw new RangeError('nothing was measured');
  }
  return { median: (lower + upper) / 2, lowest, highest, runs: sorted.length };
}

/** Seconds that an action takes. */
export async function seconds(action: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await action();
  return (performance.now() - began) / 1000;
}
