import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

/** @typedef {import('./faults').DriveFaults} DriveFaults */
/** @typedef {import('./faults').ArrivedWrite} ArrivedWrite */

/**
 * The bytes of a drive that may misbehave, kept in a sparse file.
 */
export class FaultyContent {
  /** @type {DriveFaults} */
  #faults = {};
  #writtenSinceSet = 0;
  /** @type {ArrivedWrite[]} */
  #writes = [];
  #gone = false;
  /** Writes that wait, each by what lets it go on. @type {(() => void)[]} */
  #waiting = [];
  #holding = false;
  /** @type {(() => void)[]} */
  #onHeld = [];

  /**
   * @param {string} path File that is made.
   * @param {number} claimedBytes
   * @param {() => Promise<void>} onResize Called when its size becomes 0 or is back; before the write with which
   *   it vanishes is answered.
   */
  constructor(path, claimedBytes, onResize) {
    this.file = openSync(path, 'wx+', 0o600);
    this.claimedBytes = claimedBytes;
    this.onResize = onResize;
    ftruncateSync(this.file, claimedBytes);
  }

  /**
   * @param {DriveFaults} faults Replace those there were; writes that wait go on. A drive that had vanished is
   *   plugged in again.
   */
  async set(faults) {
    this.#faults = faults;
    this.#writtenSinceSet = 0;
    this.#holding = false;
    for (const goOn of this.#waiting.splice(0)) goOn();
    if (!this.#gone) return;
    this.#gone = false;
    await this.onResize();
  }

  /** Settles as soon as a write waits. */
  held() {
    if (this.#waiting.length > 0) return Promise.resolve();
    return /** @type {Promise<void>} */ (
      new Promise((resolve) => {
        this.#onHeld.push(resolve);
      })
    );
  }

  writes() {
    return this.#writes;
  }

  size() {
    return this.#gone ? 0 : this.claimedBytes;
  }

  gone() {
    return this.#gone;
  }

  /**
   * @param {number} offset
   * @param {number} length
   */
  read(offset, length) {
    const end = Math.min(offset + length, this.size());
    const bytes = Buffer.alloc(Math.max(0, end - offset));
    if (this.#gone || touches(offset, bytes.length, this.#faults.failsToRead)) {
      throw new Error('this read fails');
    }
    for (const piece of this.#pieces(offset, bytes.length)) {
      const part = bytes.subarray(piece.start, piece.start + piece.length);
      if (piece.place === null) part.fill(this.#faults.capacity?.filler ?? 0);
      else readSync(this.file, part, 0, part.length, piece.place);
    }
    return bytes;
  }

  /**
   * @param {number} offset
   * @param {Buffer} bytes
   */
  async write(offset, bytes) {
    while (this.#holds(offset, bytes.length)) await this.#wait();
    if (touches(offset, bytes.length, this.#faults.failsToWrite)) {
      throw new Error('this write fails');
    }
    if (this.#writtenSinceSet + bytes.length > (this.#faults.vanishesAfter ?? Infinity)) {
      await this.#vanish();
    }
    if (this.#gone) throw new Error('the drive is gone');
    this.#writtenSinceSet += bytes.length;
    this.#writes.push({ offset, length: bytes.length });
    this.#store(offset, bytes);
  }

  flush() {
    if (this.#gone) throw new Error('the drive is gone');
  }

  close() {
    closeSync(this.file);
  }

  async #vanish() {
    if (this.#gone) return;
    this.#gone = true;
    await this.onResize();
  }

  /**
   * @param {number} offset
   * @param {number} length
   */
  #holds(offset, length) {
    const { holds } = this.#faults;
    if (!holds) return false;
    this.#holding ||=
      'at' in holds
        ? touches(offset, length, holds.at)
        : this.#writtenSinceSet + length > holds.bytes;
    return this.#holding;
  }

  #wait() {
    const waiting = /** @type {Promise<void>} */ (
      new Promise((resolve) => {
        this.#waiting.push(resolve);
      })
    );
    for (const told of this.#onHeld.splice(0)) told();
    return waiting;
  }

  /**
   * @param {number} offset
   * @param {Buffer} bytes
   */
  #store(offset, bytes) {
    const { flipsBitAt } = this.#faults;
    if (flipsBitAt !== undefined && touches(offset, bytes.length, flipsBitAt)) {
      bytes.writeUInt8(bytes.readUInt8(flipsBitAt - offset) ^ 1, flipsBitAt - offset);
    }
    for (const { start, length, place } of this.#pieces(offset, bytes.length)) {
      if (place !== null) writeSync(this.file, bytes, start, length, place);
    }
  }

  /**
   * Where a run of bytes really lies: pieces of it, each with its place in the file or null for none.
   * @param {number} offset
   * @param {number} length
   */
  *#pieces(offset, length) {
    const real = this.#faults.capacity?.realBytes ?? Infinity;
    const wraps = this.#faults.capacity?.beyond === 'wraps';
    let start = 0;
    while (start < length) {
      const at = offset + start;
      const lost = at >= real && !wraps;
      const place = at < real ? at : at % real;
      const piece = lost ? length - start : Math.min(length - start, real - place);
      yield { start, length: piece, place: lost ? null : place };
      start += piece;
    }
  }
}

/**
 * @param {number} offset
 * @param {number} length
 * @param {number | undefined} place
 */
function touches(offset, length, place) {
  return place !== undefined && place >= offset && place < offset + length;
}
