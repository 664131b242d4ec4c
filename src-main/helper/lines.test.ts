import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MESSAGE_LIMIT, readLines, sendLine } from './lines';

let folder: string;
let server: Server;
let sender: Socket;
let receiver: Socket;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-lines-'));
  const path = join(folder, 'socket');
  server = createServer().listen(path);
  await once(server, 'listening');
  const connection = once(server, 'connection');
  sender = connect(path);
  [receiver] = (await connection) as [Socket];
});
afterEach(async () => {
  sender.destroy();
  receiver.destroy();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Everything that arrives until the sender ends. */
function received(): Promise<{ messages: [unknown, string][]; faults: string[] }> {
  const messages: [unknown, string][] = [];
  const faults: string[] = [];
  readLines(
    receiver,
    (message, bytes) => messages.push([message, bytes.toString('hex')]),
    (error) => faults.push(error.message),
  );
  return once(receiver, 'end').then(() => ({ messages, faults }));
}

describe('messages over a socket', () => {
  it('arrive as they were sent, with their bytes, however the stream is cut up', async () => {
    const message = fc.record({
      text: fc.string({ unit: 'grapheme' }),
      bytes: fc.uint8Array({ maxLength: 300 }),
    });
    const sent = fc.sample(fc.array(message, { maxLength: 40 }), { numRuns: 5, seed: 4 }).flat();
    const arriving = received();
    const wire: Buffer[] = [];
    for (const { text, bytes } of sent) {
      wire.push(
        Buffer.from(`${JSON.stringify({ text, bytes: bytes.length })}\n`),
        Buffer.from(bytes),
      );
    }
    const stream = Buffer.concat(wire);
    for (let start = 0; start < stream.length; start += 7) {
      if (!sender.write(stream.subarray(start, start + 7))) await once(sender, 'drain');
    }
    sender.end();
    const { messages, faults } = await arriving;
    expect(faults).toEqual([]);
    expect(messages).toEqual(
      sent.map(({ text, bytes }) => [
        { text, bytes: bytes.length },
        Buffer.from(bytes).toString('hex'),
      ]),
    );
  });

  it('may carry newlines and braces in their bytes', async () => {
    const arriving = received();
    const bytes = Buffer.from('}\n{"say":"ping"}\n');
    sendLine(sender, { say: 'data', bytes: bytes.length }, bytes);
    sendLine(sender, { say: 'ping' });
    sender.end();
    expect((await arriving).messages).toEqual([
      [{ say: 'data', bytes: bytes.length }, bytes.toString('hex')],
      [{ say: 'ping' }, ''],
    ]);
  });

  it('stop at the first that is too long, without keeping it', async () => {
    const arriving = received();
    sender.write(Buffer.alloc(MESSAGE_LIMIT + 1, 'x'));
    sender.end('\n{"say":"ping"}\n');
    const { messages, faults } = await arriving;
    expect(messages).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('too long');
  });

  it('stop at the first that is no JSON', async () => {
    const arriving = received();
    sender.end('{"say":"ping"}\n{broken}\n{"say":"ping"}\n');
    const { messages, faults } = await arriving;
    expect(messages).toHaveLength(1);
    expect(faults).toHaveLength(1);
  });
});
