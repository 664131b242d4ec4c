import { stickError } from '../../src-shared/errors';

/** What the targets of one helper have lent, by path: only on these may anything be built. */
export class LentDrives {
  /** What is being done with it; null while nothing is. */
  private readonly uses = new Map<string, Promise<unknown> | null>();

  add(path: string): void {
    this.uses.set(path, null);
  }

  /** Does something with what is lent. Throws `helper/protocol` when it isn't, or somebody else uses it. */
  async use<T>(path: string, work: () => Promise<T>): Promise<T> {
    if (this.uses.get(path) !== null) {
      throw stickError('helper/protocol', { message: `${path} is not there to be built on` });
    }
    const using = work();
    this.uses.set(
      path,
      using.catch(() => undefined),
    );
    try {
      return await using;
    } finally {
      if (this.uses.has(path)) this.uses.set(path, null);
    }
  }

  /** It isn't lent from now on. Settles when nobody uses it any more. */
  async remove(path: string): Promise<void> {
    const using = this.uses.get(path);
    this.uses.delete(path);
    await using;
  }
}
