import { crc16 } from './udf-tag';

/** Discs and WIMs that tests make byte by byte. Nothing here is part of the program. */

const SECTOR = 2048;

export type Form = 'short' | 'long' | 'extended' | 'embedded';

export interface UdfRecipe {
  /** Path with `/` → content. */
  files: Record<string, Buffer>;
  form?: Form;
  extendedEntries?: boolean;
  /** Puts the descriptors of files into a metadata partition, as UDF 2.50 does. */
  metadata?: boolean;
  /** Cuts each file into extents of this many blocks, laid down backwards. */
  blocksPerExtent?: number;
  /** Continues the list of extents in another block after this many. */
  extentsPerBlock?: number;
  /** Sectors with an anchor; negative ones count from the end. */
  anchors?: number[];
  label?: string;
}

export const PARTITION_SECTOR = 260;
export const MAIN_SEQUENCE = 32;
export const RESERVE_SEQUENCE = 48;
const META_SPLIT = 3;

/** A UDF disc with exactly these files. */
export function buildUdf(recipe: UdfRecipe): Buffer {
  return new UdfBuilder(recipe).build();
}

/** Gives a descriptor its tag with checksum and CRC. `length` is that of the descriptor. */
export function seal(descriptor: Buffer, identifier: number, location: number): Buffer {
  const crcLength = descriptor.length - 16;
  descriptor.writeUInt16LE(identifier, 0);
  descriptor.writeUInt16LE(2, 2);
  descriptor.writeUInt16LE(crc16(descriptor.subarray(16)), 8);
  descriptor.writeUInt16LE(crcLength, 10);
  descriptor.writeUInt32LE(location, 12);
  return resumTag(descriptor);
}

function resumTag(descriptor: Buffer): Buffer {
  descriptor.writeUInt8(0, 4);
  const sum = descriptor.subarray(0, 16).reduce((total, byte) => total + byte, 0);
  descriptor.writeUInt8(sum & 0xff, 4);
  return descriptor;
}

/** Makes tags right again after the bytes they guard were damaged on purpose. */
export function resealSector(disc: Buffer, sector: number): void {
  const descriptor = disc.subarray(sector * SECTOR, (sector + 1) * SECTOR);
  const end = 16 + descriptor.readUInt16LE(10);
  if (end > descriptor.length) return;
  descriptor.writeUInt16LE(crc16(descriptor.subarray(16, end)), 8);
  resumTag(descriptor);
}

/** OSTA compressed Unicode: 8 bits where they do. */
export function encodeCs0(text: string): Buffer {
  const wide = [...text].some((character) => character.charCodeAt(0) > 0xff);
  if (!wide) return Buffer.concat([Buffer.from([8]), Buffer.from(text, 'latin1')]);
  return Buffer.concat([Buffer.from([16]), Buffer.from(text, 'utf16le').swap16()]);
}

interface Place {
  block: number;
  blocks: number;
}

class UdfBuilder {
  private readonly recipe: UdfRecipe;
  private readonly data: Buffer[] = [];
  private readonly meta: Buffer[] = [];

  constructor(recipe: UdfRecipe) {
    this.recipe = recipe;
  }

  build(): Buffer {
    const fileSetBlock = this.reserveDescriptor();
    const root = this.addFolder('');
    const fileSet = Buffer.alloc(512);
    this.writeLong(fileSet, 400, SECTOR, root);
    this.putDescriptor(fileSetBlock, seal(fileSet, 256, fileSetBlock));
    const metaFile = this.recipe.metadata ? this.layOutMetadata() : null;
    return this.assemble(fileSetBlock, metaFile);
  }

  private get descriptors(): Buffer[] {
    return this.recipe.metadata ? this.meta : this.data;
  }

  /** Index of the partition map that holds descriptors. */
  private get descriptorPartition(): number {
    return this.recipe.metadata ? 1 : 0;
  }

  private reserveDescriptor(): number {
    return this.descriptors.push(Buffer.alloc(SECTOR)) - 1;
  }

  private putDescriptor(block: number, content: Buffer): void {
    content.copy(this.descriptors[block] ?? Buffer.alloc(0));
  }

