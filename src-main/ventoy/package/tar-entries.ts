import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { KiB, MiB } from '../../../src-shared/units';
import { mostUnpackedBytes, UnsafeArchive, type RawEntry } from './entry-rules';

const PIECE = 64 * KiB;
/** What headers, padding and the end of a tar may take beside the content. */
const OVERHEAD_BYTES = 16 * MiB;

export interface ReadingEntries {
  signal: AbortSignal;
  /** Packed bytes that were read. */
  onProgress: (doneBytes: number) => void;
}
export type VisitEntry = (entry: RawEntry, content: AsyncIterable<Buffer>) => Promise<void>;

/**
 * Reads a tar compressed by gzip (POSIX.1-1988 ustar, GNU or pax) from its first byte to its last: every entry in its order, each visited to
 * the end before the next. gzip's checksums are compared on the way. Throws what `visit` throws, UnsafeArchive, and plain
 * errors that tell what is damaged.
 */
export async function readTarEntries(
  bytes: Buffer,
  running: ReadingEntries,
  visit: VisitEntry,
): Promise<void> {
  const gunzip = createGunzip();
  const unpack = extract();
  const [visited, read] = await Promise.allSettled([
    (async () => {
      for await (const entry of unpack) {
        await visit(rawEntry(entry.header), entry as AsyncIterable<Buffer>);
        entry.resume();
      }
    })(),
    pipeline(
      Readable.from(pieces(bytes, running.onProgress)),
      gunzip,
      limited(mostUnpackedBytes(bytes.length) + OVERHEAD_BYTES),
      unpack,
      { signal: running.signal },
    ),
  ]);
  if (visited.status === 'rejected') throw visited.reason;
  // zlib stops reading at zeros that follow the end, and says nothing.
  if (gunzip.bytesWritten < bytes.length) throw new Error('something follows its end');
  if (read.status === 'rejected') throw read.reason;
}

function* pieces(bytes: Buffer, onProgress: (doneBytes: number) => void): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    yield piece;
    onProgress(at + piece.length);
  }
}

/** Ends what unpacks to more than it may, however it is divided into entries. */
function limited(mostBytes: number): (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* (source) {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > mostBytes)
        throw new UnsafeArchive('unpacked it is far larger than such a package');
      yield chunk;
    }
  };
}

function rawEntry({ name, type, size, mode }: Header): RawEntry {
  return { name, kind: kindOf(type), sizeBytes: size, mode };
}

function kindOf(type: Header['type']): RawEntry['kind'] {
  switch (type) {
    case 'file':
      return 'file';
    case 'directory':
      return 'folder';
    case 'link':
    case 'symlink':
      return { other: 'a link' };
    case 'character-device':
    case 'block-device':
      return { other: 'a device' };
    case 'fifo':
      return { other: 'a pipe' };
    default:
      return { other: 'neither a file nor a folder' };
  }
}
