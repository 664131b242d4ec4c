import { gunzipSync, constants } from 'node:zlib';
import { StickError, messageOf, stickError } from '../../../src-shared/errors';
import { KiB } from '../../../src-shared/units';
import { EntryRules, UnsafeArchive, type ArchiveEntry } from './entry-rules';
import { readTarEntries, type ReadingEntries } from './tar-entries';
import { readZipEntries } from './zip-entries';

export type ArchiveFormat = 'tar.gz' | 'zip';

const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
/** Of a zip that begins with an entry; no other is a package. */
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** Of ustar, GNU and pax headers, at byte 257 (POSIX.1-1988). */
const TAR_MAGIC = 'ustar';
const TAR_MAGIC_AT = 257;

/** An archive in memory, and what to call it in errors. */
export interface NamedArchive {
  bytes: Buffer;
  name: string;
}

/**
 * Reads every entry of an archive whose kind its content tells, and asks of each what packageLimits and EntryRules say. `visit`
 * has to read the content to its end. Throws what `visit` throws, `ventoy/package-not-recognised`, `-damaged`,
 * `-unsafe`, and `cancelled`.
 */
export async function readArchive(
  archive: NamedArchive,
  running: ReadingEntries,
  visit: (entry: ArchiveEntry, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<ArchiveFormat> {
  const { bytes, name } = archive;
  const format = formatOf(archive);
  const rules = new EntryRules(bytes.length, format === 'zip');
  const read = format === 'zip' ? readZipEntries : readTarEntries;
  try {
    await read(bytes, running, async (raw, content) => {
      const entry = rules.accept(raw);
      if (entry !== null) await visit(entry, content);
    });
  } catch (error) {
    if (running.signal.aborted) throw stickError('cancelled', {}, { cause: error });
    throw archiveError(error, name);
  }
  running.onProgress(bytes.length);
  return format;
}

function formatOf({ bytes, name }: NamedArchive): ArchiveFormat {
  if (startsWith(bytes, ZIP)) return 'zip';
  if (!startsWith(bytes, GZIP)) {
    const message = 'it is neither a tar compressed by gzip nor a zip';
    throw stickError('ventoy/package-not-recognised', { path: name, message });
  }
  const head = firstUnpacked(bytes, name);
  if (head.toString('latin1', TAR_MAGIC_AT, TAR_MAGIC_AT + TAR_MAGIC.length) === TAR_MAGIC) {
    return 'tar.gz';
  }
  const message = 'what is compressed in it is no tar';
  throw stickError('ventoy/package-not-recognised', { path: name, message });
}

/** The beginning of what a gzip file unpacks to. */
function firstUnpacked(bytes: Buffer, name: string): Buffer {
  try {
    return gunzipSync(bytes.subarray(0, 4 * KiB), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    throw archiveError(error, name);
  }
}

function startsWith(bytes: Buffer, magic: Buffer): boolean {
  return bytes.subarray(0, magic.length).equals(magic);
}

function archiveError(error: unknown, path: string): StickError {
  if (error instanceof StickError) return error;
  const message = messageOf(error);
  const code = error instanceof UnsafeArchive ? 'ventoy/package-unsafe' : 'ventoy/package-damaged';
  return stickError(code, { path, message }, { cause: error });
}
