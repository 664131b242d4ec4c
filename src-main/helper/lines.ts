import type { Duplex } from 'node:stream';
import { z } from 'zod';
import { messageOf, stickError, type StickError } from '../../src-shared/errors';

/** The longest message, and the longest run of bytes after one. The largest honest one carries a block map. */
export const MESSAGE_LIMIT = 4 * 1024 * 1024;

/** A message with a count in `bytes` is followed by that many bytes as they are. */
const WithBytesSchema = z.object({ bytes: z.number().int().min(0).max(MESSAGE_LIMIT) });
const NOTHING = Buffer.alloc(0);

/** Sends a message, and after it `bytes`; the message must then say how many they are. */
export function sendLine(stream: Duplex, message: object, bytes: Buffer = NOTHING): void {
  if (!stream.writable) return;
  stream.write(`${JSON.stringify(message)}\n`);
  if (bytes.length > 0) stream.write(bytes);
}

/**
 * Reads messages: JSON values, each followed by a newline, and by raw bytes where the message says so.
 * `onFault` is called once, for what is too long or isn't JSON; nothing is read after that.
 */
export function readLines(
  stream: Duplex,
  onMessage: (message: unknown, bytes: Buffer) => void,
  onFault: (error: StickError) => void,
): void {
  let parts: Buffer[] = [];
  let length = 0;
  let broken = false;
  /** The message whose bytes are being gathered. */
  let open: { message: unknown; bytes: number } | null = null;

  const fault = (message: string): void => {
    broken = true;
    parts = [];
    onFault(stickError('helper/protocol', { message }));
  };
  const gather = (piece: Buffer): void => {
    length += piece.length;
    if (length > MESSAGE_LIMIT) fault('it is too long');
    else if (piece.length > 0) parts.push(piece);
  };
  const gathered = (): Buffer => {
    const [only] = parts;
    const whole = parts.length === 1 && only ? only : Buffer.concat(parts);
    parts = [];
    length = 0;
    return whole;
  };

  const finishLine = (): void => {
    if (broken) return;
    let message: unknown;
    try {
      message = JSON.parse(gathered().toString('utf8'));
    } catch (error) {
      fault(messageOf(error));
      return;
    }
    const bytes = WithBytesSchema.safeParse(message).data?.bytes ?? 0;
    if (bytes > 0) open = { message, bytes };
    else onMessage(message, NOTHING);
  };

  /** Takes what it can from the beginning of a chunk; returns how much that was. */
  const takeFrom = (chunk: Buffer): number => {
    if (open) {
      const { message, bytes } = open;
      const taken = Math.min(bytes - length, chunk.length);
      gather(chunk.subarray(0, taken));
      if (length === bytes) {
        open = null;
        onMessage(message, gathered());
      }
      return taken;
    }
    const end = chunk.indexOf(0x0a);
    if (end === -1) {
      gather(chunk);
      return chunk.length;
    }
    gather(chunk.subarray(0, end));
    finishLine();
    return end + 1;
  };

  stream.on('data', (chunk: Buffer) => {
    let start = 0;
    while (!broken && start < chunk.length) start += takeFrom(chunk.subarray(start));
  });
}
