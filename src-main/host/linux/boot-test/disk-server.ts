import { createServer, type Socket } from 'node:net';
import { alignDown, MiB, SECTOR } from '../../../../src-shared/units';
import type { ByteSource } from '../../../io';
import { listen } from './monitor';

/*
 * A server of the NBD protocol (https://github.com/NetworkBlockDevice/nbd/blob/master/doc/proto.md, “fixed newstyle”
 * and simple replies), from which QEMU reads disks that only this program may open. It knows no command that writes.
 */

const GREETING = 0x4e42444d41474943n;
const OPTION_MAGIC = 0x49484156454f5054n;
const OPTION_REPLY_MAGIC = 0x3e889045565a9n;
const REQUEST_MAGIC = 0x25609513;
const REPLY_MAGIC = 0x67446698;

const FIXED_NEWSTYLE = 1;
const NO_ZEROES = 2;
/** “Has flags” and “read-only”. */
const EXPORT_FLAGS = 1 | 2;

const OPTION = { exportName: 1, abort: 2, info: 6, go: 7 };
const REPLY = { ack: 1, info: 3, unsupported: 2 ** 31 + 1, unknown: 2 ** 31 + 6 };
const INFO_EXPORT = 0;
const COMMAND = { read: 0, disconnect: 2 };
const ERROR = { none: 0, io: 5, invalid: 22 };

/** Names and what is asked about them are short. */
const OPTION_LIMIT = 4096;
/** The protocol's largest request that a server has to take. */
const READ_LIMIT = 32 * MiB;

export interface DiskServer {
  /** The first error that reading a disk gave; null while there was none. */
  readonly failure: Error | null;
  /** Ends every connection. */
  close(): Promise<void>;
}

/** Serves disks at a Unix socket, for reading only, as exports named by their place: `0`, `1` …. Errors of the file system pass. */
export async function serveDisks(
  disks: readonly ByteSource[],
  socketPath: string,
): Promise<DiskServer> {
  const connections = new Set<Socket>();
  let failure: Error | null = null;
  const onFailure = (error: Error): void => {
    failure ??= error;
  };
  const server = createServer((socket) => {
    connections.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => connections.delete(socket));
    serve(socket, disks, onFailure)
      .catch(onFailure)
      .finally(() => socket.destroy());
  });
  await listen(server, socketPath);
  return {
    get failure() {
      return failure;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of connections) socket.destroy();
      }),
  };
}

async function serve(
  socket: Socket,
  disks: readonly ByteSource[],
  onFailure: (error: Error) => void,
): Promise<void> {
  const disk = await agree(socket, disks);
  if (disk) await answerReads(socket, disk, onFailure);
}

/** The handshake. Null when the other side leaves or doesn't speak the protocol. */
async function agree(socket: Socket, disks: readonly ByteSource[]): Promise<ByteSource | null> {
  const greeting = Buffer.alloc(18);
  greeting.writeBigUInt64BE(GREETING, 0);
  greeting.writeBigUInt64BE(OPTION_MAGIC, 8);
  greeting.writeUInt16BE(FIXED_NEWSTYLE | NO_ZEROES, 16);
  await send(socket, greeting);
  const flags = await take(socket, 4);
  if (!flags) return null;
  const padding = (flags.readUInt32BE(0) & NO_ZEROES) === 0 ? 124 : 0;

  for (;;) {
    const header = await take(socket, 16);
    if (header?.readBigUInt64BE(0) !== OPTION_MAGIC) return null;
    const [option, length] = [header.readUInt32BE(8), header.readUInt32BE(12)];
    const data = length > OPTION_LIMIT ? null : await take(socket, length);
    if (!data) return null;
    switch (option) {
      case OPTION.exportName: {
        const disk = named(disks, data.toString('utf8'));
        if (disk) await send(socket, Buffer.concat([exportInfo(disk), Buffer.alloc(padding)]));
        return disk;
      }
      case OPTION.go:
      case OPTION.info: {
        const disk = length < 4 ? null : named(disks, nameIn(data));
        if (!disk) {
          await send(socket, optionReply(option, REPLY.unknown));
          break;
        }
        const kind = Buffer.alloc(2);
        kind.writeUInt16BE(INFO_EXPORT);
        await send(
          socket,
          optionReply(option, REPLY.info, Buffer.concat([kind, exportInfo(disk)])),
        );
        await send(socket, optionReply(option, REPLY.ack));
        if (option === OPTION.go) return disk;
        break;
      }
      case OPTION.abort:
        await send(socket, optionReply(option, REPLY.ack));
        return null;
      default:
        await send(socket, optionReply(option, REPLY.unsupported));
    }
  }
}