  private addFolder(folder: string): number {
    const prefix = folder === '' ? '' : `${folder}/`;
    const below = Object.keys(this.recipe.files).filter((path) => path.startsWith(prefix));
    const names = new Set(below.map((path) => path.slice(prefix.length).split('/')[0] ?? ''));
    const identifiers = [this.identifier('', 0x0a, 0)];
    for (const name of names) {
      const content = this.recipe.files[prefix + name];
      const block = content ? this.addEntry(content, 5) : this.addFolder(prefix + name);
      identifiers.push(this.identifier(name, content ? 0 : 2, block));
    }
    return this.addEntry(Buffer.concat(identifiers), 4);
  }

  private identifier(name: string, traits: number, block: number): Buffer {
    const encoded = name === '' ? Buffer.alloc(0) : encodeCs0(name);
    const bytes = Buffer.alloc(Math.ceil((38 + encoded.length) / 4) * 4);
    bytes.writeUInt16LE(1, 16);
    bytes.writeUInt8(traits, 18);
    bytes.writeUInt8(encoded.length, 19);
    this.writeLong(bytes, 20, SECTOR, block);
    encoded.copy(bytes, 38);
    return seal(bytes, 257, 0);
  }

  private writeLong(bytes: Buffer, at: number, length: number, block: number): void {
    bytes.writeUInt32LE(length, at);
    bytes.writeUInt32LE(block, at + 4);
    bytes.writeUInt16LE(this.descriptorPartition, at + 8);
  }

  private addEntry(content: Buffer, fileType: number): number {
    const isFolder = fileType === 4;
    // Short descriptors stay in the partition of the entry, so with metadata only folders can have them.
    const asked = this.recipe.form ?? 'short';
    const crosses = this.recipe.metadata === true && asked === 'short' && !isFolder;
    const fits = content.length <= SECTOR - 216;
    const form = crosses ? 'long' : asked === 'embedded' && !fits ? 'long' : asked;
    const block = this.reserveDescriptor();
    if (form === 'embedded') {
      this.putDescriptor(block, this.entry(content.length, fileType, 3, content, block));
      return block;
    }
    const inMeta = isFolder && this.recipe.metadata === true;
    const partition = inMeta ? 1 : 0;
    const places = this.store(content, inMeta ? this.meta : this.data);
    let left = content.length;
    const extents = places.map((place) => {
      const length = Math.min(left, place.blocks * SECTOR);
      left -= length;
      return this.extent(form, 0, length, place.block, partition);
    });
    const formNumber = ['short', 'long', 'extended'].indexOf(form);
    const list = this.continued(form, extents);
    this.putDescriptor(block, this.entry(content.length, fileType, formNumber, list, block));
    return block;
  }

  private store(content: Buffer, blocks: Buffer[]): Place[] {
    const count = Math.ceil(content.length / SECTOR);
    const step = this.recipe.blocksPerExtent ?? Math.max(count, 1);
    const chunks: Buffer[] = [];
    for (let at = 0; at < content.length; at += step * SECTOR) {
      chunks.push(content.subarray(at, at + step * SECTOR));
    }
    const places: Place[] = [];
    for (const chunk of chunks.reverse()) {
      const chunkBlocks = Math.ceil(chunk.length / SECTOR);
      places.unshift({ block: blocks.length, blocks: chunkBlocks });
      for (let at = 0; at < chunkBlocks; at += 1) {
        const block = Buffer.alloc(SECTOR);
        chunk.copy(block, 0, at * SECTOR, (at + 1) * SECTOR);
        blocks.push(block);
      }
    }
    return places;
  }

  private extent(
    form: Form,
    type: number,
    length: number,
    block: number,
    partition: number,
  ): Buffer {
    const bytes = Buffer.alloc(form === 'short' ? 8 : form === 'long' ? 16 : 20);
    bytes.writeUInt32LE(type * 2 ** 30 + length, 0);
    const at = form === 'extended' ? 12 : 4;
    bytes.writeUInt32LE(block, at);
    if (form !== 'short') bytes.writeUInt16LE(partition, at + 4);
    return bytes;
  }

  /** The list for the entry itself; what does not fit follows in blocks of its own. */
  private continued(form: Form, extents: Buffer[]): Buffer {
    const most = this.recipe.extentsPerBlock ?? extents.length;
    if (extents.length <= most) return Buffer.concat(extents);
    const rest = this.continued(form, extents.slice(most));
    const block = this.reserveDescriptor();
    const bytes = Buffer.alloc(24 + rest.length);
    bytes.writeUInt32LE(rest.length, 20);
    rest.copy(bytes, 24);
    this.putDescriptor(block, seal(bytes, 258, block));
    const pointer = this.extent(form, 3, SECTOR, block, this.descriptorPartition);
    return Buffer.concat([...extents.slice(0, most), pointer]);
  }

