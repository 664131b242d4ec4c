import { describe, expect, it } from 'vitest';
import type { BlockMap } from '../disk/extent';
import { MAP_LIMIT } from '../helper';
import { SentMaps } from './sent-maps';

const map = (): BlockMap => ({ path: '/file', sizeBytes: 0, chunks: [] });

describe('block maps that a helper was told of', () => {
  it('are told once for all targets that are open, and forgotten with the last of them', () => {
    const maps = new SentMaps();
    const common = map();
    const first = maps.use(common, 0);
    expect(first.isNew).toBe(true);
    expect(maps.use(common, 1)).toEqual({ number: first.number, isNew: false });
    expect(maps.leave(0)).toEqual([]);
    expect(maps.leave(0)).toEqual([]);
    expect(maps.leave(1)).toEqual([first.number]);
    expect(maps.use(common, 2).isNew).toBe(true);
  });

  it('never run out of numbers in a series, and never share one', () => {
    const maps = new SentMaps();
    const kept = maps.use(map(), 0).number;
    for (let stick = 1; stick < 3 * MAP_LIMIT; stick += 1) {
      const own = [maps.use(map(), 1).number, maps.use(map(), 1).number];
      expect(new Set([...own, kept]).size).toBe(3);
      expect(Math.max(...own)).toBeLessThan(MAP_LIMIT);
      expect(maps.leave(1).sort()).toEqual(own.sort());
    }
  });

  it('are no more than a helper keeps', () => {
    const maps = new SentMaps();
    for (let count = 0; count < MAP_LIMIT; count += 1) maps.use(map(), 0);
    expect(() => maps.use(map(), 0)).toThrow('too many block maps');
  });
});
