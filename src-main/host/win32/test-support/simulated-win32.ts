import { open } from 'node:fs/promises';
import { SECTOR } from '../../../../src-shared/units';
import type { Handle, Win32Api } from '../win32-api';
import {
  Access,
  ControlCode,
  OpenFlag,
  Share,
  WindowsError,
  WindowsErrorCode,
} from '../win32-codes';
import { RM_PROCESS_INFO_BYTES } from '../win32-structures';

/** A disk of the simulated computer. */
export interface SimulatedDisk {
  number: number;
  sizeBytes: number;
  /** Its volumes, as `\\?\Volume{…}` or `\\.\E:`. */
  volumes: string[];
  /** A file of this computer with the disk's bytes. Without one nothing is kept of what is written. */
  image?: string;
}

interface OpenFile {
  path: string;
  access: number;
  share: number;
  flags: number;
}

/** ERROR_INVALID_PARAMETER: what isn't whole sectors can't be moved past the cache. */
const INVALID_PARAMETER = 87;
/** ERROR_HANDLE_EOF */
const END_OF_FILE = 38;

/**
 * A model of how Windows lets drives and volumes be opened, locked and dismounted, for tests. It knows what a handle lets others do
 * (CreateFileW's ways of sharing), that a volume can't be locked while others have it open, and that no sector of a disk can be
 * written while a volume on it isn't locked; the last is harder than Windows, which lets sectors outside of volumes be written.
 * Calls are noted in `log`; `answers` lets a test decide what a call says, by its error's number, 0 being success.
 */
export class SimulatedWin32 implements Win32Api {
  readonly log: string[] = [];
  /** Where paths lie: `\\?\Volume{…}\…`, by path in small letters. */
  readonly finalPaths = new Map<string, string>();
  programs: { processId: number; name: string; service?: string }[] = [];
  registered: string[] = [];
  answers: (call: string, path: string) => number = () => 0;
  /** Before something is read or written: a test may have it take its time. */
  before: (call: 'read' | 'write', offset: number) => Promise<void> = () => Promise.resolve();
  readonly #open = new Map<number, OpenFile>();
  readonly #locked = new Set<number>();
  #next = 100;

  constructor(readonly disks: SimulatedDisk[]) {}

