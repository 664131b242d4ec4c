import { SECTOR } from '../../../../src-shared/units';
import { readGpt, type Gpt } from '../../../disk';
import { readFatBoot } from '../../../disk/fat-boot-read';
import { openFat32, openNtfs, type NtfsVolume } from '../../../disk';
import { readNtfsBoot } from '../../../disk/ntfs-boot';
import { applyFixups, renewFixups } from '../../../disk/ntfs-record';
import { crc32, slice, type ByteSource } from '../../../io';

/** A stick whose bytes are changed in memory; what it lies in stays as it is. Places are bytes of the stick. */
export class DamagedStick implements ByteSource {
  readonly size: number;
  /** The later ones lie over the earlier ones. */
  readonly #pieces: { at: number; bytes: Buffer }[] = [];

  constructor(readonly sound: ByteSource) {
    this.size = sound.size;
  }

  async read(offset: number, length: number): Promise<Buffer> {
    const found = Buffer.from(await this.sound.read(offset, length));
    for (const { at, bytes } of this.#pieces) {
      const from = Math.max(offset, at);
      const to = Math.min(offset + length, at + bytes.length);
      if (from < to) bytes.copy(found, from - offset, from - at, to - at);
    }
    return found;
  }

  write(at: number, bytes: Buffer | readonly number[]): void {
    this.#pieces.push({ at, bytes: Buffer.from(bytes) });
  }

  async flip(at: number): Promise<void> {
    await this.edit(at, 1, (byte) => byte.writeUInt8(byte.readUInt8(0) ^ 0xff));
  }

  async edit(at: number, length: number, change: (bytes: Buffer) => unknown): Promise<void> {
    const bytes = Buffer.from(await this.read(at, length));
    change(bytes);
    this.write(at, bytes);
  }

  /** Changes the entries of both copies of a GPT, with new checksums. */
  async editGpt(change: (entries: Buffer) => void): Promise<void> {
    const gpt: Gpt = await readGpt(this);
    for (const copy of [gpt.primary, gpt.backup]) {
      if ('problem' in copy) throw new Error(copy.problem);
      const header = Buffer.from(await this.read(copy.headerLba * SECTOR, SECTOR));
      const entriesAt = Number(header.readBigUInt64LE(72)) * SECTOR;
      const bytes = header.readUInt32LE(80) * header.readUInt32LE(84);
      const entries = Buffer.from(await this.read(entriesAt, bytes));
      change(entries);
      header.writeUInt32LE(crc32(entries), 88);
      header.writeUInt32LE(0, 16);
      header.writeUInt32LE(crc32(header.subarray(0, header.readUInt32LE(12))), 16);
      this.write(entriesAt, entries);
      this.write(copy.headerLba * SECTOR, header);
    }
  }
}

/** A FAT32 volume of a stick, for changing files in it. */
export class DamagedFat {
  constructor(
    readonly stick: DamagedStick,
    readonly start: number,
    readonly bytes: number,
  ) {}

  private get source(): ByteSource {
    return slice(this.stick, this.start, this.bytes);
  }

  /** Where a file's content begins. Our own writer puts files into consecutive clusters. */
  async placeOf(path: string): Promise<number> {
    const entry = await (await openFat32(this.source)).find(path);
    if (!entry) throw new Error(`there is no ${path}`);
    return this.placeOfCluster(entry.firstCluster);
  }

  async content(path: string): Promise<Buffer> {
    return Buffer.from(await (await openFat32(this.source)).readFile(path));
  }

  /** Other content, in the clusters that the file has. */
  async replace(path: string, content: Buffer): Promise<void> {
    const { clusterBytes } = await readFatBoot(this.source);
    const before = (await this.content(path)).length;
    if (Math.ceil(content.length / clusterBytes) !== Math.ceil(before / clusterBytes)) {
      throw new Error(`${String(content.length)} bytes don’t take the place of ${String(before)}`);
    }
    this.stick.write(await this.placeOf(path), content);
    await this.editEntry(path, (entry) => entry.writeUInt32LE(content.length, 28));
  }

  /** Takes a file out of its folder. */
  remove(path: string): Promise<void> {
    return this.editEntry(path, (entry) => entry.writeUInt8(0xe5, 0));
  }

