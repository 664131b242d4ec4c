import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SOCKET_NAME } from '../helper';
import { arrangeMeeting } from './linux/meeting';
import { RunningHelper } from './running-helper';

describe('a helper that dials and then says nothing', () => {
  it('is left as soon as the start is cancelled, and is hung up on', async () => {
    const cancel = new AbortController();
    let socket: Socket | null = null;
    let cancelledAt = 0;
    const start = (folder: string) => {
      socket = connect(join(folder, SOCKET_NAME));
      // The program says something, so it waits for the token now.
      socket.once('data', () => {
        cancelledAt = performance.now();
        cancel.abort();
      });
      const ended = once(socket, 'close').then(() => 'it was hung up on');
      return { ended, kill: () => undefined };
    };
    await expect(RunningHelper.start(start, cancel.signal, arrangeMeeting)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(performance.now() - cancelledAt).toBeLessThan(2000);
    await expect.poll(() => socket?.destroyed, { timeout: 5000 }).toBe(true);
  });
});
