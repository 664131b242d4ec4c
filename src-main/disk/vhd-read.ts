import { SECTOR } from '../../src-shared/units';
import type { ByteSource } from '../io';
import { FileSystemError } from './file-system-error';
import type { VirtualDiskFile, VirtualDiskType } from './virtual-disk';

/** Offsets in the footer, whose numbers are big-endian (Microsoft, “Virtual Hard Disk Image Format Specification” 1.0). */
const COOKIE = 'conectix';
const HEADER_COOKIE = 'cxsparse';
const HEADER_AT = 16;
const DISK_BYTES_AT = 48;
const TYPE_AT = 60;
const CHECKSUM_AT = 64;
const TYPES: Readonly<Record<number, VirtualDiskType>> = {
  2: 'fixed',
  3: 'dynamic',
  4: 'differencing',
};
/** The format’s own limit of 2040 GiB. */
const MAXIMUM_DISK_BYTES = 2040 * 2 ** 30;

/**
 * What a VHD file holds, by the footer in its last sector. Throws FileSystemError when it is none, is damaged or was
 * cut short; errors of the source pass.
 */
export async function readVhdFile(source: ByteSource): Promise<VirtualDiskFile> {
  if (source.size < 2 * SECTOR) throw new FileSystemError('it is too short for a virtual disk');
  const footer = await source.read(source.size - SECTOR, SECTOR);
  if (footer.toString('latin1', 0, 8) !== COOKIE) {
    const start = await source.read(0, 8);
    // Those that grow have a copy of the footer at their start.
    const cut = start.toString('latin1') === COOKIE;
    throw new FileSystemError(
      cut ? 'its end is missing' : 'it does not end as a virtual disk of the VHD format does',
    );
  }
  if (checksumOf(footer) !== footer.readUInt32BE(CHECKSUM_AT)) {
    throw new FileSystemError('the checksum of its footer is wrong');
  }
  const type = TYPES[footer.readUInt32BE(TYPE_AT)];
  const diskBytes = Number(footer.readBigUInt64BE(DISK_BYTES_AT));
  if (type === undefined) throw new FileSystemError('it is a virtual disk of an unknown kind');
  if (diskBytes === 0 || diskBytes % SECTOR !== 0 || diskBytes > MAXIMUM_DISK_BYTES) {
    throw new FileSystemError('its footer names an impossible size');
  }
  if (type === 'fixed') requireWholeDisk(source, diskBytes);
  else await requireSparseHeader(source, footer);
  return { type, diskBytes };
}

function requireWholeDisk(source: ByteSource, diskBytes: number): void {
  if (source.size < diskBytes + SECTOR) {
    throw new FileSystemError('it is shorter than the disk that it should hold');
  }
}

async function requireSparseHeader(source: ByteSource, footer: Buffer): Promise<void> {
  const at = Number(footer.readBigUInt64BE(HEADER_AT));
  const inside = Number.isSafeInteger(at) && at + SECTOR <= source.size;
  const cookie = inside ? (await source.read(at, 8)).toString('latin1') : '';
  if (cookie !== HEADER_COOKIE) throw new FileSystemError('its header is missing');
}

/** The complement of the sum of all other bytes of the footer. */
function checksumOf(footer: Buffer): number {
  let sum = 0;
  for (const [at, byte] of footer.entries()) {
    if (at < CHECKSUM_AT || at >= CHECKSUM_AT + 4) sum += byte;
  }
  return ~sum >>> 0;
}
