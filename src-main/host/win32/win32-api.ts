import { promisify } from 'node:util';
import { WindowsError } from './win32-codes';
import { RM_PROCESS_INFO_BYTES } from './win32-structures';

/** An open file, volume or drive. */
export type Handle = number | bigint;

/** The functions of Windows that drives are handled with. All of them throw a `WindowsError`. */
export interface Win32Api {
  /** CreateFileW of something that exists. */
  open(path: string, access: number, share: number, flags: number): Handle;
  close(handle: Handle): void;
  /** DeviceIoControl without input. Returns what the device answered. */
  control(handle: Handle, code: number, replyBytes: number): Buffer;
  /** Where a file lies, without links: `\\?\Volume{…}\…`. */
  finalPath(handle: Handle): string;
  /** Fills the buffer from a byte offset on; fewer bytes are an error. */
  read(handle: Handle, buffer: Buffer, offset: number): Promise<void>;
  write(handle: Handle, buffer: Buffer, offset: number): Promise<void>;
  flush(handle: Handle): Promise<void>;
  /** The Restart Manager, which is asked here and never told to end anything. */
  rmStart(): number;
  /** Registers files by their paths; folders make `rmList` fail. */
  rmRegister(session: number, files: readonly string[]): void;
  /** Lists the programs that use them, if there is room for all in `room` records. */
  rmList(session: number, room: Buffer): { code: number; needed: number; count: number };
  rmEnd(session: number): void;
}

const OPEN_EXISTING = 3;
/** GetFinalPathNameByHandleW: the volume by its GUID. */
const VOLUME_NAME_GUID = 1;
/** Longest path of Windows, in UTF-16 units. */
const LONGEST_PATH = 32_768;
/** Characters of a Restart Manager's session key, and its zero (CCH_RM_SESSION_KEY). */
const SESSION_KEY_UNITS = 33;
/** ERROR_HANDLE_EOF */
const END_OF_FILE = 38;

/**
 * Windows' own functions. Reading and writing go through ntdll, since an error of another thread can't be asked for
 * afterwards, and these return theirs. Throws where there are no such libraries. koffi is loaded when needed: its native part is
 * of no use on another system.
 * (documented: https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntwritefile)
 */
