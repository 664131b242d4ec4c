import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SOCKET_NAME, TOKEN_NAME, type Tokens } from '../../helper';
import { makeOwnedFolder } from '../../io';

/** Bytes that the address of a Unix socket may have, with its closing zero (unix(7)). */
const SOCKET_PATH_LIMIT = 108;
const PREFIX = 'sticksmith-helper-';

/** The place where a helper can dial in, once. */
export interface Meeting {
  /** The private folder: the helper's only argument. */
  folder: string;
  tokens: Tokens;
  /** The first connection, and the only one that is let in. */
  connected: Promise<Socket>;
  /** Removes the folder with the tokens and the socket. Connections that stand are kept. */
  end(): Promise<void>;
}

/** Makes a private folder with a socket and a file of two one-time tokens. */
export async function arrangeMeeting(): Promise<Meeting> {
  const folder = await privateFolder();
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const tokens: Tokens = { helper: newToken(), program: newToken() };
    const tokenFile = join(folder, TOKEN_NAME);
    await writeFile(tokenFile, JSON.stringify(tokens), { mode: 0o600, flag: 'wx' });
    const server = await listen(join(folder, SOCKET_NAME));
    const connected = new Promise<Socket>((resolve) => {
      server.on('connection', (socket) => {
        if (!server.listening) {
          socket.destroy();
          return;
        }
        server.close();
        resolve(socket);
      });
    });
    return {
      folder,
      tokens,
      connected,
      async end() {
        if (server.listening) server.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function privateFolder(): Promise<string> {
  const folder = await makeOwnedFolder(tmpdir(), PREFIX);
  if (Buffer.byteLength(join(folder, SOCKET_NAME)) < SOCKET_PATH_LIMIT) return folder;
  await rm(folder, { recursive: true, force: true });
  return makeOwnedFolder('/tmp', PREFIX);
}

function newToken(): string {
  return randomBytes(32).toString('hex');
}

function listen(path: string): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      resolve(server);
    });
  });
}
