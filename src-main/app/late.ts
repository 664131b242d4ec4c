/** Something that is loaded when it is needed for the first time, and only once. */
export class Late<T> {
  private loading: Promise<T> | null = null;
  private loaded: T | null = null;

  constructor(private readonly load: () => Promise<T>) {}

  /** Null until it is there. */
  get value(): T | null {
    return this.loaded;
  }

  /** Loads it, or waits for that. Throws what loading throws, every time. */
  get(): Promise<T> {
    this.loading ??= this.load().then((loaded) => (this.loaded = loaded));
    return this.loading;
  }
}
