import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { TOKEN_NAME, type Tokens } from '../helper';

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

/**
 * Puts a file of two one-time tokens into `folder`, which is empty and private, and listens at `address`: a Unix socket or
 * a named pipe that isn't there yet. The folder is removed if that fails. Errors of the system pass as they are.
 */
export async function meetIn(folder: string, address: string): Promise<Meeting> {
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const tokens: Tokens = { helper: newToken(), program: newToken() };
    const tokenFile = join(folder, TOKEN_NAME);
    await writeFile(tokenFile, JSON.stringify(tokens), { mode: 0o600, flag: 'wx' });
    const server = await listen(address);
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

function newToken(): string {
  return randomBytes(32).toString('hex');
}

function listen(address: string): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      resolve(server);
    });
  });
}
