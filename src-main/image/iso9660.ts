import {
  SECTOR_BYTES,
  damaged,
  ensureOnDisc,
  isPlainName,
  readDisc,
  type Disc,
  type DiscNode,
  type DiscTree,
} from './disc';
import { mergeRanges, type ByteRange } from './ranges';
import { readSystemUseSkip, rockRidgeName } from './rock-ridge';

/** Volume descriptors of a disc (ECMA-119 8), as far as they matter here. */
export interface VolumeDescriptors {
  primary: Buffer | null;
  joliet: Buffer | null;
  /** Boot record of El Torito (“Bootable CD-ROM Format Specification” 1.0, figure 7). */
  bootRecord: Buffer | null;
  /** The volume recognition sequence announces UDF (ECMA-167 2/9). */
  announcesUdf: boolean;
}

export type IsoHandle = ByteRange[];

const FIRST_SECTOR = 16;
const MOST_DESCRIPTORS = 64;
/** Ten thousand names, as on discs with all packages of a distribution, take about 2 MiB. */
const MOST_DIRECTORY_BYTES = 8 * 1024 * 1024;
/** Escape sequences of the three levels of UCS-2 (Joliet specification, 3.2). */
const JOLIET_ESCAPES = ['%/@', '%/C', '%/E'];

/** Reads the volume descriptors from sector 16 on. A file without any gives nulls. */
export async function readVolumeDescriptors(disc: Disc): Promise<VolumeDescriptors> {
  const found: VolumeDescriptors = {
    primary: null,
    joliet: null,
    bootRecord: null,
    announcesUdf: false,
  };
  for (let index = 0; index < MOST_DESCRIPTORS; index += 1) {
    const offset = (FIRST_SECTOR + index) * SECTOR_BYTES;
    if (offset + SECTOR_BYTES > disc.source.size) break;
    const descriptor = await disc.source.read(offset, SECTOR_BYTES);
    const standard = descriptor.subarray(1, 6).toString('latin1');
    if (standard === 'CD001') {
      if (descriptor[0] === 0 && isElTorito(descriptor)) found.bootRecord ??= descriptor;
      if (descriptor[0] === 1) found.primary ??= descriptor;
      if (descriptor[0] === 2 && isJoliet(descriptor)) found.joliet ??= descriptor;
    } else if (standard === 'NSR02' || standard === 'NSR03') {
      found.announcesUdf = true;
    } else if (!['BEA01', 'BOOT2', 'TEA01', 'CDW02'].includes(standard)) {
      break;
    }
  }
  return found;
}

function isJoliet(descriptor: Buffer): boolean {
  return JOLIET_ESCAPES.includes(descriptor.subarray(88, 91).toString('latin1'));
}

function isElTorito(descriptor: Buffer): boolean {
  return descriptor.toString('latin1', 7, 30) === 'EL TORITO SPECIFICATION';
}

/** Bytes of the whole volume as its descriptor says (ECMA-119 8.4.8). */
export function volumeBytes(descriptor: Buffer): number {
  return descriptor.readUInt32LE(80) * SECTOR_BYTES;
}

/**
 * Opens the tree of a primary volume descriptor, with the names of Rock Ridge where there are such, or of a Joliet
 * one. Throws `image/damaged`.
 */
export function openIso9660(disc: Disc, descriptor: Buffer): DiscTree<IsoHandle> {
  const blockBytes = descriptor.readUInt16LE(128);
  if (blockBytes !== SECTOR_BYTES) {
    throw damaged(disc, `its blocks have ${String(blockBytes)} bytes instead of 2048`);
  }
  const joliet = isJoliet(descriptor) && descriptor[0] === 2;
  const decode = joliet ? decodeUcs2 : decodeLatin1;
  const label = decode(descriptor.subarray(40, 72)).replace(/\0/g, '').trim();
  const root = recordRange(disc, descriptor, 156);
  let skip: Promise<number | null> | null = joliet ? Promise.resolve(null) : null;
  return {
    fileSystem: joliet ? 'joliet' : 'iso9660',
    label: label === '' ? null : label,
    root: [root],
    children: async (folder) => {
      skip ??= readSystemUseSkip(disc, root);
      return readDirectory(disc, folder, decode, await skip);
    },
    extents: (file) => {
      for (const range of file) ensureOnDisc(disc, range);
      return Promise.resolve(mergeRanges(file));
    },
  };
}

