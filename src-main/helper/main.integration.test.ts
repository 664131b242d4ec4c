import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { access, chmod, chown, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MiB } from '../../src-shared/units';
import { builtScript } from '../host/built-script';
import { buildScripts } from '../host/linux/test-support/build-scripts';
import { MESSAGE_LIMIT, readLines, sendLine } from './lines';
import { SILENCE_LIMIT_SECONDS, SOCKET_NAME, TOKEN_NAME } from './protocol';

const tokens = {
  helper: randomBytes(32).toString('hex'),
  program: randomBytes(32).toString('hex'),
};

let removeScripts: () => Promise<void>;
let folder: string;
let server: Server;
let helper: ChildProcess | null = null;
let stderr = '';

beforeAll(async () => {
  removeScripts = await buildScripts();
});
afterAll(() => removeScripts());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-helper-'));
  await writeFile(join(folder, TOKEN_NAME), JSON.stringify(tokens), { mode: 0o600 });
  server = createServer().listen(join(folder, SOCKET_NAME));
  await once(server, 'listening');
});
afterEach(async () => {
  helper?.kill('SIGKILL');
  server.close();
  await rm(folder, { recursive: true, force: true });
});

function start(): { ended: Promise<number | null>; dialled: Promise<Socket> } {
  stderr = '';
  const child = spawn(process.execPath, [builtScript('helper'), folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  helper = child;
  child.stderr.on('data', (text: Buffer) => {
    stderr += text.toString();
  });
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  const dialled = new Promise<Socket>((resolve) => server.once('connection', resolve));
  return { ended, dialled };
}

/** Reads the next message that fits. */
function next(socket: Socket, say: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    readLines(
      socket,
      (message) => {
        const record = message as Record<string, unknown>;
        if (record['say'] === say) resolve(record);
      },
      reject,
    );
    socket.once('close', () => {
      reject(new Error('the helper hung up'));
    });
  });
}

async function greeted() {
  const { ended, dialled } = start();
  const socket = await dialled;
  const hello = await next(socket, 'hello');
  expect(hello['token']).toBe(tokens.helper);
  sendLine(socket, { say: 'hello', token: tokens.program });
  return { ended, socket };
}

const openFile = (path: string) => ({
  say: 'open',
  id: 0,
  slot: 0,
  target: { kind: 'file', path, sizeBytes: 4 * MiB },
  guards: { neededBytes: 0, protectedPaths: [], readOnly: false },
  allowLoop: false,
});

describe('whom the helper trusts', () => {
  it('works for the program that shows the right token', async () => {
    const { ended, socket } = await greeted();
    sendLine(socket, openFile(join(folder, 'a.img')));
    expect(await next(socket, 'done')).toMatchObject({ id: 0, value: { sizeBytes: 4 * MiB } });
    socket.destroy();
    expect(await ended).toBe(0);
  });

  it.each([
    ['another token', { say: 'hello', token: 'f'.repeat(64) }],
    ['a token that is too short', { say: 'hello', token: tokens.program.slice(1) }],
    ['its own token sent back', { say: 'hello', token: tokens.helper }],
    ['a request before the token', openFile('/tmp/never-made.img')],
  ])('ends at once when it is shown %s', async (_, message) => {
    const { ended, dialled } = start();
    sendLine(await dialled, message);
    expect(await ended).toBe(1);
    await expect(access('/tmp/never-made.img')).rejects.toThrow();
  });

  it('makes no image files for a user whose rights are fewer than its own', async () => {
    await chown(join(folder, TOKEN_NAME), 65534, 65534);
    await chown(folder, 65534, 65534);
    const { socket } = await greeted();
    sendLine(socket, openFile(join(folder, 'a.img')));
    expect(await next(socket, 'failed')).toMatchObject({ error: { code: 'permission/denied' } });
    expect(await exists(join(folder, 'a.img.unfinished'))).toBe(false);
  });

  it('does not dial when the tokens belong to somebody else than the folder', async () => {
    await chown(join(folder, TOKEN_NAME), 65534, 65534);
    expect(await start().ended).toBe(1);
    expect(stderr).toContain('not private');
  });

  it('does not dial when others may enter the folder', async () => {
    await chmod(folder, 0o755);
    const { ended } = start();
    expect(await ended).toBe(1);
    expect(stderr).toContain('not private');
  });

  it('does not dial when others may read the tokens, or they are a link to somewhere', async () => {
    await chmod(join(folder, TOKEN_NAME), 0o644);
    expect(await start().ended).toBe(1);
    await rm(join(folder, TOKEN_NAME));
    await symlink('/etc/shadow', join(folder, TOKEN_NAME));
    expect(await start().ended).toBe(1);
    expect(stderr).not.toContain('root:');
  });
});

