import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import { KiB } from '../../../src-shared/units';
import { crc32 } from '../../io';
import { UnsafeArchive, type RawEntry } from './entry-rules';
import type { ReadingEntries, VisitEntry } from './tar-entries';

const PIECE = 64 * KiB;

/** From PKWARE's APPNOTE 6.3.10: 4.4.5 compression methods, 4.4.4 flags, 4.4.2 and 4.4.15 who made it and its attributes. */
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 0x41;
const MADE_ON_UNIX = 3;
/** File types of POSIX in the upper half of the attributes. */
const TYPE = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

/**
 * Reads a zip by its central directory, every entry in its order; sizes and checksums are compared on the way. Throws
 * what `visit` throws, UnsafeArchive, and plain errors that tell what is damaged.
 */
export async function readZipEntries(
  bytes: Buffer,
  running: ReadingEntries,
  visit: VisitEntry,
): Promise<void> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false });
  let packedBytes = 0;
  for await (const entry of zip.eachEntry()) {
    running.signal.throwIfAborted();
    const raw = rawEntry(entry);
    packedBytes += entry.compressedSize;
    // Each entry has data of its own, unless the archive is made to unpack to more than it seems.
    if (packedBytes > bytes.length) throw new UnsafeArchive('its entries overlap');
    const data = await packedData(zip, bytes, entry);
    await visit(raw, content(data, entry, raw.name));
    running.onProgress(Math.min(packedBytes, bytes.length));
  }
}

function rawEntry(entry: Entry): RawEntry {
  const flags = entry.generalPurposeBitFlag;
  const name = getFileNameLowLevel(flags, entry.fileNameRaw, [], true);
  if ((flags & ENCRYPTED) !== 0)
    throw new UnsafeArchive('it is encrypted, so it can’t be looked at');
  const isUnix = entry.versionMadeBy >>> 8 === MADE_ON_UNIX;
  const mode = isUnix ? entry.externalFileAttributes >>> 16 : 0;
  return { name, kind: kindOf(name, mode & TYPE), sizeBytes: entry.uncompressedSize, mode };
}

function kindOf(name: string, type: number): RawEntry['kind'] {
  const kind = name.endsWith('/') ? 'folder' : 'file';
  const usual = kind === 'folder' ? FOLDER : REGULAR;
  return type === 0 || type === usual ? kind : { other: 'a link or a device' };
}

/** Where an entry's packed data lies. Its own header has to name it as the central directory does. */
async function packedData(zip: ZipFile, bytes: Buffer, entry: Entry): Promise<Buffer> {
  const header = await zip.readLocalFileHeaderPromise(entry);
  if (!header.fileName.equals(entry.fileNameRaw)) {
    throw new UnsafeArchive('it has two names for the same entry');
  }
  return bytes.subarray(header.fileDataStart, header.fileDataStart + entry.compressedSize);
}

async function* content(data: Buffer, entry: Entry, name: string): AsyncGenerator<Buffer> {
  let [length, crc] = [0, 0];
  for await (const chunk of unpacked(data, entry.compressionMethod)) {
    length += chunk.length;
    if (length > entry.uncompressedSize) break;
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (length !== entry.uncompressedSize) throw new Error(`${name} has not the size it should have`);
  if (crc !== entry.crc32) throw new Error(`the checksum of ${name} is wrong`);
}

async function* unpacked(data: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === STORED) {
    yield data;
    return;
  }
  if (method !== DEFLATED)
    throw new Error(`it is compressed by method ${method}, which is unusual`);
  const inflate = createInflateRaw();
  for await (const chunk of Readable.from(pieces(data)).pipe(inflate)) yield chunk as Buffer;
  if (inflate.bytesWritten < data.length) throw new Error('packed data ends too early');
}

function* pieces(data: Buffer): Generator<Buffer> {
  for (let at = 0; at < data.length; at += PIECE) yield data.subarray(at, at + PIECE);
}
