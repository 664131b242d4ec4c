import { stickError, type StickError } from '../../src-shared/errors';
import {
  ResourceFlag,
  readResource,
  unsupported,
  type WimFile,
  type WimHeader,
} from './wim-header';

/** What the table of contents of one WIM file tells. */
export interface WimTable {
  /** Descriptions of whole editions (folder trees) among its entries. */
  metadataCount: number;
  /** It has solid resources: many files compressed together. */
  solid: boolean;
}

const ENTRY_BYTES = 50;
/** Five million entries; a Windows with ten editions has about 200 000. */
const MOST_TABLE_BYTES = 256 * 1024 * 1024;
const ENTRIES_AT_ONCE = 20_000;

/**
 * Reads the table of contents (“lookup table”, entries of 50 bytes: resource header, part number,
 * reference count, SHA-1) and checks that everything it points to lies inside this file. Throws
 * `wim/hash-table` or `wim/unsupported`.
 */
export async function readWimTable(file: WimFile, header: WimHeader): Promise<WimTable> {
  const { offset, length, flags } = header.blobTable;
  if ((flags & ResourceFlag.compressed) !== 0) {
    throw unsupported(file, 'its table of contents is compressed');
  }
  if (length % ENTRY_BYTES !== 0 || length > MOST_TABLE_BYTES) {
    throw badTable(file, `its size of ${String(length)} bytes is impossible`);
  }
  const table: WimTable = { metadataCount: 0, solid: false };
  const step = ENTRIES_AT_ONCE * ENTRY_BYTES;
  for (let done = 0; done < length; done += step) {
    const bytes = await file.source.read(offset + done, Math.min(step, length - done));
    for (let at = 0; at < bytes.length; at += ENTRY_BYTES) {
      addEntry(file, header, table, bytes.subarray(at, at + ENTRY_BYTES));
    }
  }
  return table;
}

function addEntry(file: WimFile, header: WimHeader, table: WimTable, entry: Buffer): void {
  const resource = readResource(entry, 0);
  const part = entry.readUInt16LE(24);
  if (part < 1 || part > header.parts) {
    throw badTable(file, `an entry belongs to part ${String(part)} of ${String(header.parts)}`);
  }
  if (part !== header.part) return;
  const isSolid = (resource.flags & ResourceFlag.solid) !== 0;
  if ((resource.flags & ResourceFlag.metadata) !== 0) table.metadataCount += 1;
  if (isSolid) table.solid = true;
  // Files in a solid resource give their place in its unpacked bytes, which this file need not have.
  const isSolidResource = isSolid && entry.readBigUInt64LE(16) === 1n << 32n;
  if (isSolid && !isSolidResource) return;
  if (resource.offset + resource.length > file.source.size) {
    throw badTable(file, `an entry points to byte ${String(resource.offset)}, past the end`);
  }
}

export function badTable(file: WimFile, message: string): StickError {
  return stickError('wim/hash-table', { path: file.path, message });
}