export async function loadWin32Api(): Promise<Win32Api> {
  const { default: koffi } = await import('koffi');
  const kernel32 = koffi.load('kernel32.dll');
  const ntdll = koffi.load('ntdll.dll');
  const rstrtmgr = koffi.load('rstrtmgr.dll');
  const std = '__stdcall';
  const handle = 'intptr_t';

  const lastError = kernel32.func(std, 'GetLastError', 'uint32_t', []);
  const createFile = kernel32.func(std, 'CreateFileW', handle, [
    'str16',
    'uint32_t',
    'uint32_t',
    'void *',
    'uint32_t',
    'uint32_t',
    handle,
  ]);
  const closeHandle = kernel32.func(std, 'CloseHandle', 'int', [handle]);
  const deviceIoControl = kernel32.func(std, 'DeviceIoControl', 'int', [
    handle,
    'uint32_t',
    'void *',
    'uint32_t',
    'void *',
    'uint32_t',
    'void *',
    'void *',
  ]);
  const getFinalPath = kernel32.func(std, 'GetFinalPathNameByHandleW', 'uint32_t', [
    handle,
    'void *',
    'uint32_t',
    'uint32_t',
  ]);
  const transfer = [
    handle,
    handle,
    'void *',
    'void *',
    'void *',
    'void *',
    'uint32_t',
    'void *',
    'void *',
  ];
  const ntReadFile = ntdll.func(std, 'NtReadFile', 'int32_t', transfer);
  const ntWriteFile = ntdll.func(std, 'NtWriteFile', 'int32_t', transfer);
  const ntFlush = ntdll.func(std, 'NtFlushBuffersFile', 'int32_t', [handle, 'void *']);
  const toDosError = ntdll.func(std, 'RtlNtStatusToDosError', 'uint32_t', ['int32_t']);
  const rmStartSession = rstrtmgr.func(std, 'RmStartSession', 'uint32_t', [
    'void *',
    'uint32_t',
    'void *',
  ]);
  const rmRegisterResources = rstrtmgr.func(std, 'RmRegisterResources', 'uint32_t', [
    'uint32_t',
    'uint32_t',
    'str16 *',
    'uint32_t',
    'void *',
    'uint32_t',
    'void *',
  ]);
  const rmGetList = rstrtmgr.func(std, 'RmGetList', 'uint32_t', [
    'uint32_t',
    'void *',
    'void *',
    'void *',
    'void *',
  ]);
  const rmEndSession = rstrtmgr.func(std, 'RmEndSession', 'uint32_t', ['uint32_t']);

  const fail = (call: string): never => {
    throw new WindowsError(call, lastError() as number);
  };
  const expectZero = (call: string, code: number): void => {
    if (code !== 0) throw new WindowsError(call, code);
  };
  const expectSuccess = (call: string, status: number): void => {
    if (status < 0) throw new WindowsError(call, toDosError(status) as number);
  };
  const moveBytes = async (
    call: 'NtReadFile' | 'NtWriteFile',
    open: Handle,
    buffer: Buffer,
    offset: number,
  ): Promise<void> => {
    const move = call === 'NtReadFile' ? ntReadFile : ntWriteFile;
    const position = Buffer.alloc(8);
    position.writeBigInt64LE(BigInt(offset));
    // IO_STATUS_BLOCK: status, then how many bytes were moved.
    const outcome = Buffer.alloc(16);
    const status = await (promisify(move.async) as AsyncCall)(
      open,
      0,
      null,
      null,
      outcome,
      buffer,
      buffer.length,
      position,
      null,
    );
    expectSuccess(call, status);
    if (outcome.readBigUInt64LE(8) !== BigInt(buffer.length)) {
      throw new WindowsError(call, END_OF_FILE);
    }
  };

  return {
    open(path, access, share, flags) {
      const opened = createFile(path, access, share, null, OPEN_EXISTING, flags, 0) as Handle;
      return BigInt(opened) === -1n ? fail('CreateFileW') : opened;
    },
    close(open) {
      closeHandle(open);
    },
    control(open, code, replyBytes) {
      const reply = Buffer.alloc(replyBytes);
      const returned = Buffer.alloc(4);
      const room = replyBytes === 0 ? null : reply;
      const done = deviceIoControl(open, code, null, 0, room, replyBytes, returned, null) as number;
      if (done === 0) return fail('DeviceIoControl');
      return reply.subarray(0, returned.readUInt32LE(0));
    },
    finalPath(open) {
      const path = Buffer.alloc(LONGEST_PATH * 2);
      const units = getFinalPath(open, path, LONGEST_PATH, VOLUME_NAME_GUID) as number;
      if (units === 0 || units >= LONGEST_PATH) return fail('GetFinalPathNameByHandleW');
      return path.toString('utf16le', 0, units * 2);
    },
    read: (open, buffer, offset) => moveBytes('NtReadFile', open, buffer, offset),
    write: (open, buffer, offset) => moveBytes('NtWriteFile', open, buffer, offset),
    async flush(open) {
      const flush = promisify(ntFlush.async) as AsyncCall;
      expectSuccess('NtFlushBuffersFile', await flush(open, Buffer.alloc(16)));
    },
    rmStart() {
      const session = Buffer.alloc(4);
      const key = Buffer.alloc(SESSION_KEY_UNITS * 2);
      expectZero('RmStartSession', rmStartSession(session, 0, key) as number);
      return session.readUInt32LE(0);
    },
    rmRegister(session, files) {
      const code = rmRegisterResources(session, files.length, files, 0, null, 0, null) as number;
      expectZero('RmRegisterResources', code);
    },
    rmList(session, room) {
      const needed = Buffer.alloc(4);
      const count = Buffer.alloc(4);
      count.writeUInt32LE(Math.floor(room.length / RM_PROCESS_INFO_BYTES));
      const list = room.length === 0 ? null : room;
      const code = rmGetList(session, needed, count, list, Buffer.alloc(4)) as number;
      return { code, needed: needed.readUInt32LE(0), count: count.readUInt32LE(0) };
    },
    rmEnd(session) {
      rmEndSession(session);
    },
  };
}

type AsyncCall = (...args: unknown[]) => Promise<number>;
