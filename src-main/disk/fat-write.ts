import { open, type FileHandle } from 'node:fs/promises';
import { messageOf, stickError } from '../../src-shared/errors';
import { MiB, SECTOR } from '../../src-shared/units';
import { openFileSource } from '../io';
import type { ByteRange } from './extent';
import { encodeLabel, encodeReserved, type FatIdentity } from './fat-boot';
import {
  ATTRIBUTE,
  DIRECTORY_ENTRY_BYTES,
  FAT_ENTRY_MASK,
  FIRST_CLUSTER,
  MAXIMUM_DIRECTORY_BYTES,
} from './fat-format';
import { CLUSTER_BYTES, fatGeometry, type FatGeometry } from './fat-geometry';
import { assignShortNames, exactShortName, longNameEntries } from './fat-names';
import { writeAt, type Output } from './output-file';
import {
  contentBytes,
  treeOf,
  type FatContent,
  type FatFile,
  type FileNode,
  type FolderNode,
} from './fat-tree';

/** The oldest time that FAT can express. */
const DEFAULT_MODIFIED = new Date('1980-01-01T00:00:00Z');

export interface FatVolumeRequest extends FatIdentity {
  /** File that becomes the volume. */
  path: string;
  /** Size of the volume in bytes; a multiple of 512. */
  bytes: number;
  files: readonly FatFile[];
  /** Time stamp of everything on the volume, written as UTC. Default: 1980-01-01. */
  modified?: Date;
}

/** What lies in a run of clusters. */
interface Placed {
  node: FolderNode | FileNode;
  parent: FolderNode | null;
  firstCluster: number;
  clusters: number;
}

/**
 * Makes a FAT32 volume with the files in it, as a sparse file. Equal requests give equal bytes. All
 * that must reach a drive is in `allocated`; everything lies without gaps from the volume's start.
 * Throws `target/too-small` when the files don't fit, `internal` for impossible names, labels and
 * sizes, `io/read` and `io/write`.
 */
export async function writeFat32Volume(
  request: FatVolumeRequest,
): Promise<{ allocated: ByteRange[] }> {
  const geometry = fatGeometry(request.bytes);
  const root = treeOf(request.files);
  const placed = place(root, request.label !== null);
  const usedClusters = [...placed.values()].reduce((sum, { clusters }) => sum + clusters, 0);
  assertFits(usedClusters, geometry);

  const handle = await openForWriting(request.path);
  const output = { handle, path: request.path };
  try {
    await handle.truncate(geometry.totalSectors * SECTOR);
    await writeAt(output, encodeReserved(geometry, request, usedClusters), 0);
    const table = encodeTable(placed);
    const tableOffset = geometry.reservedSectors * SECTOR;
    await writeAt(output, table, tableOffset);
    await writeAt(output, table, tableOffset + geometry.fatSectors * SECTOR);
    for (const item of placed.values()) {
      const offset = geometry.dataOffset + (item.firstCluster - FIRST_CLUSTER) * CLUSTER_BYTES;
      if (item.node.kind === 'folder') {
        await writeAt(output, encodeFolder(item.node, item, placed, request), offset);
      } else {
        await writeContent(output, item.node.content, offset);
      }
    }
  } finally {
    await handle.close();
  }
  return {
    allocated: [{ offset: 0, length: geometry.dataOffset + usedClusters * CLUSTER_BYTES }],
  };
}

/** Folders first, then files, each in one run of clusters, in the order of the request. */
function place(root: FolderNode, labelled: boolean): Map<FolderNode | FileNode, Placed> {
  const folders: { node: FolderNode; parent: FolderNode | null }[] = [{ node: root, parent: null }];
  const files: { node: FileNode; parent: FolderNode }[] = [];
  for (const { node: parent } of folders) {
    for (const { node } of parent.children.values()) {
      if (node.kind === 'folder') folders.push({ node, parent });
      else files.push({ node, parent });
    }
  }
  const placed = new Map<FolderNode | FileNode, Placed>();
  let next = FIRST_CLUSTER;
  for (const { node, parent } of [...folders, ...files]) {
    const bytes =
      node.kind === 'folder'
        ? folderBytes(node, parent === null, labelled)
        : contentBytes(node.content);
    const clusters = Math.ceil(bytes / CLUSTER_BYTES);
    placed.set(node, { node, parent, firstCluster: clusters === 0 ? 0 : next, clusters });
    next += clusters;
  }
  return placed;
}

/** Bytes of a folder's entries; at least one entry, so that every folder has a cluster. */
function folderBytes(folder: FolderNode, isRoot: boolean, labelled: boolean): number {
  let entries = isRoot ? Number(labelled) : 2;
  for (const { name } of folder.children.values()) {
    entries += 1 + (exactShortName(name) ? 0 : Math.ceil(name.length / 13));
  }
  const bytes = Math.max(entries, 1) * DIRECTORY_ENTRY_BYTES;
  if (bytes > MAXIMUM_DIRECTORY_BYTES) {
    throw stickError('internal', { message: 'a folder holds more names than FAT allows' });
  }
  return bytes;
}

