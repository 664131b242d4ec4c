import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { messageOf } from '../../src-shared/errors';
import { readLines, sendLine } from './lines';
import type { HelperPlatform } from './platform';
import { sameToken } from './private-folder';
import { HelloSchema, RequestSchema, SILENCE_LIMIT_SECONDS, type Tokens } from './protocol';
import { Session } from './session';

/** A helper at work for the program at the other end of a connection. */
export interface Serving {
  /** Settles when everything is released: with what the other side did wrong, or null. */
  ended: Promise<string | null>;
  /** Ends it. `fault`: what went wrong; null when nothing did. */
  end(fault: string | null): void;
}

/**
 * Does what the program asks for, once it has shown its token. It ends when the connection does, when the other side says
 * something it shouldn't, and after ten seconds of silence. `report` gets what went wrong, as soon as that is known.
 */
export function serve(
  stream: Duplex,
  { tokens, platform }: { tokens: Tokens; platform: HelperPlatform },
  report: (message: string) => void,
): Serving {
  const ending = new AbortController();
  const session = new Session({
    platform,
    reply: (reply, bytes) => sendLine(stream, reply, bytes),
    async drained() {
      if (!stream.writableNeedDrain) return;
      await once(stream, 'drain', { signal: ending.signal }).catch(() => undefined);
    },
  });

  let settle: (fault: string | null) => void = () => undefined;
  const ended = new Promise<string | null>((resolve) => {
    settle = resolve;
  });
  const end = (fault: string | null): void => {
    if (ending.signal.aborted) return;
    ending.abort();
    clearInterval(heartbeat);
    if (fault !== null) report(fault);
    void session
      .end()
      .catch((error: unknown) => {
        report(messageOf(error));
      })
      .finally(() => {
        stream.destroy();
        settle(fault);
      });
  };

  // Counted in ticks: a process that was stopped for a while doesn't wake up to a limit long past.
  let silentSeconds = 0;
  const heartbeat = setInterval(() => {
    silentSeconds += 1;
    if (silentSeconds > SILENCE_LIMIT_SECONDS) end('the program went silent');
  }, 1000);

  let trusted = false;
  const receive = (message: unknown, bytes: Buffer): void => {
    if (!trusted) {
      if (!sameToken(HelloSchema.parse(message).token, tokens.program)) {
        throw new Error('the program showed a wrong token');
      }
      trusted = true;
      return;
    }
    session.take(RequestSchema.parse(message), bytes);
  };

  readLines(
    stream,
    (message, bytes) => {
      if (ending.signal.aborted) return;
      silentSeconds = 0;
      try {
        receive(message, bytes);
      } catch (error) {
        end(messageOf(error));
      }
    },
    (error) => end(error.message),
  );
  stream.on('error', (error) => end(error.message));
  stream.on('close', () => end(null));
  sendLine(stream, { say: 'hello', token: tokens.helper });
  return { ended, end };
}
