import type { Drive } from '../../src-shared/drive';

const INTERVAL_MS = 2000;

/** Calls `onChange` when a drive was plugged in, pulled or mounted. Returns the function that ends it. */
export function watchDrives(list: () => Promise<Drive[]>, onChange: () => void): () => void {
  let last: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  let ended = false;

  async function look(): Promise<void> {
    const drives = await list().catch(() => null);
    if (ended) return;
    if (drives !== null) {
      const now = JSON.stringify(drives);
      if (last !== null && now !== last) onChange();
      last = now;
    }
    timer = setTimeout(() => void look(), INTERVAL_MS);
  }
  void look();
  return () => {
    ended = true;
    if (timer) clearTimeout(timer);
  };
}