function assertFits(usedClusters: number, geometry: FatGeometry): void {
  if (usedClusters <= geometry.clusters) return;
  throw stickError('target/too-small', {
    target: 'The EFI system partition',
    needed: geometry.dataOffset + usedClusters * CLUSTER_BYTES,
    actual: geometry.totalSectors * SECTOR,
  });
}

/** One copy of the allocation table, up to the last used entry. */
function encodeTable(placed: ReadonlyMap<unknown, Placed>): Buffer {
  const chains = [...placed.values()].filter(({ clusters }) => clusters > 0);
  const used = chains.reduce((sum, { clusters }) => sum + clusters, 0);
  const table = Buffer.alloc((FIRST_CLUSTER + used) * 4);
  table.writeUInt32LE(0x0ffffff8, 0);
  table.writeUInt32LE(FAT_ENTRY_MASK, 4);
  for (const { firstCluster, clusters } of chains) {
    const last = firstCluster + clusters - 1;
    for (let cluster = firstCluster; cluster < last; cluster += 1) {
      table.writeUInt32LE(cluster + 1, cluster * 4);
    }
    table.writeUInt32LE(FAT_ENTRY_MASK, last * 4);
  }
  return table;
}

function encodeFolder(
  folder: FolderNode,
  own: Placed,
  placed: ReadonlyMap<FolderNode | FileNode, Placed>,
  request: FatVolumeRequest,
): Buffer {
  const modified = request.modified ?? DEFAULT_MODIFIED;
  const entry = (shortName: Buffer, attributes: number, cluster: number, bytes: number): Buffer =>
    shortEntry({ shortName, attributes, cluster, bytes, modified });
  const parts: Buffer[] = [];
  if (own.parent === null) {
    if (request.label !== null) {
      parts.push(entry(encodeLabel(request.label), ATTRIBUTE.volumeLabel, 0, 0));
    }
  } else {
    const parent = placed.get(own.parent);
    // fatgen103: ".." names cluster 0 when the parent is the root folder.
    const parentCluster = parent && parent.parent !== null ? parent.firstCluster : 0;
    parts.push(
      entry(Buffer.from('.'.padEnd(11)), ATTRIBUTE.directory, own.firstCluster, 0),
      entry(Buffer.from('..'.padEnd(11)), ATTRIBUTE.directory, parentCluster, 0),
    );
  }
  const children = [...folder.children.values()];
  const shortNames = assignShortNames(children.map(({ name }) => name));
  for (const { name, node } of children) {
    const shortName = shortNames.get(name) ?? Buffer.alloc(11);
    const cluster = placed.get(node)?.firstCluster ?? 0;
    if (exactShortName(name) === null) parts.push(longNameEntries(name, shortName));
    parts.push(
      node.kind === 'folder'
        ? entry(shortName, ATTRIBUTE.directory, cluster, 0)
        : entry(shortName, ATTRIBUTE.archive, cluster, contentBytes(node.content)),
    );
  }
  return Buffer.concat(parts);
}

function shortEntry(fields: {
  shortName: Buffer;
  attributes: number;
  cluster: number;
  bytes: number;
  modified: Date;
}): Buffer {
  const entry = Buffer.alloc(DIRECTORY_ENTRY_BYTES);
  const { date, time } = fatTime(fields.modified);
  fields.shortName.copy(entry, 0);
  entry.writeUInt8(fields.attributes, 11);
  entry.writeUInt16LE(time, 14);
  entry.writeUInt16LE(date, 16);
  entry.writeUInt16LE(date, 18);
  entry.writeUInt16LE(fields.cluster >>> 16, 20);
  entry.writeUInt16LE(time, 22);
  entry.writeUInt16LE(date, 24);
  entry.writeUInt16LE(fields.cluster & 0xffff, 26);
  entry.writeUInt32LE(fields.bytes, 28);
  return entry;
}

/** fatgen103, "Date and Time Formats": years from 1980 to 2107, steps of two seconds. */
function fatTime(when: Date): { date: number; time: number } {
  const year = Math.min(Math.max(when.getUTCFullYear(), 1980), 2107);
  return {
    date: ((year - 1980) << 9) | ((when.getUTCMonth() + 1) << 5) | when.getUTCDate(),
    time: (when.getUTCHours() << 11) | (when.getUTCMinutes() << 5) | (when.getUTCSeconds() >> 1),
  };
}

async function openForWriting(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w');
  } catch (error) {
    throw stickError('io/write', { path, offset: 0, message: messageOf(error) }, { cause: error });
  }
}

async function writeContent(output: Output, content: FatContent, offset: number): Promise<void> {
  if (content.kind === 'buffer') return writeAt(output, content.bytes, offset);
  const source = await openContent(content.path);
  try {
    if (source.size !== content.size) {
      const message = `it has ${String(source.size)} bytes instead of ${String(content.size)}`;
      throw stickError('io/read', { path: content.path, offset: 0, message });
    }
    for (let done = 0; done < content.size; done += MiB) {
      const piece = await source.read(done, Math.min(MiB, content.size - done));
      await writeAt(output, piece, offset + done);
    }
  } finally {
    await source.close();
  }
}

async function openContent(path: string) {
  try {
    return await openFileSource(path);
  } catch (error) {
    throw stickError('io/read', { path, offset: 0, message: messageOf(error) }, { cause: error });
  }
}
