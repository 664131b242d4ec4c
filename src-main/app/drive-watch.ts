import type { Drive } from '../../src-shared/drive';
import type { Host } from '../host';

/** Milliseconds between two looks. On Windows each starts PowerShell, which takes about a second of a processor (assumed). */
const PAUSE_MS = { linux: 2000, win32: 6000 };

export interface DriveWatch {
  /** The drives there are. As long as the first look is the last one, what it finds: what changes after it is told. */
  list(): Promise<Drive[]>;
  stop(): void;
}

/** Looks for drives at once and then again and again, and calls `onChange` when one was plugged in, pulled or mounted. */
export function watchDrives(
  { platform, listDrives }: Pick<Host, 'platform' | 'listDrives'>,
  onChange: () => void,
): DriveWatch {
  let first: Promise<Drive[]> | null = listDrives();
  let last: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  let ended = false;

  async function compare(looking: Promise<Drive[]>): Promise<void> {
    const drives = await looking.catch(() => null);
    if (drives === null) first = null;
    if (ended) return;
    if (drives !== null) {
      const now = JSON.stringify(drives);
      if (last !== null && now !== last) onChange();
      last = now;
    }
    timer = setTimeout(() => {
      first = null;
      void compare(listDrives());
    }, PAUSE_MS[platform]);
  }
  void compare(first);
  return {
    list: () => first ?? listDrives(),
    stop() {
      ended = true;
      if (timer) clearTimeout(timer);
    },
  };
}
