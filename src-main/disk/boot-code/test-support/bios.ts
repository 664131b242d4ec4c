import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StickError } from '../../../../src-shared/errors';
import { SECTOR } from '../../../../src-shared/units';
import { runTool } from '../../../host/run-tool';
import { optionValue } from '../../../host/linux/boot-test/machine';
import { SerialLog } from '../../../host/linux/boot-test/serial-log';
import { tool } from '../../testing';

const sources = join(import.meta.dirname, '..');

/** Assembles one of the files beside this one, or of the boot code. */
export async function assemble(
  folder: string,
  name: string,
  defines: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const output = join(folder, 'assembled.bin');
  const options = Object.entries(defines).flatMap(([key, value]) => ['-D', `${key}=${value}`]);
  await tool('nasm', ...options, '-I', `${sources}/`, '-o', output, join(sources, name));
  return readFile(output);
}

/** A stand-in for bootmgr of some size, with content that is checked when it is started. */
export async function standInBootManager(
  folder: string,
  {
    bytes,
    hiddenSectors = 2048,
    name = 'own',
  }: { bytes: number; hiddenSectors?: number; name?: string },
): Promise<Buffer> {
  const defines = { HIDDEN: String(hiddenSectors), NAME: `"${name}"` };
  const code = await assemble(folder, 'test-support/boot-manager.asm', defines);
  const content = Buffer.alloc(bytes - code.length);
  for (let at = 0; at < content.length; at += 4) {
    content.writeUInt32LE(Math.imul(at + 1, 0x9e3779b1) >>> 0, at);
  }
  let sum = 0;
  for (let at = 0; at < content.length; at += 4) sum = (sum + content.readUInt32LE(at)) >>> 0;
  code.writeUInt32LE(content.length, 504);
  code.writeUInt32LE(sum, 508);
  return Buffer.concat([code, content]);
}

/** Writes bytes over parts of a file. */
export async function patchFile(path: string, at: number, bytes: Buffer): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.write(bytes, 0, bytes.length, at);
  } finally {
    await file.close();
  }
}

export interface Attached {
  path: string;
  bus: 'usb' | 'ahci';
}

/** What a stand-in says at last, whatever it found. */
export const VERDICT = /^STICKSMITH-PRACTICE .*\n/m;

const TIMEOUT_MS = 120_000;
const LOOK_EVERY_MS = 100;

/**
 * Starts a computer with a BIOS (SeaBIOS) from the first of the disks, until what it says on its serial port, which is its
 * screen too, matches. Returns that. Throws when the time is over before.
 */
export async function startFromBios(
  folder: string,
  disks: readonly Attached[],
  until: RegExp = VERDICT,
): Promise<string> {
  const serial = join(folder, 'serial.log');
  await rm(serial, { force: true });
  const log = await SerialLog.open(serial);
  const ending = new AbortController();
  const timer = AbortSignal.timeout(TIMEOUT_MS);
  const qemu = runTool('qemu-system-x86_64', machine(serial, disks), {
    signal: AbortSignal.any([ending.signal, timer]),
  });
  const following = follow(log, AbortSignal.any([ending.signal, timer]), () => {
    if (until.test(`${log.text}\n`)) ending.abort();
  });
  const end = (): void => {
    ending.abort();
  };
  const [ended] = await Promise.allSettled([qemu.finally(end), following]);
  await log.close();
  if (ended.status === 'rejected' && !(ended.reason instanceof StickError)) throw ended.reason;
  if (!until.test(`${log.text}\n`)) throw new Error(`it only said: ${log.text}`);
  return log.text;
}

