import { summarize, type Summary } from './statistics';

/** One comparison: ours against a peer, on the same input, in turns. Seconds. */
export interface Row {
  name: string;
  ours: Summary;
  peerName: string;
  peer: Summary;
  /** Median of ours divided by median of the peer's; below 1 is faster. */
  ratio: number;
  /** The most the ratio may be. */
  limit: number;
}

/** A figure of ours that has a bound of its own. */
export interface Figure {
  name: string;
  value: number;
  limit: number;
  unit: 'MB' | '%' | 's' | '';
}

export interface BenchResult {
  rows: Row[];
  figures: Figure[];
  notes: string[];
}

/** Whether a bound was missed; what could not be measured missed it, too. */
export function missesBound(measured: Row | Figure): boolean {
  const value = 'ratio' in measured ? measured.ratio : measured.value;
  return !(value <= measured.limit);
}

export function row(
  name: string,
  ours: readonly number[],
  peerName: string,
  peer: readonly number[],
  limit: number,
): Row {
  const [mine, theirs] = [summarize(ours), summarize(peer)];
  return { name, ours: mine, peerName, peer: theirs, ratio: mine.median / theirs.median, limit };
}
