import type { BlockMap } from '../disk/extent';
import { MAP_LIMIT } from '../helper';

interface SentMap {
  number: number;
  /** Targets that were given it and are still open. */
  slots: Set<number>;
}

/** The block maps that a helper was told of, each by its number, and for which of its targets. */
export class SentMaps {
  private readonly sent = new Map<BlockMap, SentMap>();
  private readonly free = Array.from({ length: MAP_LIMIT }, (_, number) => number);

  /** The number of a map for a target, and whether the helper has yet to be told of it. Throws when it knows too many. */
  use(map: BlockMap, slot: number): { number: number; isNew: boolean } {
    const known = this.sent.get(map);
    if (known) {
      known.slots.add(slot);
      return { number: known.number, isNew: false };
    }
    const number = this.free.shift();
    if (number === undefined) throw new Error('too many block maps at once');
    this.sent.set(map, { number, slots: new Set([slot]) });
    return { number, isNew: true };
  }

  /** A target was released. Returns the numbers of the maps that no other one has; they are free then. */
  leave(slot: number): number[] {
    const unused: number[] = [];
    for (const [map, { number, slots }] of this.sent) {
      if (!slots.delete(slot) || slots.size > 0) continue;
      this.sent.delete(map);
      this.free.push(number);
      unused.push(number);
    }
    return unused;
  }
}