/** Looks ten times a second until the signal fires, and once more after that. */
async function follow(log: SerialLog, signal: AbortSignal, onLook: () => void): Promise<void> {
  while (!signal.aborted) {
    await log.read();
    onLook();
    await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  await log.read();
}

function machine(serial: string, disks: readonly Attached[]): string[] {
  const drives = disks.flatMap(({ path, bus }, index) => {
    const id = `disk${String(index)}`;
    const device =
      bus === 'usb' ? `usb-storage,drive=${id}` : `ide-hd,drive=${id},bus=ide.${String(index)}`;
    return [
      ...['-drive', `if=none,id=${id},format=raw,snapshot=on,file=${optionValue(path)}`],
      ...['-device', `${device},bootindex=${String(index)}`],
    ];
  });
  return [
    ...['-nodefaults', '-no-user-config', '-no-reboot', '-machine', 'q35,graphics=off'],
    ...['-accel', 'tcg', '-m', '64', '-display', 'none', '-monitor', 'none', '-nic', 'none'],
    ...['-chardev', `file,id=serial,path=${optionValue(serial)}`, '-serial', 'chardev:serial'],
    ...['-device', 'qemu-xhci', ...drives],
  ];
}

/** A FAT32 volume in a file, as its own structures describe it. */
interface Volume {
  file: Awaited<ReturnType<typeof open>>;
  clusterBytes: number;
  tables: number[];
  dataAt: number;
  clusters: number;
}

async function readVolume(file: Volume['file'], start: number): Promise<Volume> {
  const { buffer: boot } = await file.read(Buffer.alloc(SECTOR), 0, SECTOR, start);
  const clusterBytes = boot.readUInt8(13) * SECTOR;
  const reserved = start + boot.readUInt16LE(14) * SECTOR;
  const tableBytes = boot.readUInt32LE(36) * SECTOR;
  const dataAt = reserved + 2 * tableBytes;
  const end = start + boot.readUInt32LE(32) * SECTOR;
  const clusters = Math.floor((end - dataAt) / clusterBytes);
  return { file, clusterBytes, tables: [reserved, reserved + tableBytes], dataAt, clusters };
}

/**
 * Moves every cluster of a chain but the first to the volume's end, in descending order with gaps, in both copies of the allocation
 * table. `start`: of the volume in the file, in bytes.
 */
export async function scatterChain(path: string, start: number, first: number): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const volume = await readVolume(file, start);
    const chain = [first];
    for (
      let next = await entryOf(volume, first);
      next < 0x0ffffff8;
      next = await entryOf(volume, next)
    ) {
      chain.push(next);
    }
    const moved = chain.map((cluster, i) => (i === 0 ? cluster : volume.clusters + 1 - 3 * i));
    for (const [i, from] of chain.entries()) {
      const to = moved[i] ?? from;
      if (to === from) continue;
      const bytes = Buffer.alloc(volume.clusterBytes);
      await file.read(bytes, 0, bytes.length, placeOf(volume, from));
      await file.write(bytes, 0, bytes.length, placeOf(volume, to));
      await setEntry(volume, from, 0);
    }
    for (const [i, cluster] of moved.entries()) {
      await setEntry(volume, cluster, moved[i + 1] ?? 0x0fffffff);
    }
  } finally {
    await file.close();
  }
}

/** Lets a chain go on elsewhere: cluster `next` follows `cluster`. */
export async function linkCluster(
  path: string,
  start: number,
  cluster: number,
  next: number,
): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await setEntry(await readVolume(file, start), cluster, next);
  } finally {
    await file.close();
  }
}

function placeOf({ dataAt, clusterBytes }: Volume, cluster: number): number {
  return dataAt + (cluster - 2) * clusterBytes;
}

async function entryOf({ file, tables }: Volume, cluster: number): Promise<number> {
  const entry = Buffer.alloc(4);
  await file.read(entry, 0, 4, (tables[0] ?? 0) + cluster * 4);
  return entry.readUInt32LE(0);
}

async function setEntry({ file, tables }: Volume, cluster: number, value: number): Promise<void> {
  const entry = Buffer.alloc(4);
  entry.writeUInt32LE(value);
  for (const table of tables) await file.write(entry, 0, 4, table + cluster * 4);
}
