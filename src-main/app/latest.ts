/** For work of which only the newest result is wanted: what is begun ends what was under way. */
export class Latest {
  private current: AbortController | null = null;

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.current?.abort();
    const abort = new AbortController();
    this.current = abort;
    try {
      return await work(abort.signal);
    } finally {
      if (this.current === abort) this.current = null;
    }
  }

  cancel(): void {
    this.current?.abort();
  }
}