/** The name in what is asked about a disk: its length, the name, and a list of what else is of interest. */
function nameIn(data: Buffer): string {
  return data.toString('utf8', 4, 4 + data.readUInt32BE(0));
}

function named(disks: readonly ByteSource[], name: string): ByteSource | null {
  return /^\d$/.test(name) ? (disks[Number(name)] ?? null) : null;
}

function exportInfo(disk: ByteSource): Buffer {
  const info = Buffer.alloc(10);
  info.writeBigUInt64BE(BigInt(alignDown(disk.size, SECTOR)), 0);
  info.writeUInt16BE(EXPORT_FLAGS, 8);
  return info;
}

function optionReply(option: number, type: number, data: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(20);
  header.writeBigUInt64BE(OPTION_REPLY_MAGIC, 0);
  header.writeUInt32BE(option, 8);
  header.writeUInt32BE(type, 12);
  header.writeUInt32BE(data.length, 16);
  return Buffer.concat([header, data]);
}

/** One request after the other, so that never more than one answer is in memory. */
async function answerReads(
  socket: Socket,
  disk: ByteSource,
  onFailure: (error: Error) => void,
): Promise<void> {
  for (;;) {
    const request = await take(socket, 28);
    if (request?.readUInt32BE(0) !== REQUEST_MAGIC) return;
    const command = request.readUInt16BE(6);
    const cookie = request.subarray(8, 16);
    const [offset, length] = [Number(request.readBigUInt64BE(16)), request.readUInt32BE(24)];
    if (command === COMMAND.disconnect) return;
    // After a command that writes comes what is to be written: whoever sends one ignores that the disk is read-only.
    if (command !== COMMAND.read) return;
    if (length > READ_LIMIT || offset + length > disk.size) {
      await send(socket, reply(ERROR.invalid, cookie));
      continue;
    }
    const data = await disk.read(offset, length).catch((error: unknown) => {
      onFailure(error instanceof Error ? error : new Error(String(error)));
      return null;
    });
    await send(socket, reply(data ? ERROR.none : ERROR.io, cookie));
    if (data) await send(socket, data);
  }
}

function reply(error: number, cookie: Buffer): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt32BE(REPLY_MAGIC, 0);
  header.writeUInt32BE(error, 4);
  cookie.copy(header, 8);
  return header;
}

/** Waits until the bytes are on their way, so that they don't pile up. Does nothing once the connection has ended. */
function send(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    socket.write(bytes, () => {
      resolve();
    });
  });
}

/** Exactly so many bytes; null when the connection ends before. */
async function take(socket: Socket, length: number): Promise<Buffer | null> {
  if (length === 0) return Buffer.alloc(0);
  for (;;) {
    const bytes = socket.read(length) as Buffer | null;
    if (bytes) return bytes.length === length ? bytes : null;
    if (socket.readableEnded || socket.destroyed) return null;
    await somethingNew(socket);
  }
}

function somethingNew(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const events = ['readable', 'end', 'close'] as const;
    const done = (): void => {
      for (const event of events) socket.off(event, done);
      resolve();
    };
    for (const event of events) socket.on(event, done);
  });
}
