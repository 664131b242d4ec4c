import { SECTOR } from '../../../src-shared/units';
import {
  ATTRIBUTE,
  DIRECTORY_ENTRY_BYTES,
  FIRST_CLUSTER,
  MINIMUM_CLUSTERS_16,
} from '../fat-format';
import { assignShortNames, longNameEntries } from '../fat-names';
import { treeOf, type FileNode, type FolderNode } from '../fat-tree';

const ROOT_ENTRIES = 512;
const RESERVED_SECTORS = 1;
const FAT_COPIES = 2;

export interface SmallFat {
  /** Whole volume, in sectors of 512 bytes, each of which is a cluster: FAT12 up to some 4 100, else FAT16. */
  sectors: number;
  /** Up to 11 characters; null for none. */
  label: string | null;
  serial: number;
  hiddenSectors: number;
  /** Contents by absolute path, such as `/grub/grub.cfg`. */
  files: Readonly<Record<string, Buffer>>;
}

/** A volume of FAT12 or FAT16 for tests, whole in memory. The product writes FAT32 only. */
export function smallFatVolume(request: SmallFat): Buffer {
  const { sectors, label } = request;
  const rootSectors = (ROOT_ENTRIES * DIRECTORY_ENTRY_BYTES) / SECTOR;
  const fatSectors = Math.ceil(((sectors + FIRST_CLUSTER) * 2) / SECTOR);
  const rootSector = RESERVED_SECTORS + FAT_COPIES * fatSectors;
  const dataSector = rootSector + rootSectors;
  const bits = sectors - dataSector < MINIMUM_CLUSTERS_16 ? 12 : 16;
  const volume = Buffer.alloc(sectors * SECTOR);
  putBootSector(volume, request, fatSectors, bits);

  const chains: { first: number; count: number }[] = [];
  let next = FIRST_CLUSTER;
  /** Puts bytes into clusters of their own and gives the first one; 0 for none. */
  const put = (bytes: Buffer): number => {
    const count = Math.ceil(bytes.length / SECTOR);
    if (count === 0) return 0;
    const first = next;
    next += count;
    bytes.copy(volume, (dataSector + first - FIRST_CLUSTER) * SECTOR);
    chains.push({ first, count });
    return first;
  };
  const entriesOf = (folder: FolderNode, own: number, parent: number): Buffer => {
    const nodes = [...folder.children.values()];
    const shortNames = assignShortNames(nodes.map(({ name }) => name));
    const dots =
      own === 0
        ? []
        : [entry('.'.padEnd(11), ATTRIBUTE.directory, own), entry('..'.padEnd(11), 0x10, parent)];
    const children = nodes.map(({ name, node }) => {
      const shortName = shortNames.get(name) ?? Buffer.alloc(11);
      return Buffer.concat([longNameEntries(name, shortName), childEntry(shortName, node, own)]);
    });
    return Buffer.concat([...dots, ...children]);
  };
  const childEntry = (shortName: Buffer, node: FolderNode | FileNode, parent: number): Buffer => {
    if (node.kind === 'file') {
      if (node.content.kind !== 'buffer') throw new Error('contents lie in memory here');
      const { bytes } = node.content;
      return entry(shortName, ATTRIBUTE.archive, put(bytes), bytes.length);
    }
    const own = next;
    const room = put(Buffer.alloc(folderBytes(node)));
    entriesOf(node, own, parent).copy(volume, (dataSector + room - FIRST_CLUSTER) * SECTOR);
    return entry(shortName, ATTRIBUTE.directory, own);
  };

  const files = Object.entries(request.files).map(([path, bytes]) => ({
    path,
    content: { kind: 'buffer' as const, bytes },
  }));
  const labelEntry = label === null ? [] : [entry(label.padEnd(11), ATTRIBUTE.volumeLabel, 0)];
  const root = Buffer.concat([...labelEntry, entriesOf(treeOf(files), 0, 0)]);
  if (root.length > ROOT_ENTRIES * DIRECTORY_ENTRY_BYTES || dataSector + next > sectors) {
    throw new Error('the files do not fit');
  }
  root.copy(volume, rootSector * SECTOR);
  const table = encodeTable(chains, bits, fatSectors);
  for (let copy = 0; copy < FAT_COPIES; copy += 1) {
    table.copy(volume, (RESERVED_SECTORS + copy * fatSectors) * SECTOR);
  }
  return volume;
}

function folderBytes(folder: FolderNode): number {
  let entries = 2;
  for (const { name } of folder.children.values()) entries += 1 + Math.ceil(name.length / 13);
  return entries * DIRECTORY_ENTRY_BYTES;
}

function putBootSector(
  sector: Buffer,
  { sectors, label, serial, hiddenSectors }: SmallFat,
  fatSectors: number,
  bits: 12 | 16,
): void {
  sector.set([0xeb, 0x3c, 0x90], 0);
  sector.write('MSWIN4.1', 3, 'latin1');
  sector.writeUInt16LE(SECTOR, 11);
  sector.writeUInt8(1, 13);
  sector.writeUInt16LE(RESERVED_SECTORS, 14);
  sector.writeUInt8(FAT_COPIES, 16);
  sector.writeUInt16LE(ROOT_ENTRIES, 17);
  if (sectors < 0x10000) sector.writeUInt16LE(sectors, 19);
  else sector.writeUInt32LE(sectors, 32);
  sector.writeUInt8(0xf8, 21);
  sector.writeUInt16LE(fatSectors, 22);
  sector.writeUInt32LE(hiddenSectors, 28);
  sector.writeUInt8(0x80, 36);
  sector.writeUInt8(0x29, 38);
  sector.writeUInt32LE(serial, 39);
  sector.write((label ?? 'NO NAME').padEnd(11), 43, 'latin1');
  sector.write(`FAT${String(bits)}   `, 54, 'latin1');
  sector.writeUInt16LE(0xaa55, 510);
}

function encodeTable(
  chains: readonly { first: number; count: number }[],
  bits: 12 | 16,
  fatSectors: number,
): Buffer {
  const table = Buffer.alloc(fatSectors * SECTOR);
  const set = (cluster: number, value: number): void => {
    if (bits === 16) {
      table.writeUInt16LE(value & 0xffff, cluster * 2);
      return;
    }
    const at = Math.floor(cluster * 1.5);
    const pair = table.readUInt16LE(at);
    const odd = cluster % 2 === 1;
    table.writeUInt16LE(
      odd ? (pair & 0x000f) | ((value & 0xfff) << 4) : (pair & 0xf000) | (value & 0xfff),
      at,
    );
  };
  set(0, 0xfff8);
  set(1, 0xffff);
  for (const { first, count } of chains) {
    for (let i = 0; i < count; i += 1) set(first + i, i + 1 < count ? first + i + 1 : 0xffff);
  }
  return table;
}

/** The high half of the first cluster is no part of it before FAT32; it holds a value to prove that. */
function entry(shortName: string | Buffer, attributes: number, cluster: number, bytes = 0): Buffer {
  const made = Buffer.alloc(DIRECTORY_ENTRY_BYTES);
  Buffer.from(shortName).copy(made, 0);
  made.writeUInt8(attributes, 11);
  made.writeUInt16LE(0x1234, 20);
  made.writeUInt16LE(cluster, 26);
  made.writeUInt32LE(bytes, 28);
  return made;
}
