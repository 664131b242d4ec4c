import { stickError } from '../../src-shared/errors';
import type { BlockMap, Chunk } from '../disk/extent';
import { CHUNK_LIMIT, type HelperRequest, type PackedChunk } from './protocol';

interface IncomingMap extends BlockMap {
  chunks: Chunk[];
  /** Chunks that it will have. */
  expected: number;
}

/**
 * The block maps that the program has sent, each once for all the targets it is written to. They are
 * kept until the program says that no target is given them any more: a helper may serve a long series of
 * sticks. Throws `helper/protocol` for what makes no sense.
 */
export class MapStore {
  private readonly maps = new Map<number, IncomingMap>();
  private announced = 0;

  begin({ map, source, chunks }: Extract<HelperRequest, { say: 'map' }>): void {
    if (this.maps.has(map)) throw protocolError('a block map came twice');
    this.announced += chunks;
    if (this.announced > CHUNK_LIMIT) throw protocolError('too many chunks');
    this.maps.set(map, { ...source, chunks: [], expected: chunks });
  }

  add(number: number, list: readonly PackedChunk[]): void {
    const map = this.maps.get(number);
    if (!map || map.chunks.length + list.length > map.expected) {
      throw protocolError('chunks came that were not announced');
    }
    for (const [sourceOffset, targetOffset, length, hash] of list) {
      map.chunks.push({ sourceOffset, targetOffset, length, hash: BigInt(`0x${hash}`) });
    }
  }

  /** What is being written from it isn't disturbed: that has the map itself. */
  forget(number: number): void {
    const map = this.maps.get(number);
    if (!map) throw protocolError('a block map is forgotten that never came');
    this.announced -= map.expected;
    this.maps.delete(number);
  }

  /** The same number gives the very same object each time, until it is forgotten. */
  get(number: number): BlockMap {
    const map = this.maps.get(number);
    if (!map || map.chunks.length < map.expected) throw protocolError('chunks got lost');
    return map;
  }
}

function protocolError(message: string) {
  return stickError('helper/protocol', { message });
}
