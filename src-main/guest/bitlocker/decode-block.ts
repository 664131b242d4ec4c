import { crc32, decodeGuid } from '../../io';
import { decodeEntries, type Entry } from './entries';
import { decodeFiletime } from './filetime';
import {
  BLOCK_VERSION,
  BOOT_BYTES,
  Block,
  Dataset,
  FVE_BLOCK,
  Role,
  SIGNATURE,
  VALIDATION_VERSION,
  Validation,
  Value,
  XInfo,
} from './format';
import { layoutProblem, type BitLockerLayout } from './layout';
import { METHOD } from './metadata-block';
import { MetadataError } from './metadata-error';
import { decodeProtector, type FoundProtector } from './protectors';
import type { BitLockerCipher } from './sector-cipher';

/** A metadata block whose CRC is right, and that is whole. */
export interface FveBlock {
  /** All 64 KiB, in which the copies are equal, too: hash and CRC are not in what they are taken of. */
  bytes: Buffer;
  /** What CRC and hash are taken of. */
  covered: Buffer;
  state: number;
  nextState: number;
  /** GUID. */
  volume: string;
  description: string;
  created: Date;
  /** As in `Algorithm`. */
  method: number;
  /** What the data is encrypted with and where things are; null for a method that is none of ours. */
  xts: { cipher: BitLockerCipher; layout: BitLockerLayout } | null;
  protectors: FoundProtector[];
  /** The volume key, encrypted with the volume master key. */
  volumeKey: Entry;
  /** The hash of `covered`, encrypted with the volume master key. */
  hash: Entry;
}

/** Reads a block of 64 KiB. Throws MetadataError for whatever is wrong with it. */
export function decodeBlock(bytes: Buffer): FveBlock {
  if (bytes.length !== FVE_BLOCK) throw new MetadataError(`${String(bytes.length)} bytes`);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) {
    throw new MetadataError('no signature');
  }
  if (bytes.readUInt16LE(Block.version) !== BLOCK_VERSION) {
    throw new MetadataError(`version ${String(bytes.readUInt16LE(Block.version))}`);
  }
  const size = bytes.readUInt16LE(Block.sizeIn16) * 16;
  const hash = decodeValidation(bytes, size);
  const header = bytes.subarray(Block.bytes, size);
  const entries = decodeEntries(header.subarray(Dataset.bytes, datasetSize(header)));
  const method = header.readUInt16LE(Dataset.method);
  return {
    bytes,
    covered: bytes.subarray(0, size),
    state: bytes.readUInt16LE(Block.state),
    nextState: bytes.readUInt16LE(Block.nextState),
    volume: decodeGuid(header, Dataset.volume),
    description: descriptionIn(entries),
    created: decodeFiletime(header, Dataset.created),
    method,
    xts: xtsOf(method, bytes, entries),
    protectors: entries.filter((entry) => entry.role === Role.volumeMasterKey).map(decodeProtector),
    volumeKey: theEntry(entries, Role.volumeKey, 'the volume key'),
    hash,
  };
}

/** Checks the CRC, and gives the entry with the hash. */
function decodeValidation(bytes: Buffer, size: number): Entry {
  if (size < Block.bytes + Dataset.bytes || size + Validation.entry > FVE_BLOCK) {
    throw new MetadataError(`${String(size)} bytes of metadata`);
  }
  const validation = bytes.subarray(size);
  if (validation.readUInt16LE(Validation.version) !== VALIDATION_VERSION) {
    throw new MetadataError('no validation');
  }
  if (validation.readUInt32LE(Validation.crc) !== crc32(bytes.subarray(0, size))) {
    throw new MetadataError('another CRC');
  }
  const [hash] = decodeEntries(validation.subarray(Validation.entry));
  if (hash?.value !== Value.encryptedKey) throw new MetadataError('no hash');
  return hash;
}

function datasetSize(header: Buffer): number {
  const size = header.readUInt32LE(Dataset.size);
  if (size < Dataset.bytes || size > header.length) {
    throw new MetadataError(`${String(size)} bytes of entries`);
  }
  if (header.readUInt32LE(Dataset.headerBytes) !== Dataset.bytes) {
    throw new MetadataError('another header of entries');
  }
  return size;
}

function descriptionIn(entries: Entry[]): string {
  const data = entries.find(({ role }) => role === Role.description)?.data ?? Buffer.alloc(0);
  return data.toString('utf16le', 0, data.length & ~1).split('\0', 1)[0] ?? '';
}

function xtsOf(method: number, bytes: Buffer, entries: Entry[]): FveBlock['xts'] {
  const cipher = (['xts-aes-128', 'xts-aes-256'] as const).find((one) => METHOD[one] === method);
  return cipher ? { cipher, layout: layoutIn(bytes, entries) } : null;
}

function layoutIn(bytes: Buffer, entries: Entry[]): BitLockerLayout {
  const { data } = theEntry(entries, Role.bootBackup, 'the place of the boot sectors');
  if (data.length < 16 + XInfo.bytes)
    throw new MetadataError('an incomplete place of the boot sectors');
  const place = (from: Buffer, at: number): number => Number(from.readBigUInt64LE(at));
  const at = (i: number): number => place(bytes, Block.metadata + i * 8);
  const layout: BitLockerLayout = {
    volumeBytes: place(bytes, Block.volumeBytes),
    metadataAt: [at(0), at(1), at(2)],
    backupAt: place(data, 0),
    extraAt: place(data, 16 + XInfo.extra),
  };
  const problem = layoutProblem(layout);
  if (problem !== null) throw new MetadataError(problem);
  if (place(data, 8) !== BOOT_BYTES || place(bytes, Block.backup) !== layout.backupAt) {
    throw new MetadataError('two places of the boot sectors');
  }
  return layout;
}

function theEntry(entries: Entry[], role: number, name: string): Entry {
  const entry = entries.find((one) => one.role === role);
  if (!entry) throw new MetadataError(`${name} is missing`);
  return entry;
}
