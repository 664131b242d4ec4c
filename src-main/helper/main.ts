import { once } from 'node:events';
import { connect } from 'node:net';
import { messageOf } from '../../src-shared/errors';
import { reclaimNodes } from './lent-range';
import { readLines, sendLine } from './lines';
import { removeStaleMounts } from './mount-folder';
import { meetingAddress, readPrivateFolder, sameToken } from './private-folder';
import { HelloSchema, RequestSchema, SILENCE_LIMIT_SECONDS } from './protocol';
import { removeStaleRuns } from './run-ventoy';
import { Session } from './session';

/**
 * The helper: the only process that opens a drive. Started with one argument, the private folder of
 * the program that started it; it dials the socket there. It ends when that connection does, when the
 * other side says something it shouldn't, and after ten seconds of silence.
 */
async function main(folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new Error('no folder given');
  const { userUid, userGid, tokens } = await readPrivateFolder(folder);
  const asRootForUser = process.getuid !== undefined && process.getuid() !== userUid;
  // Tidying up that fails is no reason to refuse the work.
  if (asRootForUser) await reclaimNodes(userUid).catch(() => undefined);
  if (process.getuid?.() === 0) {
    await removeStaleMounts().catch(() => undefined);
    await removeStaleRuns().catch(() => undefined);
  }
  const socket = connect(await meetingAddress(folder));
  const ended = new AbortController();
  const session = new Session({
    userUid,
    userGid,
    asRootForUser,
    reply: (reply, bytes) => sendLine(socket, reply, bytes),
    async drained() {
      if (!socket.writableNeedDrain) return;
      await once(socket, 'drain', { signal: ended.signal }).catch(() => undefined);
    },
  });

  const end = (reason: string | null): void => {
    if (ended.signal.aborted) return;
    ended.abort();
    clearInterval(heartbeat);
    if (reason !== null) {
      process.exitCode = 1;
      process.stderr.write(`${reason}\n`);
    }
    session
      .end()
      .catch((error: unknown) => process.stderr.write(`${messageOf(error)}\n`))
      .finally(() => {
        socket.destroy();
        process.exit();
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
    socket,
    (message, bytes) => {
      if (ended.signal.aborted) return;
      silentSeconds = 0;
      try {
        receive(message, bytes);
      } catch (error) {
        end(messageOf(error));
      }
    },
    (error) => end(error.message),
  );
  socket.on('connect', () => sendLine(socket, { say: 'hello', token: tokens.helper }));
  socket.on('error', (error) => end(error.message));
  socket.on('close', () => end(null));
  // Signals meant for the program, such as Ctrl+C in its terminal, reach the helper as well. It is the
  // program that decides; if it ends, the connection does.
  process.on('SIGINT', () => undefined);
  process.on('SIGHUP', () => undefined);
  process.on('SIGTERM', () => end(null));
  // Nobody may be left to read what is said there; that must not keep us from cleaning up.
  process.stderr.on('error', () => undefined);
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
});
