import { unlessAborted } from '../io';
import type { RunningHelper } from './running-helper';

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
  private keepers = 0;
  /** Held for all keepers. */
  private kept: RunningHelper | null = null;

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

  /**
   * Has one started now and keeps it until the function that is returned was called, however many acquire it and let go of it
   * meanwhile. One that is lost isn't: the next to acquire one has another started, which is kept then. Throws as `acquire`.
   */
  async keep(signal: AbortSignal): Promise<() => Promise<void>> {
    const helper = await this.acquire(signal);
    this.keepers += 1;
    await this.keepThis(helper);
    await helper.letGo();
    let isOver = false;
    return async () => {
      if (isOver) return;
      isOver = true;
      this.keepers -= 1;
      if (this.keepers > 0) return;
      const kept = this.kept;
      this.kept = null;
      await kept?.letGo();
    };
  }

  private async keepThis(helper: RunningHelper): Promise<void> {
    if (this.kept === helper) return;
    const lost = this.kept;
    helper.hold();
    this.kept = helper;
    await lost?.letGo();
  }

  private begin(): Start {
    const cancel = new AbortController();
    const helper = this.start(cancel.signal).then(async (started) => {
      // Until all who wait for it have it, so that none finds it ended.
      started.hold();
      this.running = started;
      if (this.keepers > 0) await this.keepThis(started);
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