  private entry(size: number, fileType: number, form: number, list: Buffer, block: number): Buffer {
    const extended = this.recipe.extendedEntries === true;
    const fixed = extended ? 216 : 176;
    const bytes = Buffer.alloc(fixed + list.length);
    bytes.writeUInt16LE(4, 20);
    bytes.writeUInt8(fileType, 27);
    bytes.writeUInt16LE(form, 34);
    bytes.writeBigUInt64LE(BigInt(size), 56);
    bytes.writeUInt32LE(list.length, fixed - 4);
    list.copy(bytes, fixed);
    return seal(bytes, extended ? 266 : 261, block);
  }

  /** Lays the metadata file down in two pieces, the second before the first, with a mirror of its entry. */
  private layOutMetadata(): { file: number; mirror: number } {
    const first = this.meta.slice(0, META_SPLIT);
    const second = this.meta.slice(META_SPLIT);
    const secondBlock = this.data.length;
    this.data.push(...second);
    const firstBlock = this.data.length;
    this.data.push(...first);
    const list = Buffer.concat([
      this.extent('short', 0, first.length * SECTOR, firstBlock, 0),
      this.extent('short', 0, second.length * SECTOR, secondBlock, 0),
    ]);
    const addCopy = (fileType: number): number => {
      const block = this.data.length;
      const padded = Buffer.alloc(SECTOR);
      this.entry(this.meta.length * SECTOR, fileType, 0, list, block).copy(padded);
      this.data.push(padded);
      return block;
    };
    return { file: addCopy(250), mirror: addCopy(251) };
  }

  private assemble(
    fileSetBlock: number,
    metaFile: { file: number; mirror: number } | null,
  ): Buffer {
    const sectors = PARTITION_SECTOR + this.data.length + 300;
    const disc = Buffer.alloc(sectors * SECTOR);
    for (const [at, standard] of ['BEA01', 'NSR02', 'TEA01'].entries()) {
      disc.write(standard, (16 + at) * SECTOR + 1, 'latin1');
    }
    for (const [at, block] of this.data.entries()) {
      block.copy(disc, (PARTITION_SECTOR + at) * SECTOR);
    }
    for (const start of [MAIN_SEQUENCE, RESERVE_SEQUENCE]) {
      this.partitionDescriptor(start).copy(disc, start * SECTOR);
      this.logicalVolume(start + 1, fileSetBlock, metaFile).copy(disc, (start + 1) * SECTOR);
      seal(Buffer.alloc(512), 8, start + 2).copy(disc, (start + 2) * SECTOR);
    }
    for (const anchor of this.recipe.anchors ?? [256, -1]) {
      const sector = anchor < 0 ? sectors + anchor : anchor;
      const bytes = Buffer.alloc(512);
      for (const [at, start] of [MAIN_SEQUENCE, RESERVE_SEQUENCE].entries()) {
        bytes.writeUInt32LE(16 * SECTOR, 16 + at * 8);
        bytes.writeUInt32LE(start, 20 + at * 8);
      }
      seal(bytes, 2, sector).copy(disc, sector * SECTOR);
    }
    return disc;
  }

  private partitionDescriptor(sector: number): Buffer {
    const bytes = Buffer.alloc(512);
    bytes.writeUInt32LE(1, 16);
    bytes.writeUInt32LE(PARTITION_SECTOR, 188);
    bytes.writeUInt32LE(this.data.length, 192);
    return seal(bytes, 5, sector);
  }

  private logicalVolume(
    sector: number,
    fileSetBlock: number,
    metaFile: { file: number; mirror: number } | null,
  ): Buffer {
    const bytes = Buffer.alloc(440 + (metaFile === null ? 6 : 70));
    bytes.writeUInt32LE(1, 16);
    const label = encodeCs0(this.recipe.label ?? 'TEST');
    label.copy(bytes, 84);
    bytes.writeUInt8(label.length, 84 + 127);
    bytes.writeUInt32LE(SECTOR, 212);
    this.writeLong(bytes, 248, SECTOR, fileSetBlock);
    bytes.writeUInt32LE(bytes.length - 440, 264);
    bytes.writeUInt32LE(metaFile === null ? 1 : 2, 268);
    Buffer.from([1, 6, 1, 0, 0, 0]).copy(bytes, 440);
    if (metaFile !== null) {
      bytes.writeUInt8(2, 446);
      bytes.writeUInt8(64, 447);
      bytes.write('*UDF Metadata Partition', 446 + 5, 'latin1');
      bytes.writeUInt32LE(metaFile.file, 446 + 40);
      bytes.writeUInt32LE(metaFile.mirror, 446 + 44);
    }
    return seal(bytes, 6, sector);
  }
}

