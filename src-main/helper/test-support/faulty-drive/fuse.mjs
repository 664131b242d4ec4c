import { read, writevSync } from 'node:fs';

/**
 * As much of the FUSE protocol (include/uapi/linux/fuse.h of Linux) as a file system takes that holds
 * one file, spoken on /dev/fuse. All numbers are in the byte order of the processor, which is taken
 * to be little-endian.
 */

/** Name of the one file. */
export const FILE_NAME = 'drive';

const ROOT_NODE = 1n;
const FILE_NODE = 2n;
/** Most bytes in one write. */
const MAX_WRITE = 1024 * 1024;
const IN_HEADER = 40;
const OUT_HEADER = 16;
const RW_IN = 40;
const SECTOR = 512;

const Op = {
  lookup: 1,
  forget: 2,
  getattr: 3,
  setattr: 4,
  open: 14,
  read: 15,
  write: 16,
  statfs: 17,
  release: 18,
  fsync: 20,
  init: 26,
  interrupt: 36,
  destroy: 38,
  batchForget: 42,
};

const Errno = { ENOENT: 2, EIO: 5, ENODEV: 19, ENOSYS: 38 };

/** FUSE_ASYNC_READ, FUSE_BIG_WRITES, FUSE_ASYNC_DIO, FUSE_MAX_PAGES. */
const INIT_FLAGS = (1 << 0) | (1 << 5) | (1 << 15) | (1 << 22);
/**
 * FOPEN_DIRECT_IO: nothing of the file is kept in the page cache, every read and write reaches us.
 * FOPEN_NOFLUSH: closing it asks for nothing. The server itself has it open; a program that it starts
 * closes that again before Node goes on, which could then not be asked.
 */
const OPEN_FLAGS = (1 << 0) | (1 << 5);

/**
 * What the file does. Offsets and sizes are bytes. A rejection is an answer: with ENODEV when it is
 * `gone`, else with EIO.
 * @typedef {object} FileContent
 * @property {() => number} size
 * @property {() => boolean} gone
 * @property {(offset: number, length: number) => Buffer | Promise<Buffer>} read
 * @property {(offset: number, bytes: Buffer) => void | Promise<void>} write
 * @property {() => void | Promise<void>} flush
 */

/**
 * @typedef {object} Request
 * @property {number} op
 * @property {bigint} unique
 * @property {bigint} node
 * @property {Buffer} body What follows the header.
 */

class FuseError extends Error {
  /** @param {number} errno */
  constructor(errno) {
    super(`errno ${errno}`);
    this.errno = errno;
  }
}

/**
 * Answers requests until the file system is gone.
 * @param {number} device A file descriptor of /dev/fuse that was mounted.
 * @param {FileContent} file
 */
export async function serveFuse(device, file) {
  const buffer = Buffer.alloc(MAX_WRITE + 64 * 1024);
  while (true) {
    const length = await nextRequest(device, buffer);
    if (length === null) return;
    const request = {
      op: buffer.readUInt32LE(4),
      unique: buffer.readBigUInt64LE(8),
      node: buffer.readBigUInt64LE(16),
      // A copy: it may wait for its answer while the next request fills the buffer.
      body: Buffer.from(buffer.subarray(IN_HEADER, length)),
    };
    void answer(device, request, file);
  }
}

/**
 * @param {number} device
 * @param {Buffer} buffer
 * @returns {Promise<number | null>} Null once the file system is gone.
 */
function nextRequest(device, buffer) {
  return new Promise((resolve, reject) => {
    read(device, buffer, 0, buffer.length, null, (error, length) => {
      if (!error) resolve(length);
      else if (error.code === 'ENODEV') resolve(null);
      // A request that was taken back before we read it.
      else if (error.code === 'ENOENT' || error.code === 'EINTR' || error.code === 'EAGAIN') {
        resolve(nextRequest(device, buffer));
      } else reject(error);
    });
  });
}

/**
 * @param {number} device
 * @param {Request} request
 * @param {FileContent} file
 */
async function answer(device, request, file) {
  const { op, unique } = request;
  if (op === Op.forget || op === Op.batchForget || op === Op.interrupt) return;
  try {
    reply(device, unique, 0, await resultOf(request, file));
  } catch (error) {
    const otherwise = file.gone() ? Errno.ENODEV : Errno.EIO;
    reply(device, unique, error instanceof FuseError ? error.errno : otherwise, Buffer.alloc(0));
  }
}

