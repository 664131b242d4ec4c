import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { identityOf, type Drive, type DriveIdentity } from '../../../../src-shared/drive';
import { listDrives } from '../../../host/linux/drives';
import { makeOwnedFolder } from '../../../io';
import type { ControlReply, ControlRequest } from './control';
import type { ArrivedWrite, DriveFaults } from './faults';

export type { ArrivedWrite, DriveFaults };

/** A loop device that misbehaves as it is told: the drive of a test about failing drives. */
export interface FaultyDrive {
  path: string;
  drive(): Promise<Drive>;
  identity(): Promise<DriveIdentity>;
  /** Replaces the faults there were. Writes that are held go on. */
  set(faults: DriveFaults): Promise<void>;
  /** Settles as soon as a write is held. */
  held(): Promise<void>;
  /** All writes that were stored, or lost for want of room, in the order in which they arrived. */
  writes(): Promise<ArrivedWrite[]>;
  /** The bytes it really keeps; all zeros at first, and past its real capacity. As long as it claims to be. */
  contents(): Promise<Buffer>;
  /** Removes everything. Whoever still has the device open gets errors from then on. */
  detach(): Promise<void>;
}

/** Attaches a drive that claims to hold this many bytes. */
export async function attachFaultyDrive(
  bytes: number,
  faults: DriveFaults = {},
): Promise<FaultyDrive> {
  const folder = await makeOwnedFolder(tmpdir(), 'sticksmith-faulty-');
  await mkdir(join(folder, 'mount'));
  const server = spawn(
    process.execPath,
    [join(import.meta.dirname, 'server.mjs'), folder, String(bytes)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const control = new Control(server);
  const path = await control.started;
  const drive = async (): Promise<Drive> => {
    const found = (await listDrives()).find((candidate) => candidate.path === path);
    if (!found) throw new Error(`${path} is not listed`);
    return found;
  };
  await control.ask({ ask: 'set', faults });
  return {
    path,
    drive,
    identity: async () => identityOf(await drive()),
    set: async (changed) => {
      await control.ask({ ask: 'set', faults: changed });
    },
    held: async () => {
      await control.ask({ ask: 'held' });
    },
    writes: async () => (await control.ask({ ask: 'writes' })).writes ?? [],
    contents: () => readFile(join(folder, 'content')),
    async detach() {
      await control.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Unnumbered = ControlRequest extends infer R
  ? R extends ControlRequest
    ? Omit<R, 'id'>
    : never
  : never;

/** The test's end of the conversation with the process behind the drive. */
class Control {
  /** The loop device. */
  readonly started: Promise<string>;
  private readonly waiting = new Map<
    number,
    { resolve: (reply: ControlReply) => void; reject: (error: Error) => void }
  >();
  private readonly ended: Promise<unknown>;
  private nextId = 0;

  constructor(private readonly server: ChildProcess) {
    if (!server.stdout) throw new Error('no pipes');
    this.ended = once(server, 'close');
    this.started = new Promise((resolve, reject) => {
      void this.ended.then(() => reject(this.lost()));
      createInterface({ input: server.stdout as NodeJS.ReadableStream }).on('line', (line) => {
        const reply = JSON.parse(line) as ControlReply;
        if (reply.path !== undefined) resolve(reply.path);
        if (reply.id === undefined) return;
        this.waiting.get(reply.id)?.resolve(reply);
        this.waiting.delete(reply.id);
      });
    });
    void this.ended.then(() => {
      for (const { reject } of this.waiting.values()) reject(this.lost());
    });
  }

  ask(request: Unnumbered): Promise<ControlReply> {
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      if (this.server.exitCode !== null) {
        reject(this.lost());
        return;
      }
      this.waiting.set(id, { resolve, reject });
      this.server.stdin?.write(`${JSON.stringify({ ...request, id })}\n`);
    });
  }

  async end(): Promise<void> {
    this.server.stdin?.end();
    await this.ended;
  }

  private lost(): Error {
    return new Error(`the process behind the drive ended (${String(this.server.exitCode)})`);
  }
}
