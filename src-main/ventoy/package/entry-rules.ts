import { MiB, GiB, formatBytes } from '../../../src-shared/units';

/** One file or folder in an archive, before its content is read. */
export interface ArchiveEntry {
  /** With `/`, neither at its start nor at its end, and without `.` and `..`. */
  path: string;
  kind: 'file' | 'folder';
  /** Bytes it says it has when unpacked. */
  sizeBytes: number;
  /** Whether anybody may execute it. No other permission is kept, nor who may set an id. */
  executable: boolean;
}

/** How an archive's format tells it, not trusted yet. */
export interface RawEntry {
  name: string;
  /** `other` is all that is neither file nor folder; `what` says what it is. */
  kind: 'file' | 'folder' | { other: string };
  sizeBytes: number;
  /** Bits as in POSIX; 0 where the format tells none. */
  mode: number;
}

export interface ArchiveLimits {
  entries: number;
  fileBytes: number;
  sumBytes: number;
  /** Unpacked bytes for one packed byte, which count only beyond `freeBytes`. */
  ratio: number;
  freeBytes: number;
}

/** Ventoy's packages have about 300 entries and 50 MB unpacked, of which nearly all is compressed already. */
export const packageLimits: ArchiveLimits = {
  entries: 10_000,
  fileBytes: 256 * MiB,
  sumBytes: GiB,
  ratio: 50,
  freeBytes: 64 * MiB,
};

/** What an archive of so many bytes may unpack to at most, in bytes. */
export function mostUnpackedBytes(packedBytes: number, limits = packageLimits): number {
  return Math.min(limits.sumBytes, Math.max(limits.freeBytes, limits.ratio * packedBytes));
}

/** A rule is broken that no archive made in good faith breaks. Its message completes “because it could do harm: …”. */
export class UnsafeArchive extends Error {
  override readonly name = 'UnsafeArchive';
}

const MOST_PATH_BYTES = 1024;
const MOST_NAME_BYTES = 255;
const MOST_STEPS = 32;

/** What is asked of every entry of one archive, in their order. */
export class EntryRules {
  private readonly seen = new Map<string, 'file' | 'folder' | 'parent'>();
  private entries = 0;
  private sumBytes = 0;

  /**
   * @param packedBytes size of the archive
   * @param foldCase names that differ only in the case of letters are the same
   */
  constructor(
    private readonly packedBytes: number,
    private readonly foldCase: boolean,
    private readonly limits: ArchiveLimits = packageLimits,
  ) {}

  /** The entry, or null for the archive's own root. Throws UnsafeArchive. */
  accept(raw: RawEntry): ArchiveEntry | null {
    this.entries += 1;
    if (this.entries > this.limits.entries) {
      throw new UnsafeArchive(`it has more than ${this.limits.entries} entries`);
    }
    if (typeof raw.kind === 'object') {
      throw new UnsafeArchive(`${quoted(raw.name)} in it is ${raw.kind.other}`);
    }
    const path = safePath(raw.name);
    const sizeBytes = raw.kind === 'file' ? raw.sizeBytes : 0;
    this.countBytes(raw.name, sizeBytes);
    if (path === '') {
      if (raw.kind === 'folder') return null;
      throw new UnsafeArchive(`it has a file without a name`);
    }
    this.remember(path, raw.kind);
    return { path, kind: raw.kind, sizeBytes, executable: (raw.mode & 0o111) !== 0 };
  }

  private countBytes(name: string, bytes: number): void {
    const { fileBytes } = this.limits;
    if (!Number.isSafeInteger(bytes) || bytes < 0 || bytes > fileBytes) {
      throw new UnsafeArchive(`${quoted(name)} has more than ${formatBytes(fileBytes)}`);
    }
    this.sumBytes += bytes;
    if (this.sumBytes > mostUnpackedBytes(this.packedBytes, this.limits)) {
      throw new UnsafeArchive('unpacked it is far larger than such a package');
    }
  }

  private remember(path: string, kind: 'file' | 'folder'): void {
    const steps = path.split('/');
    for (let count = 1; count < steps.length; count += 1) {
      const key = this.keyOf(steps.slice(0, count).join('/'));
      const known = this.seen.get(key);
      if (known === 'file') throw new UnsafeArchive(`${quoted(path)} lies in a file`);
      if (known === undefined) this.seen.set(key, 'parent');
    }
    const key = this.keyOf(path);
    const known = this.seen.get(key);
    // A folder may be told of after what is in it.
    if (known !== undefined && !(known === 'parent' && kind === 'folder')) {
      throw new UnsafeArchive(`it has ${quoted(path)} twice`);
    }
    this.seen.set(key, kind);
  }

  private keyOf(path: string): string {
    return this.foldCase ? path.normalize('NFC').toLowerCase() : path;
  }
}

/** An entry's path without the `./` that tar puts before it. Throws UnsafeArchive for one that leads elsewhere. */
function safePath(name: string): string {
  if (/[\u0000-\u001f\u007f]/.test(name)) {
    throw new UnsafeArchive(`${quoted(name)} has a control character in its name`);
  }
  if (name.includes('\\')) throw new UnsafeArchive(`${quoted(name)} has a backslash in its name`);
  if (name.includes('\ufffd')) throw new UnsafeArchive(`${quoted(name)} is not written in UTF-8`);
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) {
    throw new UnsafeArchive(`${quoted(name)} is an absolute path`);
  }
  const path = name.replace(/^\.\//, '').replace(/\/$/, '');
  if (path === '' || path === '.') return '';
  const steps = path.split('/');
  if (steps.some((step) => step === '..')) {
    throw new UnsafeArchive(`${quoted(name)} leads out of the folder it belongs to`);
  }
  if (steps.some((step) => step === '' || step === '.')) {
    throw new UnsafeArchive(`${quoted(name)} is no plain path`);
  }
  const isLong =
    steps.length > MOST_STEPS ||
    Buffer.byteLength(path) > MOST_PATH_BYTES ||
    steps.some((step) => Buffer.byteLength(step) > MOST_NAME_BYTES);
  if (isLong) throw new UnsafeArchive(`${quoted(name)} is too long a path`);
  return path;
}

/** A name from an archive as part of a message: short, and without what could change how a terminal shows it. */
function quoted(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '?');
  return `“${plain.length > 80 ? `${plain.slice(0, 79)}…` : plain}”`;
}
