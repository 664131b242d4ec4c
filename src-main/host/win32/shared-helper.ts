import { unlessAborted } from '../../io';
import type { RunningHelper } from '../running-helper';

/** A helper that is being started, and how many wait for it. */
interface Start {
  helper: Promise<RunningHelper>;
  waiting: number;
  cancel: AbortController;
}

/**
 * One helper with administrator rights for all that want one at the same time, so that the person is asked once. Who gets it
 * holds it, and lets go of it with its `letGo`; it ends with the last, and the next to want one has another started.
 */
export class SharedHelper {
  private starting: Start | null = null;
  private running: RunningHelper | null = null;

  constructor(private readonly start: (signal: AbortSignal) => Promise<RunningHelper>) {}

  /**
   * Throws what starting it throws, and `cancelled`. Who doesn't wait any longer doesn't keep the others from it: its start is
   * given up only when nobody waits.
   */
  async acquire(signal: AbortSignal): Promise<RunningHelper> {
    if (this.running?.isUsable) {
      this.running.hold();
      return this.running;
    }
    const start = this.starting ?? this.begin();
    start.waiting += 1;
    try {
      const helper = await unlessAborted(start.helper, signal);
      helper.hold();
      return helper;
    } finally {
      start.waiting -= 1;
      if (start.waiting === 0) await this.nobodyWaits(start);
    }
  }

  private begin(): Start {
    const cancel = new AbortController();
    const helper = this.start(cancel.signal).then((started) => {
      // Until all who wait for it have it, so that none finds it ended.
      started.hold();
      this.running = started;
      return started;
    });
    // Whoever waits hears of a failure; it may be that nobody does any more.
    helper.catch(() => undefined);
    this.starting = { helper, waiting: 0, cancel };
    return this.starting;
  }

  private async nobodyWaits(start: Start): Promise<void> {
    if (this.starting === start) this.starting = null;
    start.cancel.abort();
    const helper = await start.helper.catch(() => null);
    await helper?.letGo();
  }
}
