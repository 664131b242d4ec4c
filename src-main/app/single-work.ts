import { stickError, toStickError } from '../../src-shared/errors';

/** Runs one piece of work at a time. */
export class SingleWork {
  private abort: AbortController | null = null;
  private running: Promise<unknown> = Promise.resolve();

  /** `whileBusy`: what is said to whoever wants more meanwhile, without its full stop. */
  constructor(private readonly whileBusy: string) {}

  get busy(): boolean {
    return this.abort !== null;
  }

  /** Throws `usage` while something runs. */
  requireIdle(): void {
    if (this.abort) throw stickError('usage', { message: this.whileBusy });
  }

  /** The result of the work, or null when it was cancelled. Throws what the work throws, and `usage` while other work runs. */
  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    this.requireIdle();
    const abort = new AbortController();
    this.abort = abort;
    const result = work(abort.signal);
    this.running = result.catch(() => undefined);
    try {
      return await result;
    } catch (thrown) {
      const error = toStickError(thrown);
      if (error.code === 'cancelled') return null;
      throw error;
    } finally {
      this.abort = null;
    }
  }

  cancel(): void {
    this.abort?.abort();
  }

  /** Resolves when nothing runs any more. */
  async ended(): Promise<void> {
    await this.running;
  }
}
