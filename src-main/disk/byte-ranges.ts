import type { ByteRange } from './extent';

/**
 * Collects byte ranges that arrive in ascending order and joins those that touch.
 * Throws RangeError for one that starts before the last one ended.
 */
export class RangeCollector {
  readonly #ranges: ByteRange[] = [];
  #end = 0;

  add(offset: number, length: number): void {
    if (length === 0) return;
    if (offset < this.#end || length < 0) {
      throw new RangeError(`${String(offset)}+${String(length)} is before ${String(this.#end)}`);
    }
    const last = this.#ranges.at(-1);
    if (last && offset === this.#end) last.length += length;
    else this.#ranges.push({ offset, length });
    this.#end = offset + length;
  }

  get ranges(): ByteRange[] {
    return this.#ranges;
  }
}
