import { createHash } from 'node:crypto';
import { crc32, encodeGuid } from '../../io';
import { encodeEntry, wrapKey } from './entries';
import { encodeFiletime } from './filetime';
import {
  Algorithm,
  BLOCK_VERSION,
  BOOT_BYTES,
  BOOT_SECTORS,
  Block,
  DATASET_VERSION,
  Dataset,
  EXTRA_BYTES,
  FVE_BLOCK,
  Role,
  SIGNATURE,
  STATE_ENCRYPTED,
  VALIDATION_VERSION,
  Validation,
  Value,
  XInfo,
} from './format';
import type { BitLockerLayout } from './layout';
import type { BitLockerCipher } from './sector-cipher';
import { SECTOR } from './sector-cipher';

export const METHOD: Record<BitLockerCipher, number> = {
  'xts-aes-128': Algorithm.xtsAes128,
  'xts-aes-256': Algorithm.xtsAes256,
};

/** A build of Windows that writes what is written here; boot managers were tried with volumes that name it. */
const CLAIMED_BUILD = 22_000;
/** Everything is encrypted, in sectors of 512 bytes. */
const FLAGS_FINISHED = 0x0an;

export interface BlockContent {
  layout: BitLockerLayout;
  cipher: BitLockerCipher;
  /** GUID of the volume. */
  volume: string;
  created: Date;
  /** Encoded, in Windows' order. */
  entries: Buffer[];
  volumeMasterKey: Buffer;
  /** 12 bytes. */
  validationNonce: Buffer;
  /** The number of the next nonce, after that of the validation. */
  nextNonce: number;
}

/** A metadata block of 64 KiB: headers, entries, and their validation. Throws RangeError when the entries don't fit. */
export function encodeBlock(content: BlockContent): Buffer {
  const entries = Buffer.concat(content.entries);
  const used = Block.bytes + Dataset.bytes + entries.length;
  const size = Math.ceil(used / 16) * 16;
  if (size + 256 > FVE_BLOCK) throw new RangeError(`${String(used)} bytes of metadata`);
  const block = Buffer.alloc(FVE_BLOCK);
  writeBlockHeader(block, content.layout, size);
  writeDatasetHeader(block.subarray(Block.bytes), content, used - Block.bytes);
  entries.copy(block, Block.bytes + Dataset.bytes);
  writeValidation(block, size, content);
  return block;
}

function writeBlockHeader(block: Buffer, layout: BitLockerLayout, size: number): void {
  SIGNATURE.copy(block, Block.signature);
  block.writeUInt16LE(size / 16, Block.sizeIn16);
  block.writeUInt16LE(BLOCK_VERSION, Block.version);
  block.writeUInt16LE(STATE_ENCRYPTED, Block.state);
  block.writeUInt16LE(STATE_ENCRYPTED, Block.nextState);
  block.writeBigUInt64LE(BigInt(layout.volumeBytes), Block.volumeBytes);
  block.writeUInt32LE(BOOT_SECTORS, Block.bootSectors);
  layout.metadataAt.forEach((offset, i) => {
    block.writeBigUInt64LE(BigInt(offset), Block.metadata + i * 8);
  });
  block.writeBigUInt64LE(BigInt(layout.backupAt), Block.backup);
}

function writeDatasetHeader(header: Buffer, content: BlockContent, size: number): void {
  header.writeUInt32LE(size, Dataset.size);
  header.writeUInt32LE(DATASET_VERSION, Dataset.version);
  header.writeUInt32LE(Dataset.bytes, Dataset.headerBytes);
  header.writeUInt32LE(size, Dataset.sizeCopy);
  encodeGuid(content.volume).copy(header, Dataset.volume);
  header.writeUInt32LE(content.nextNonce, Dataset.nextNonce);
  header.writeUInt16LE(METHOD[content.cipher], Dataset.method);
  header.writeUInt16LE(METHOD[content.cipher], Dataset.methodCopy);
  encodeFiletime(content.created).copy(header, Dataset.created);
}

function writeValidation(block: Buffer, size: number, content: BlockContent): void {
  const covered = block.subarray(0, size);
  block.writeUInt16LE(FVE_BLOCK - size, size + Validation.size);
  block.writeUInt16LE(VALIDATION_VERSION, size + Validation.version);
  block.writeUInt32LE(crc32(covered), size + Validation.crc);
  const hash = {
    algorithm: Algorithm.validation,
    key: createHash('sha256').update(covered).digest(),
  };
  wrapKey(content.volumeMasterKey, content.validationNonce, Role.property, hash).copy(
    block,
    size + Validation.entry,
  );
}

/** What the volume is called, such as “COMPUTER C: 28.11.2026”. */
export function descriptionEntry(description: string): Buffer {
  const data = Buffer.from(`${description}\0`, 'utf16le');
  return encodeEntry({ role: Role.description, value: Value.text, data });
}

/** Where the volume's first sectors are, and about the Windows that encrypted it. */
export function bootBackupEntry(layout: BitLockerLayout): Buffer {
  const data = Buffer.alloc(16 + XInfo.bytes);
  data.writeBigUInt64LE(BigInt(layout.backupAt), 0);
  data.writeBigUInt64LE(BigInt(BOOT_BYTES), 8);
  const info = data.subarray(16);
  info.writeUInt16LE(XInfo.versionNumber, XInfo.version);
  info.writeUInt16LE(XInfo.bytes, XInfo.size);
  info.writeBigUInt64LE(FLAGS_FINISHED, XInfo.flags);
  info.writeUInt32LE(SECTOR, XInfo.sectorBytes);
  info.writeUInt32LE(SECTOR, XInfo.physicalSectorBytes);
  windowsVersion().copy(info, XInfo.windows);
  info.writeBigUInt64LE(BigInt(layout.extraAt), XInfo.extra);
  info.writeUInt32LE(EXTRA_BYTES, XInfo.extraBytes);
  return encodeEntry({ role: Role.bootBackup, value: Value.bootBackup, data });
}

/** The numbers of OSVERSIONINFOEX, 24 bytes. */
function windowsVersion(): Buffer {
  const version = Buffer.alloc(24);
  version.writeUInt32LE(10, 0);
  version.writeUInt32LE(CLAIMED_BUILD, 8);
  version.writeUInt32LE(2, 12);
  version.writeUInt16LE(0x0110, 20);
  version.writeUInt8(1, 22);
  version.writeUInt8(2, 23);
  return version;
}
