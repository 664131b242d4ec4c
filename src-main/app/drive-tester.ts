import type { DriveTestResult } from '../../src-shared/drive-test';
import { stickError, toStickError } from '../../src-shared/errors';

/** Runs one drive test at a time. */
export class DriveTester {
  private abort: AbortController | null = null;
  private running: Promise<unknown> = Promise.resolve();

  get busy(): boolean {
    return this.abort !== null;
  }

  /**
   * The result of the test, or null when it was cancelled. Throws what the test throws, and `usage`
   * while another one runs.
   */
  async run(
    test: (signal: AbortSignal) => Promise<DriveTestResult>,
  ): Promise<DriveTestResult | null> {
    if (this.abort) throw stickError('usage', { message: 'A drive is being tested already' });
    const abort = new AbortController();
    this.abort = abort;
    const result = test(abort.signal);
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

  /** Resolves when no test runs any more. */
  async ended(): Promise<void> {
    await this.running;
  }
}
