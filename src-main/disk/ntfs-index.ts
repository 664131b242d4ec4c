import { Fields } from './fields';
import { FileSystemError } from './file-system-error';
import { applyFixups } from './ntfs-record';

const DOS_NAMESPACE = 2;
const DIRECTORY_FLAG = 0x10000000;

/** A name in a folder's index. */
export interface IndexEntry {
  name: string;
  /** A short name that Windows keeps beside the long one. */
  isShortName: boolean;
  isDirectory: boolean;
  record: number;
  sequence: number;
}

/** One node of the B+ tree: entries in order, each with the node of the names before it. */
export interface IndexNode {
  entries: { entry: IndexEntry; before: number | null }[];
  /** VCN of the node of the names after the last entry. */
  after: number | null;
}

/** The value of $INDEX_ROOT. */
export function decodeIndexRoot(value: Buffer): { node: IndexNode; blockBytes: number } {
  const fields = new Fields(value, 'a folder');
  const blockBytes = fields.u32(8);
  if (blockBytes < 512 || blockBytes > 65536 || blockBytes % 512 !== 0) {
    throw new FileSystemError('a folder names an impossible size of its blocks');
  }
  return { node: decodeNode(value, 16), blockBytes };
}

/** A block of $INDEX_ALLOCATION, as it is on disk. */
export function decodeIndexBlock(block: Buffer, vcn: number): IndexNode {
  const bytes = Buffer.from(block);
  applyFixups(bytes, 'INDX', 'a block of a folder');
  if (new Fields(bytes, 'a block of a folder').u64(16) !== vcn) {
    throw new FileSystemError('a block of a folder is not where it belongs');
  }
  return decodeNode(bytes, 24);
}

function decodeNode(bytes: Buffer, headerAt: number): IndexNode {
  const header = new Fields(bytes.subarray(headerAt), 'a folder');
  const fields = new Fields(header.bytes(0, header.u32(4)), 'a folder');
  const entries: IndexNode['entries'] = [];
  let at = fields.u32(0);
  for (;;) {
    const length = fields.u16(at + 8);
    const flags = fields.u16(at + 12);
    if (length < 16) throw new FileSystemError('a folder has an entry without length');
    const before = flags & 1 ? fields.u64(at + length - 8) : null;
    if (flags & 2) return { entries, after: before };
    entries.push({ entry: decodeEntry(new Fields(fields.bytes(at, length), 'a folder')), before });
    at += length;
  }
}

/** A file reference, lengths, and a copy of the file's $FILE_NAME from byte 16. */
function decodeEntry(fields: Fields): IndexEntry {
  return {
    record: fields.u48(0),
    sequence: fields.u16(6),
    isDirectory: (fields.u32(16 + 56) & DIRECTORY_FLAG) !== 0,
    isShortName: fields.u8(16 + 65) === DOS_NAMESPACE,
    name: fields.utf16(16 + 66, fields.u8(16 + 64)),
  };
}
