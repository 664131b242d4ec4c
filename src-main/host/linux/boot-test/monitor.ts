import { createServer, type Server, type Socket } from 'node:net';
import { z } from 'zod';
import { stickError } from '../../../../src-shared/errors';

/** More than any answer that is asked for here. */
const LINE_LIMIT = 1024 * 1024;

/** QEMU's machine protocol (QMP): a greeting, answers in the order of the commands, and events between them. */
const MessageSchema = z.union([
  z
    .object({ return: z.unknown() })
    .strict()
    .transform((it) => ({ kind: 'return' as const, value: it.return })),
  z
    .object({ error: z.object({ desc: z.string() }) })
    .transform(({ error }) => ({ kind: 'error' as const, problem: error.desc })),
  z
    .object({ QMP: z.unknown() })
    .strict()
    .transform(() => ({ kind: 'other' as const })),
  z.object({ event: z.string() }).transform(() => ({ kind: 'other' as const })),
]);

const StatusSchema = z.object({ status: z.string() });

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** QEMU isn't there any more. Why, its own end tells. */
export class MonitorClosed extends Error {
  constructor() {
    super('QEMU has closed its monitor');
  }
}

/** A connection to a running virtual computer. Each call throws `tool/failed` for what QEMU refuses, and `MonitorClosed`. */
export class Monitor {
  private readonly waiting: Waiting[] = [];
  private rest = '';
  private ended = false;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      this.take(text);
    });
    // Its `close` follows.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.ended = true;
      for (const { reject } of this.waiting.splice(0)) reject(new MonitorClosed());
    });
  }

  static async of(socket: Socket): Promise<Monitor> {
    const monitor = new Monitor(socket);
    await monitor.execute('qmp_capabilities');
    return monitor;
  }

  /** QEMU's name for what the virtual computer does, such as `running`, `shutdown` or `internal-error`. */
  async status(): Promise<string> {
    return StatusSchema.parse(await this.execute('query-status')).status;
  }

  /** Writes what the screen shows to a file, as a portable pixmap. */
  async screen(path: string): Promise<void> {
    await this.execute('screendump', { filename: path });
  }

  /** Writes part of the virtual computer's memory to a file. */
  async memory(range: { address: number; bytes: number }, path: string): Promise<void> {
    await this.execute('pmemsave', { val: range.address, size: range.bytes, filename: path });
  }

  private execute(command: string, args: object = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.ended) {
        reject(new MonitorClosed());
        return;
      }
      this.waiting.push({ resolve, reject });
      this.socket.write(`${JSON.stringify({ execute: command, arguments: args })}\n`);
    });
  }

  private take(text: string): void {
    const lines = `${this.rest}${text}`.split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.takeLine(line);
    if (this.rest.length > LINE_LIMIT) this.socket.destroy();
  }

  private takeLine(line: string): void {
    const message = readMessage(line);
    if (message === null) {
      this.socket.destroy();
      return;
    }
    if (message.kind === 'other') return;
    const asked = this.waiting.shift();
    if (message.kind === 'return') asked?.resolve(message.value);
    else asked?.reject(failed(message.problem));
  }
}

function readMessage(line: string): z.output<typeof MessageSchema> | null {
  try {
    return MessageSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

function failed(message: string): Error {
  return stickError('tool/failed', { tool: 'qemu-system-x86_64', message });
}

/** A socket at which QEMU will call. */
export interface MonitorSocket {
  connected: Promise<Monitor>;
  /** Whoever is connected stays so; `connected` rejects if nobody is. */
  close(): void;
}

/** Errors of the file system pass. */
export async function listenForMonitor(path: string): Promise<MonitorSocket> {
  const server = createServer();
  const connected = new Promise<Monitor>((resolve, reject) => {
    server.once('connection', (socket) => {
      Monitor.of(socket).then(resolve, reject);
    });
    server.once('close', () => {
      reject(failed('it did not call'));
    });
  });
  // It may be closed before anybody waits.
  connected.catch(() => undefined);
  await listen(server, path);
  return { connected, close: () => server.close() };
}

export function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}