  /** Its entry of the old style; that of the long name before it no longer fits one that was removed. */
  private async editEntry(path: string, change: (entry: Buffer) => unknown): Promise<void> {
    const volume = await openFat32(this.source);
    const folder = path.slice(0, path.lastIndexOf('/')) || '/';
    const wanted = (await volume.find(path))?.firstCluster;
    const parent = folder === '/' ? null : await volume.find(folder);
    const boot = await readFatBoot(this.source);
    const root = 'cluster' in boot.root ? boot.root.cluster : 0;
    const at = await this.placeOfCluster(parent?.firstCluster ?? root);
    const entries = await this.stick.read(at, boot.clusterBytes);
    for (let offset = 0; offset < entries.length; offset += 32) {
      const cluster = entries.readUInt16LE(offset + 20) * 65536 + entries.readUInt16LE(offset + 26);
      const isOld = entries.readUInt8(offset + 11) !== 0x0f && entries.readUInt8(offset) !== 0xe5;
      if (!isOld || cluster !== wanted) continue;
      await this.stick.edit(at + offset, 32, change);
      return;
    }
    throw new Error(`there is no entry of ${path}`);
  }

  private async placeOfCluster(cluster: number): Promise<number> {
    const { dataOffset, clusterBytes } = await readFatBoot(this.source);
    return this.start + dataOffset + (cluster - 2) * clusterBytes;
  }
}

/** An NTFS volume of a stick, for changing it. */
export class DamagedNtfs {
  constructor(
    readonly stick: DamagedStick,
    readonly start: number,
    readonly bytes: number,
  ) {}

  volume(): Promise<NtfsVolume> {
    return openNtfs(slice(this.stick, this.start, this.bytes));
  }

  /** Where a file's content begins, of a file in one piece that has clusters. */
  async placeOf(path: string): Promise<number> {
    const { ranges } = await (await this.volume()).openFile(path);
    const [first, second] = ranges;
    if (!first || second) throw new Error(`${path} is not in one piece`);
    return this.start + first.offset;
  }

  /** Other content of the same size. */
  async replace(path: string, content: Buffer): Promise<void> {
    const size = (await (await this.volume()).find(path))?.size;
    if (size !== content.length) {
      throw new Error(`${String(content.length)} bytes don’t take the place of ${String(size)}`);
    }
    this.stick.write(await this.placeOf(path), content);
  }

  /** Gives a file another name of the same length at the same place of its folder's order. */
  async rename(path: string, name: string): Promise<void> {
    const before = Buffer.from(path.slice(path.lastIndexOf('/') + 1), 'utf16le');
    const after = Buffer.from(name, 'utf16le');
    if (before.length !== after.length) throw new Error('names of one length are wanted');
    const all = await this.stick.read(this.start, this.bytes);
    let found = 0;
    for (let at = all.indexOf(before); at >= 0; at = all.indexOf(before, at + 1)) {
      // Where the pair of bytes before it is the length of a name in the right namespace.
      if (all.readUInt8(at - 2) !== before.length / 2) continue;
      this.stick.write(this.start + at, after);
      found += 1;
    }
    if (found === 0) throw new Error(`there is no name ${path}`);
  }

  /** Changes a record of the file table, laid open, and its copy in $MFTMirr where it has one. */
  async editRecord(number: number, change: (record: Buffer) => void): Promise<void> {
    const volume = await this.volume();
    const { offset, length } = volume.placeOfRecord(number);
    const boot = await readNtfsBoot(slice(this.stick, this.start, this.bytes));
    const record = Buffer.from(await this.stick.read(this.start + offset, length));
    applyFixups(record, 'FILE', 'a record');
    change(record);
    renewFixups(record);
    this.stick.write(this.start + offset, record);
    if (number < 4) {
      this.stick.write(this.start + boot.mftMirrorOffset + number * length, record);
    }
  }

  /** Sets the flag "dirty" in the volume information of $Volume. */
  markDirty(): Promise<void> {
    return this.editRecord(3, (record) => {
      const value = attributeAt(record, 0x70);
      const flags = value + record.readUInt16LE(value + 20) + 10;
      record.writeUInt16LE(record.readUInt16LE(flags) | 1, flags);
    });
  }

  /** Changes the boot sector and its copy behind the volume. */
  async editBootSectors(change: (sector: Buffer) => void): Promise<void> {
    const sector = Buffer.from(await this.stick.read(this.start, SECTOR));
    change(sector);
    this.stick.write(this.start, sector);
    const { totalSectors } = await readNtfsBoot(slice(this.stick, this.start, this.bytes));
    this.stick.write(this.start + totalSectors * SECTOR, sector);
  }
}

/** Where the first attribute of a type begins in a record. */
export function attributeAt(record: Buffer, type: number): number {
  let at = record.readUInt16LE(20);
  while (record.readUInt32LE(at) !== type) at += record.readUInt32LE(at + 4);
  return at;
}
