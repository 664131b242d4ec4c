import type { Host } from '../host';

/** Milliseconds between two looks. On Windows each starts PowerShell, which takes about a second of a processor (assumed). */
const PAUSE_MS = { linux: 2000, win32: 6000 };

/** Calls `onChange` when a drive was plugged in, pulled or mounted. Returns the function that ends it. */
export function watchDrives(
  { platform, listDrives }: Pick<Host, 'platform' | 'listDrives'>,
  onChange: () => void,
): () => void {
  let last: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  let ended = false;

  async function look(): Promise<void> {
    const drives = await listDrives().catch(() => null);
    if (ended) return;
    if (drives !== null) {
      const now = JSON.stringify(drives);
      if (last !== null && now !== last) onChange();
      last = now;
    }
    timer = setTimeout(() => void look(), PAUSE_MS[platform]);
  }
  void look();
  return () => {
    ended = true;
    if (timer) clearTimeout(timer);
  };
}
