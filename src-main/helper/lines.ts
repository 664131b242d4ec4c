import type { Socket } from 'node:net';
import { messageOf, stickError, type StickError } from '../../src-shared/errors';

/** The longest message, in bytes. The largest honest one carries the first MiB of a stick as base64. */
export const LINE_LIMIT = 4 * 1024 * 1024;

export function sendLine(socket: Socket, message: unknown): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}

/**
 * Reads messages from a stream of bytes: JSON values, each followed by a newline. `onFault` is called
 * once, for a line too long or not JSON; nothing is read after that.
 */
export function readLines(
  socket: Socket,
  onMessage: (message: unknown) => void,
  onFault: (error: StickError) => void,
): void {
  let parts: Buffer[] = [];
  let length = 0;
  let broken = false;

  const fault = (message: string): void => {
    broken = true;
    parts = [];
    onFault(stickError('helper/protocol', { message }));
  };
  const take = (piece: Buffer): void => {
    length += piece.length;
    if (length > LINE_LIMIT) fault('it is too long');
    else parts.push(piece);
  };
  const finishLine = (): void => {
    if (broken) return;
    const line = Buffer.concat(parts).toString('utf8');
    parts = [];
    length = 0;
    let message: unknown;
    try {
      message = JSON.parse(line);
    } catch (error) {
      fault(messageOf(error));
      return;
    }
    onMessage(message);
  };

  socket.on('data', (chunk: Buffer) => {
    let start = 0;
    while (!broken) {
      const end = chunk.indexOf(0x0a, start);
      if (end === -1) {
        take(chunk.subarray(start));
        return;
      }
      take(chunk.subarray(start, end));
      finishLine();
      start = end + 1;
    }
  });
}