  get openHandles(): string[] {
    return [...this.#open.values()].map(({ path }) => path);
  }

  get lockedVolumes(): string[] {
    return [...this.#locked].map((handle) => this.#open.get(handle)?.path ?? '?');
  }

  /** Its handles answer with errors from then on. */
  pullOut(number: number): void {
    const index = this.disks.findIndex((disk) => disk.number === number);
    if (index === -1) throw new Error(`there is no disk ${String(number)}`);
    this.disks.splice(index, 1);
  }

  open(path: string, access: number, share: number, flags: number): Handle {
    this.#answer('open', path);
    const volume = this.disks.some(({ volumes }) => volumes.includes(path));
    const drive = this.#diskAt(path);
    if (!volume && !drive && !this.finalPaths.has(path.toLowerCase())) {
      throw new WindowsError('CreateFileW', WindowsErrorCode.FILE_NOT_FOUND);
    }
    if (volume && access !== Access.query && share !== Share.readWrite) {
      throw new WindowsError('CreateFileW', WindowsErrorCode.SHARING_VIOLATION);
    }
    const others = [...this.#open.values()].filter((other) => other.path === path);
    if (others.some((other) => !allows(other.share, access) || !allows(share, other.access))) {
      throw new WindowsError('CreateFileW', WindowsErrorCode.SHARING_VIOLATION);
    }
    this.#next += 1;
    this.#open.set(this.#next, { path, access, share, flags });
    return this.#next;
  }

  close(handle: Handle): void {
    const path = this.#pathOf(handle);
    this.log.push(`close ${path}`);
    this.#locked.delete(Number(handle));
    this.#open.delete(Number(handle));
  }

  control(handle: Handle, code: number, replyBytes: number): Buffer {
    const path = this.#pathOf(handle);
    const name = Object.entries(ControlCode).find(([, value]) => value === code)?.[0] ?? '?';
    this.#answer(name, path);
    if (code === ControlCode.FSCTL_LOCK_VOLUME) this.#lock(Number(handle), path);
    const disk = this.#diskAt(path) ?? this.disks.find(({ volumes }) => volumes.includes(path));
    const reply = Buffer.alloc(replyBytes);
    if (!disk) throw new WindowsError('DeviceIoControl', 1);
    if (code === ControlCode.IOCTL_STORAGE_GET_DEVICE_NUMBER) {
      reply.writeUInt32LE(7, 0);
      reply.writeUInt32LE(disk.number, 4);
    }
    if (code === ControlCode.IOCTL_DISK_GET_LENGTH_INFO) {
      reply.writeBigInt64LE(BigInt(disk.sizeBytes));
    }
    if (code === ControlCode.IOCTL_VOLUME_GET_VOLUME_DISK_EXTENTS) {
      reply.writeUInt32LE(1, 0);
      reply.writeUInt32LE(disk.number, 8);
    }
    return reply;
  }

  finalPath(handle: Handle): string {
    const path = this.#pathOf(handle);
    const final = this.finalPaths.get(path.toLowerCase());
    if (final === undefined) {
      throw new WindowsError('GetFinalPathNameByHandleW', WindowsErrorCode.PATH_NOT_FOUND);
    }
    return final;
  }

  read(handle: Handle, buffer: Buffer, offset: number): Promise<void> {
    return this.#transfer('read', handle, buffer, offset);
  }

  write(handle: Handle, buffer: Buffer, offset: number): Promise<void> {
    return this.#transfer('write', handle, buffer, offset);
  }

  async flush(handle: Handle): Promise<void> {
    await Promise.resolve();
    this.#answer('flush', this.#pathOf(handle));
  }

  rmStart(): number {
    this.#answer('rmStart', '');
    return 1;
  }

  rmRegister(_session: number, files: readonly string[]): void {
    this.registered = [...files];
  }

  rmList(_session: number, room: Buffer): { code: number; needed: number; count: number } {
    const needed = this.programs.length;
    if (room.length < needed * RM_PROCESS_INFO_BYTES) {
      return { code: WindowsErrorCode.MORE_DATA, needed, count: 0 };
    }
    this.programs.forEach(({ processId, name, service = '' }, index) => {
      const record = room.subarray(index * RM_PROCESS_INFO_BYTES);
      record.writeUInt32LE(processId, 0);
      record.write(`${name}\0`, 12, 'utf16le');
      record.write(`${service}\0`, 524, 'utf16le');
    });
    return { code: 0, needed, count: needed };
  }

  rmEnd(): void {
    this.log.push('rmEnd');
  }

  async #transfer(
    call: 'read' | 'write',
    handle: Handle,
    buffer: Buffer,
    offset: number,
  ): Promise<void> {
    await this.before(call, offset);
    const path = this.#pathOf(handle);
    this.#answer(call, path);
    this.log.push(`${String(buffer.length)} bytes at ${String(offset)}`);
    const disk = this.#diskAt(path);
    if (!disk) throw new WindowsError(call, WindowsErrorCode.IO_DEVICE);
    const { flags = OpenFlag.none } = this.#open.get(Number(handle)) ?? {};
    const isDirect = (flags & OpenFlag.direct) !== 0;
    const isWhole = offset % SECTOR === 0 && buffer.length % SECTOR === 0;
    if (isDirect && !isWhole) throw new WindowsError(call, INVALID_PARAMETER);
    if (offset + buffer.length > disk.sizeBytes) throw new WindowsError(call, END_OF_FILE);
    const isFree = disk.volumes.every((volume) => this.lockedVolumes.includes(volume));
    if (call === 'write' && !isFree) throw new WindowsError(call, WindowsErrorCode.ACCESS_DENIED);
    if (disk.image !== undefined) await moveBytes(call, disk.image, buffer, offset);
  }

  #lock(handle: number, path: string): void {
    const isShared = [...this.#open].some(
      ([other, file]) => other !== handle && file.path === path && file.access !== Access.query,
    );
    if (isShared) throw new WindowsError('DeviceIoControl', WindowsErrorCode.ACCESS_DENIED);
    this.#locked.add(handle);
  }

  #answer(call: string, path: string): void {
    this.log.push(`${call} ${path}`);
    const code = this.answers(call, path);
    if (code !== 0) throw new WindowsError(call, code);
  }

  #pathOf(handle: Handle): string {
    const file = this.#open.get(Number(handle));
    if (file === undefined) throw new Error(`handle ${String(handle)} is not open`);
    return file.path;
  }

  #diskAt(path: string): SimulatedDisk | undefined {
    return this.disks.find(({ number }) => path === `\\\\.\\PhysicalDrive${String(number)}`);
  }
}

/** Whether a way of sharing lets somebody have these rights. */
function allows(share: number, access: number): boolean {
  if (access === Access.query) return true;
  return access === Access.read ? (share & Share.read) !== 0 : share === (share | Share.readWrite);
}

async function moveBytes(
  call: 'read' | 'write',
  image: string,
  buffer: Buffer,
  offset: number,
): Promise<void> {
  const file = await open(image, call === 'read' ? 'r' : 'r+');
  try {
    const { length } = buffer;
    if (call === 'read') await file.read(buffer, 0, length, offset);
    else await file.write(buffer, 0, length, offset);
  } finally {
    await file.close();
  }
}