function decodeUcs2(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le');
}

function decodeLatin1(bytes: Buffer): string {
  return bytes.toString('latin1');
}

/** Where the content of a directory record (ECMA-119 9.1) lies, after its extended attributes. */
function recordRange(disc: Disc, bytes: Buffer, at: number): ByteRange {
  if (bytes.readUInt8(at + 26) !== 0 || bytes.readUInt8(at + 27) !== 0) {
    throw damaged(disc, 'interleaved files can’t be read');
  }
  return {
    offset: (bytes.readUInt32LE(at + 2) + bytes.readUInt8(at + 1)) * SECTOR_BYTES,
    length: bytes.readUInt32LE(at + 10),
  };
}

async function readDirectory(
  disc: Disc,
  folder: IsoHandle,
  decode: (bytes: Buffer) => string,
  systemUseSkip: number | null,
): Promise<DiscNode<IsoHandle>[]> {
  const nodes: DiscNode<IsoHandle>[] = [];
  /** A file over 4 GiB has several records of the same name; all but the last say so (9.1.6). */
  let unfinished: DiscNode<IsoHandle> | null = null;
  for await (const record of readRecords(disc, folder)) {
    const flags = record.readUInt8(25);
    const nameLength = record.readUInt8(32);
    if (33 + nameLength > record.length) throw damaged(disc, 'a folder can’t be read');
    const rawName = record.subarray(33, 33 + nameLength);
    const isSelfOrParent = nameLength === 1 && record.readUInt8(33) <= 1;
    if (isSelfOrParent) continue;

    const otherName =
      systemUseSkip === null ? null : await rockRidgeName(disc, record, systemUseSkip);
    const name = otherName ?? stripVersion(decode(rawName));
    const range = recordRange(disc, record, 0);
    if (unfinished !== null && unfinished.name !== name) {
      throw damaged(disc, 'the last extent of a file is missing');
    }
    const node: DiscNode<IsoHandle> = unfinished ?? {
      name,
      directory: (flags & 2) !== 0,
      handle: [],
    };
    node.handle.push(range);
    unfinished = (flags & 0x80) !== 0 ? node : null;
    if (unfinished === null && isPlainName(name)) nodes.push(node);
  }
  if (unfinished !== null) throw damaged(disc, 'the last extent of a file is missing');
  return nodes;
}

/** Directory records one after the other; none crosses a sector, and a zero ends a sector (6.8.1.1). */
async function* readRecords(disc: Disc, folder: IsoHandle): AsyncGenerator<Buffer> {
  for (const range of folder) {
    if (range.length > MOST_DIRECTORY_BYTES) throw damaged(disc, 'a folder is impossibly large');
    const bytes = await readDisc(disc, range.offset, range.length);
    let at = 0;
    while (at < bytes.length) {
      const length = bytes.readUInt8(at);
      if (length === 0) {
        at = (Math.floor(at / SECTOR_BYTES) + 1) * SECTOR_BYTES;
        continue;
      }
      if (length < 34 || at + length > bytes.length) throw damaged(disc, 'a folder can’t be read');
      yield bytes.subarray(at, at + length);
      at += length;
    }
  }
}

/** `INSTALL.WIM;1` is version 1 of `INSTALL.WIM`; `README.;1` has an empty extension (7.5). */
function stripVersion(name: string): string {
  return name.replace(/;\d*$/, '').replace(/\.$/, '');
}