describe('what the helper does not put up with', () => {
  it.each([
    ['what is not JSON', 'nonsense\n'],
    ['an unknown request', '{"say":"format","id":1}\n'],
    ['a request with something added', '{"say":"ping","shell":"rm"}\n'],
    ['a negative offset', '{"say":"read","id":1,"slot":0,"offset":-1,"length":1}\n'],
    ['a relative path', JSON.stringify({ ...openFile('a.img'), guards: 0 }) + '\n'],
    ['a number where a message should be', '5\n'],
    ['a line without an end', 'x'.repeat(MESSAGE_LIMIT + 1)],
  ])('ends at %s', async (_, text) => {
    const { ended, socket } = await greeted();
    socket.on('error', () => undefined);
    socket.write(text);
    expect(await ended).toBe(1);
  });

  it('ends at a number that another request still has', async () => {
    const { ended, socket } = await greeted();
    const read = { say: 'read', id: 7, slot: 0, offset: 0, length: 1 };
    socket.write(`${JSON.stringify(read)}\n${JSON.stringify(read)}\n`);
    expect(await ended).toBe(1);
    expect(stderr).toContain('two requests of one number');
  });

  it('answers a request that comes too early, and goes on', async () => {
    const { socket } = await greeted();
    sendLine(socket, { say: 'read', id: 7, slot: 0, offset: 0, length: 1 });
    expect(await next(socket, 'failed')).toMatchObject({ error: { code: 'helper/protocol' } });
    sendLine(socket, openFile(join(folder, 'a.img')));
    await next(socket, 'done');
  });
});

describe('a program that reads no answers', () => {
  it('does not make the helper grow', async () => {
    const { socket } = await greeted();
    const slots = Array.from({ length: 16 }, (_, slot) => slot);
    for (const slot of slots) {
      sendLine(socket, { ...openFile(join(folder, `${String(slot)}.img`)), id: slot, slot });
    }
    let opened = 0;
    await new Promise<void>((resolve, reject) => {
      readLines(
        socket,
        () => {
          opened += 1;
          if (opened === slots.length) resolve();
        },
        reject,
      );
    });
    socket.pause();
    const pid = String(helper?.pid);
    const before = await residentMiB(pid);
    let most = before;
    for (const slot of slots) {
      for (let id = 100; id < 115; id += 1) {
        const offset = ((id - 100) % 4) * MiB;
        sendLine(socket, { say: 'read', id: id + slot * 100, slot, offset, length: MiB });
      }
    }
    // A hostile program would go on like this; that it says nothing more is what ends the helper here.
    await expect
      .poll(
        async () => {
          most = Math.max(most, await residentMiB(pid));
          return exists(`/proc/${pid}`);
        },
        { timeout: 20_000, interval: 50 },
      )
      .toBe(false);
    // 240 MiB were asked for. Each target has its buffer and the answer that waits.
    expect(most - before).toBeLessThan(100);
  });
});

describe('a helper whose program is gone', () => {
  it('ends by itself after some seconds of silence and removes what it began', async () => {
    const { ended, socket } = await greeted();
    const image = join(folder, 'a.img');
    sendLine(socket, openFile(image));
    await next(socket, 'done');
    await access(`${image}.unfinished`);
    const silentSince = performance.now();
    expect(await ended).toBe(1);
    const seconds = (performance.now() - silentSince) / 1000;
    expect(stderr).toContain('silent');
    expect(seconds).toBeGreaterThan(SILENCE_LIMIT_SECONDS - 1);
    expect(seconds).toBeLessThan(SILENCE_LIMIT_SECONDS + 8);
    await expect(access(`${image}.unfinished`)).rejects.toThrow();
  });

  it('ends at once when the program is killed, and removes what it began', async () => {
    const image = join(folder, 'a.img');
    await new Promise((resolve) => server.close(resolve));
    const program = spawn(
      process.execPath,
      [
        '--eval',
        PROGRAM,
        join(folder, SOCKET_NAME),
        builtScript('helper'),
        folder,
        JSON.stringify({ say: 'hello', token: tokens.program }),
        JSON.stringify(openFile(image)),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [said] = (await once(program.stdout, 'data')) as [Buffer];
    const pid = Number(said.toString());
    await access(`${image}.unfinished`);
    await access(`/proc/${String(pid)}`);

    program.kill('SIGKILL');
    await expect
      .poll(() => exists(`/proc/${String(pid)}`), { timeout: 5000, interval: 50 })
      .toBe(false);
    expect(await exists(`${image}.unfinished`)).toBe(false);
  });
});

/** Opens a target as the real program does, says the helper's process id, and then only pings. */
const PROGRAM = `
  const [socket, script, folder, hello, open] = process.argv.slice(1);
  const { createServer } = require('node:net');
  const { spawn } = require('node:child_process');
  createServer((peer) => {
    peer.write(hello + '\\n' + open + '\\n');
    setInterval(() => peer.write('{"say":"ping"}\\n'), 1000);
    peer.on('data', (data) => {
      if (data.includes('"done"')) console.log(child.pid);
    });
  }).listen(socket);
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'ignore', 'pipe'] });
`;

/** Memory that a process has in use, in MiB; 0 when it has ended. */
async function residentMiB(pid: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