export interface WimRecipe {
  xml: string;
  imageCount?: number;
  part?: number;
  parts?: number;
  guid?: Buffer;
  flags?: number;
  version?: number;
  /** Table entries; one metadata resource for each image when left out. */
  entries?: Buffer[];
  tableFlags?: number;
}

/** A WIM without any content but its descriptions. */
export function buildWim(recipe: WimRecipe): Buffer {
  const imageCount = recipe.imageCount ?? 1;
  const part = recipe.part ?? 1;
  const entries =
    recipe.entries ?? Array.from({ length: imageCount }, () => wimEntry({ flags: 2, part }));
  const table = Buffer.concat(entries);
  const xml = Buffer.from(`\uFEFF${recipe.xml}`, 'utf16le');
  const content = Buffer.alloc(64, 0xaa);
  const header = Buffer.alloc(208);
  header.write('MSWIM\0\0\0', 0, 'latin1');
  header.writeUInt32LE(208, 8);
  header.writeUInt32LE(recipe.version ?? 0x10d00, 12);
  header.writeUInt32LE(recipe.flags ?? 0x40002, 16);
  header.writeUInt32LE(32768, 20);
  (recipe.guid ?? Buffer.alloc(16, 7)).copy(header, 24);
  header.writeUInt16LE(part, 40);
  header.writeUInt16LE(recipe.parts ?? 1, 42);
  header.writeUInt32LE(imageCount, 44);
  const tableAt = header.length + content.length;
  resource(table.length, recipe.tableFlags ?? 2, tableAt, table.length).copy(header, 48);
  resource(xml.length, 2, tableAt + table.length, xml.length).copy(header, 72);
  return Buffer.concat([header, content, table, xml]);
}

export function wimEntry(recipe: {
  flags?: number;
  part?: number;
  offset?: number;
  length?: number;
  unpacked?: number;
}): Buffer {
  const length = recipe.length ?? 32;
  const bytes = Buffer.alloc(50, 0x5a);
  resource(length, recipe.flags ?? 0, recipe.offset ?? 208, recipe.unpacked ?? length).copy(bytes);
  bytes.writeUInt16LE(recipe.part ?? 1, 24);
  bytes.writeUInt32LE(1, 26);
  return bytes;
}

function resource(length: number, flags: number, offset: number, unpacked: number): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeUIntLE(length, 0, 6);
  bytes.writeUInt8(flags, 7);
  bytes.writeBigUInt64LE(BigInt(offset), 8);
  bytes.writeBigUInt64LE(BigInt(unpacked), 16);
  return bytes;
}

/** The XML of a WIM with one Windows for each name. */
export function windowsXml(...names: string[]): string {
  const images = names.map(
    (
      name,
      at,
    ) => `<IMAGE INDEX="${String(at + 1)}"><NAME>${name}</NAME><DISPLAYNAME>${name}</DISPLAYNAME>
<DISPLAYDESCRIPTION>About ${name}</DISPLAYDESCRIPTION><DIRCOUNT>3</DIRCOUNT><FILECOUNT>7</FILECOUNT>
<TOTALBYTES>5000000000</TOTALBYTES><HARDLINKBYTES>1000000000</HARDLINKBYTES>
<WINDOWS><ARCH>9</ARCH><EDITIONID>Professional</EDITIONID><INSTALLATIONTYPE>Client</INSTALLATIONTYPE>
<LANGUAGES><LANGUAGE>de-DE</LANGUAGE><LANGUAGE>en-US</LANGUAGE><DEFAULT>de-DE</DEFAULT></LANGUAGES>
<VERSION><MAJOR>10</MAJOR><MINOR>0</MINOR><BUILD>22631</BUILD><SPBUILD>2861</SPBUILD><SPLEVEL>0</SPLEVEL></VERSION>
</WINDOWS></IMAGE>`,
  );
  return `<WIM>${images.join('')}</WIM>`;
}
