import { createHash, randomBytes } from 'node:crypto';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { pack, type Header } from 'tar-stream';
import { crc32 } from '../../io';

/** An entry of an archive for tests: a file unless `type` says otherwise. */
export interface TestEntry {
  name: string;
  content?: Buffer | string;
  mode?: number;
  type?: Header['type'];
  linkname?: string;
}

/** Simulated content: what a stick would be made of is noise, since nothing here makes one. */
const noise = randomBytes(3000);

const tools = ['mkexfatfs', 'vtoycli', 'hexdump'].map((name) => `${name}.xz`);
const architectures = ['x86_64', 'i386', 'aarch64', 'mips64el'];

/** The entries that a package for Linux has, as `tar -czvf … ./ventoy-1.1.17` names them. */
export function linuxEntries(version = '1.1.17', top = `./ventoy-${version}`): TestEntry[] {
  return [
    { name: `${top}/`, type: 'directory', mode: 0o755 },
    ...common(version, top),
    { name: `${top}/Ventoy2Disk.sh`, content: '#!/bin/sh\n', mode: 0o755 },
    { name: `${top}/tool/VentoyWorker.sh`, content: '#!/bin/sh\n', mode: 0o755 },
    { name: `${top}/tool/ventoy_lib.sh`, content: '#!/bin/sh\n' },
    ...architectures.flatMap((name) => [
      { name: `${top}/tool/${name}/`, type: 'directory' as const, mode: 0o755 },
      { name: `${top}/tool/${name}/xzcat`, content: noise, mode: 0o755 },
      ...tools.map((tool) => ({ name: `${top}/tool/${name}/${tool}`, content: noise })),
    ]),
  ];
}

/** The entries that a package for Windows has, as `zip -r` names them. */
export function windowsEntries(version = '1.1.17', top = `ventoy-${version}`): TestEntry[] {
  return [
    { name: `${top}/`, type: 'directory', mode: 0o755 },
    ...common(version, top),
    { name: `${top}/Ventoy2Disk.exe`, content: noise },
    { name: `${top}/altexe/Ventoy2Disk_X64.exe`, content: noise },
  ];
}

function common(version: string, top: string): TestEntry[] {
  return [
    { name: `${top}/boot/boot.img`, content: Buffer.alloc(512, 0x90) },
    { name: `${top}/boot/core.img.xz`, content: noise },
    { name: `${top}/ventoy/ventoy.disk.img.xz`, content: randomBytes(70_000) },
    { name: `${top}/ventoy/version`, content: `${version}\n` },
  ];
}

export async function tarGz(entries: readonly TestEntry[]): Promise<Buffer> {
  return gzipSync(await tar(entries));
}

export async function tar(entries: readonly TestEntry[]): Promise<Buffer> {
  const stream = pack();
  for (const { content = '', ...header } of entries) {
    const { name, mode = 0o644, type = 'file', linkname } = header;
    const isFile = type === 'file';
    const link = linkname === undefined ? {} : { linkname };
    stream.entry({ name, mode, type, ...link }, isFile ? content : '');
  }
  stream.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const UNIX_TYPES: Partial<Record<Header['type'], number>> = {
  file: 0o100000,
  directory: 0o040000,
  symlink: 0o120000,
  'block-device': 0o060000,
};

/** What a hostile zip may say of an entry. */
export interface ZipLies {
  flags?: number;
  /** 0 stores the content as it is; else it is deflated, whatever is said. */
  method?: number;
  crc?: number;
  sizeBytes?: number;
  localName?: string;
  /** The entry has no record of its own, but the one that begins at this byte. */
  offset?: number;
}
export type ZipTestEntry = TestEntry & { lies?: ZipLies };

/** A zip as Info-ZIP makes it on Unix (APPNOTE 6.3.10, 4.3). */
export function zip(entries: readonly ZipTestEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name, mode = 0o644, type = 'file', lies = {} } = entry;
    const central = Buffer.concat([
      Buffer.from('PK\x01\x02\x14\x03'),
      commonFields(entry),
      Buffer.alloc(14),
      Buffer.from(name),
    ]);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE((((UNIX_TYPES[type] ?? 0) | mode) << 16) >>> 0, 38);
    central.writeUInt32LE(lies.offset ?? offset, 42);
    directory.push(central);
    if (lies.offset !== undefined) continue;
    const local = zipRecord(entry);
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

/** An entry's own header, its name and its packed content. */
export function zipRecord(entry: ZipTestEntry): Buffer {
  const name = Buffer.from(entry.lies?.localName ?? entry.name);
  const record = Buffer.concat([
    Buffer.from('PK\x03\x04'),
    commonFields(entry),
    name,
    packedContent(entry),
  ]);
  record.writeUInt16LE(name.length, 26);
  return record;
}

/** What an entry's own header and the central directory both have, from “version needed” on. */
function commonFields(entry: ZipTestEntry): Buffer {
  const { content = '', lies = {} } = entry;
  const bytes = Buffer.from(content);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(lies.flags ?? 0, 2);
  fields.writeUInt16LE(lies.method ?? 8, 4);
  fields.writeUInt32LE(lies.crc ?? crc32(bytes), 10);
  fields.writeUInt32LE(packedContent(entry).length, 14);
  fields.writeUInt32LE(lies.sizeBytes ?? bytes.length, 18);
  return fields;
}

function packedContent({ content = '', lies = {} }: ZipTestEntry): Buffer {
  const bytes = Buffer.from(content);
  return lies.method === 0 ? bytes : deflateRawSync(bytes);
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
