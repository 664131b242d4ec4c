import { stickError, type StickError } from '../../src-shared/errors';
import type { WimLocation } from '../../src-shared/image';
import type { ByteSource } from '../io';

/** One file of a WIM: the whole of it, or a part of a split set. */
export interface WimFile {
  source: ByteSource;
  /** As errors call it: a path, or a path inside a disc image. */
  path: string;
  /** The file lies on a disk by itself, so where it ends too early it was cut short. */
  standalone: boolean;
}

/** A run of bytes in a WIM (“resource header”, 24 bytes on disk). All values are bytes. */
export interface WimResource {
  offset: number;
  /** Size as stored. */
  length: number;
  flags: number;
}

/** The header at the start of every WIM file (“Windows Imaging File Format”, WIMHEADER_V1_PACKED). */
export interface WimHeader {
  /** 32 hexadecimal digits; the same in all parts of a split set. */
  guid: string;
  /** From 1. */
  part: number;
  parts: number;
  imageCount: number;
  compression: WimLocation['compression'];
  blobTable: WimResource;
  xml: WimResource;
}

export const WIM_HEADER_BYTES = 208;
export const ResourceFlag = { metadata: 0x02, compressed: 0x04, solid: 0x10 } as const;

const MAGIC = 'MSWIM\0\0\0';
const PIPABLE_MAGIC = 'WLPWM\0\0\0';
const VERSION_USUAL = 0x10d00;
/** Files with LZMS or solid resources, such as ESDs. */
const VERSION_SOLID = 0xe00;
/** Nothing larger is a WIM, so an end beyond this is damage and not a missing piece. */
const MOST_BYTES = 2 ** 44;

/** Whether a file starts like a WIM of any kind. Give it at least the first 16 bytes. */
export function looksLikeWim(start: Buffer): boolean {
  const magic = start.subarray(0, 8).toString('latin1');
  return magic === MAGIC || magic === PIPABLE_MAGIC || looksLikeFfu(start);
}

function looksLikeFfu(start: Buffer): boolean {
  return start.subarray(4, 16).toString('latin1') === 'SignedImage ';
}

/**
 * Reads and checks the header. Throws `wim/header`, `wim/unsupported`, and `image/truncated` when the
 * file ends before what its header points to.
 */
export async function readWimHeader(file: WimFile): Promise<WimHeader> {
  const available = Math.min(file.source.size, WIM_HEADER_BYTES);
  const bytes = await file.source.read(0, available);
  const magic = bytes.subarray(0, 8).toString('latin1');
  if (looksLikeFfu(bytes)) throw unsupported(file, 'it is an FFU, the image of a whole disk');
  if (magic === PIPABLE_MAGIC) throw unsupported(file, 'it is a “pipable” WIM');
  if (magic !== MAGIC) throw badHeader(file, 'it does not start like a WIM');
  if (available < WIM_HEADER_BYTES) throw endsEarly(file, WIM_HEADER_BYTES);
  if (bytes.readUInt32LE(8) !== WIM_HEADER_BYTES) throw badHeader(file, 'its length is wrong');

  const version = bytes.readUInt32LE(12);
  if (version !== VERSION_USUAL && version !== VERSION_SOLID) {
    throw unsupported(file, `format version 0x${version.toString(16)} is not known`);
  }
  const header: WimHeader = {
    guid: bytes.subarray(24, 40).toString('hex'),
    part: bytes.readUInt16LE(40),
    parts: bytes.readUInt16LE(42),
    imageCount: bytes.readUInt32LE(44),
    compression: compressionOf(bytes.readUInt32LE(16)),
    blobTable: readResource(bytes, 48),
    xml: readResource(bytes, 72),
  };
  if (header.part < 1 || header.part > header.parts) {
    throw badHeader(file, `it calls itself part ${String(header.part)} of ${String(header.parts)}`);
  }
  if (header.imageCount > 0xffff) throw badHeader(file, 'it has an impossible number of editions');
  const chunkBytes = bytes.readUInt32LE(20);
  if (header.compression !== 'none' && !isPowerOfTwo(chunkBytes)) {
    throw badHeader(file, `its chunks have an impossible size of ${String(chunkBytes)} bytes`);
  }
  const integrity = readResource(bytes, 124);
  for (const resource of [header.blobTable, header.xml, integrity]) checkEnd(file, resource);
  return header;
}

function isPowerOfTwo(value: number): boolean {
  return value > 0 && Number.isInteger(Math.log2(value));
}

/** Reads a resource header. A size or place that no file can have becomes Infinity or a huge number. */
export function readResource(bytes: Buffer, at: number): WimResource {
  return {
    length: bytes.readUIntLE(at, 6) + bytes.readUInt8(at + 6) * 2 ** 48,
    flags: bytes.readUInt8(at + 7),
    offset: Number(bytes.readBigUInt64LE(at + 8)),
  };
}

function compressionOf(flags: number): WimLocation['compression'] {
  if ((flags & 0x2) === 0) return 'none';
  if ((flags & 0x40000) !== 0) return 'lzx';
  if ((flags & 0x80000) !== 0) return 'lzms';
  return (flags & 0x220000) !== 0 ? 'xpress' : 'unknown';
}

function checkEnd(file: WimFile, resource: WimResource): void {
  const end = resource.offset + resource.length;
  if (end <= file.source.size) return;
  if (!file.standalone || end > MOST_BYTES) throw badHeader(file, 'it points past the end');
  throw endsEarly(file, end);
}

function endsEarly(file: WimFile, expected: number): StickError {
  if (!file.standalone) return badHeader(file, 'the file ends inside it');
  return stickError('image/truncated', { path: file.path, expected, actual: file.source.size });
}

function badHeader(file: WimFile, message: string): StickError {
  return stickError('wim/header', { path: file.path, message });
}

export function unsupported(file: WimFile, message: string): StickError {
  return stickError('wim/unsupported', { path: file.path, message });
}