/**
 * @param {number} device
 * @param {bigint} unique
 * @param {number} errno
 * @param {Buffer} body
 */
function reply(device, unique, errno, body) {
  const header = Buffer.alloc(OUT_HEADER);
  header.writeUInt32LE(OUT_HEADER + body.length, 0);
  header.writeInt32LE(-errno, 4);
  header.writeBigUInt64LE(unique, 8);
  try {
    writevSync(device, [header, body]);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    // Whoever asked has gone, or the whole file system.
    if (code !== 'ENOENT' && code !== 'ENODEV') throw error;
  }
}

/**
 * @param {Request} request
 * @param {FileContent} file
 * @returns {Promise<Buffer>}
 */
async function resultOf({ op, node, body }, file) {
  switch (op) {
    case Op.init:
      return initOut(body);
    case Op.lookup: {
      const name = body.subarray(0, body.indexOf(0)).toString('latin1');
      if (node !== ROOT_NODE || name !== FILE_NAME) throw new FuseError(Errno.ENOENT);
      return entryOut(file);
    }
    case Op.getattr:
    case Op.setattr:
      return Buffer.concat([Buffer.alloc(16), attributes(node, file)]);
    case Op.open:
      return openOut();
    case Op.read:
      return file.read(Number(body.readBigUInt64LE(8)), body.readUInt32LE(16));
    case Op.write: {
      const length = body.readUInt32LE(16);
      await file.write(Number(body.readBigUInt64LE(8)), body.subarray(RW_IN, RW_IN + length));
      return writeOut(length);
    }
    case Op.fsync:
      await file.flush();
      return Buffer.alloc(0);
    case Op.statfs:
      return statfsOut(file);
    case Op.release:
    case Op.destroy:
      return Buffer.alloc(0);
    default:
      throw new FuseError(Errno.ENOSYS);
  }
}

/** @param {Buffer} body */
function initOut(body) {
  const out = Buffer.alloc(64);
  out.writeUInt32LE(7, 0);
  out.writeUInt32LE(Math.min(body.readUInt32LE(4), 31), 4);
  out.writeUInt32LE(body.readUInt32LE(8), 8);
  out.writeUInt32LE((body.readUInt32LE(12) & INIT_FLAGS) >>> 0, 12);
  out.writeUInt16LE(64, 16);
  out.writeUInt16LE(48, 18);
  out.writeUInt32LE(MAX_WRITE, 20);
  out.writeUInt32LE(1, 24);
  out.writeUInt16LE(MAX_WRITE / 4096, 28);
  return out;
}

/** @param {FileContent} file */
function entryOut(file) {
  // How long name and attributes stay true is left at 0 seconds: sizes change.
  const out = Buffer.alloc(40);
  out.writeBigUInt64LE(FILE_NODE, 0);
  return Buffer.concat([out, attributes(FILE_NODE, file)]);
}

function openOut() {
  const out = Buffer.alloc(16);
  out.writeUInt32LE(OPEN_FLAGS, 8);
  return out;
}

/** @param {number} length */
function writeOut(length) {
  const out = Buffer.alloc(8);
  out.writeUInt32LE(length, 0);
  return out;
}

/** @param {FileContent} file */
function statfsOut(file) {
  const out = Buffer.alloc(80);
  out.writeBigUInt64LE(BigInt(file.size() / SECTOR), 0);
  out.writeUInt32LE(SECTOR, 40);
  out.writeUInt32LE(255, 44);
  out.writeUInt32LE(SECTOR, 48);
  return out;
}

/**
 * @param {bigint} node
 * @param {FileContent} file
 */
function attributes(node, file) {
  const isFile = node === FILE_NODE;
  const size = BigInt(isFile ? file.size() : 0);
  const out = Buffer.alloc(88);
  out.writeBigUInt64LE(node, 0);
  out.writeBigUInt64LE(size, 8);
  out.writeBigUInt64LE(size / BigInt(SECTOR), 16);
  out.writeUInt32LE(isFile ? 0o100600 : 0o40700, 60);
  out.writeUInt32LE(isFile ? 1 : 2, 64);
  out.writeUInt32LE(SECTOR, 80);
  return out;
}
