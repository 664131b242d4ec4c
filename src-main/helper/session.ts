import { stickError, toStickError, type StickState } from '../../src-shared/errors';
import { SECTOR, alignDown, alignUp } from '../../src-shared/units';
import type { Extent } from '../disk/extent';
import { deviceOf } from '../host/linux/drives';
import { alignedBuffers } from './aligned';
import { stopIfCancelled } from './cancel';
import { openTargetMedium, type OpenedTarget } from './open-medium';
import {
  EXTENT_LIMIT,
  PENDING_LIMIT,
  READ_LIMIT,
  type HelperReply,
  type HelperRequest,
  type PackedExtent,
  type WriteMessage,
} from './protocol';
import { openSource, type SourceFile } from './source-file';
import { writeStick, type WritingPhase } from './writer';

/** Milliseconds between two progress messages. */
const PROGRESS_EVERY_MS = 100;

export interface SessionOptions {
  /** The user who started the program: only that user's files may become a stick. */
  userUid: number;
  /** This process has rights that this user has not. */
  asRootForUser: boolean;
  reply: (reply: HelperReply, bytes?: Buffer) => void;
}

/** One target, opened once, and what is asked of it. Requests are done one after the other. */
export class Session {
  private opened: OpenedTarget | null = null;
  private readonly extents: Extent[] = [];
  /** One for each request that has no answer yet. */
  private readonly underWay = new Set<AbortController>();
  private last: Promise<void> = Promise.resolve();
  private readBuffer: Buffer | null = null;

  constructor(private readonly options: SessionOptions) {}

  /** Takes a request. Throws `helper/protocol` for one that makes no sense; the caller must end then. */
  take(request: HelperRequest, bytes: Buffer): void {
    switch (request.say) {
      case 'ping':
        return;
      case 'cancel':
        this.cancelAll();
        return;
      case 'extents':
        this.addExtents(request.list);
        return;
      case 'open':
        this.enqueue(request.id, (signal) => this.open(request, signal));
        return;
      case 'read':
        this.enqueue(request.id, () => this.read(request.offset, request.length));
        return;
      case 'write':
        this.enqueue(request.id, (signal) => this.write(request, bytes, signal));
        return;
      case 'adopt':
        this.enqueue(request.id, (signal) => this.adopt(request, signal));
        return;
      case 'close':
        this.cancelAll();
        this.enqueue(request.id, () => this.release());
        return;
    }
  }

  /** Stops what is under way and releases the target. */
  async end(): Promise<void> {
    this.cancelAll();
    await this.last;
    await this.release();
  }

  private cancelAll(): void {
    for (const request of this.underWay) request.abort();
  }

  private enqueue(id: number, work: (signal: AbortSignal) => Promise<unknown>): void {
    if (this.underWay.size >= PENDING_LIMIT) throw protocolError('too many requests at once');
    const request = new AbortController();
    this.underWay.add(request);
    this.last = this.last.then(async () => {
      try {
        const value = await work(request.signal);
        if (Buffer.isBuffer(value)) {
          this.options.reply({ say: 'done', id, value: null, bytes: value.length }, value);
        } else {
          this.options.reply({ say: 'done', id, value, bytes: 0 });
        }
      } catch (error) {
        this.options.reply({ say: 'failed', id, error: toStickError(error).toData() });
      } finally {
        this.underWay.delete(request);
      }
    });
  }

  private addExtents(list: readonly PackedExtent[]): void {
    if (this.extents.length + list.length > EXTENT_LIMIT) throw protocolError('too many extents');
    for (const [source, sourceOffset, targetOffset, length] of list) {
      this.extents.push({ source, sourceOffset, targetOffset, length });
    }
  }

  private async open(request: Extract<HelperRequest, { say: 'open' }>, signal: AbortSignal) {
    if (this.opened) throw protocolError('a target is open already');
    stopIfCancelled(signal);
    const opened = await openTargetMedium(request, this.options.asRootForUser, signal);
    if (signal.aborted) {
      await opened.medium.close();
      throw stickError('cancelled', {});
    }
    this.opened = opened;
    return { sizeBytes: opened.medium.sizeBytes };
  }

  private async read(offset: number, length: number) {
    const { medium } = this.target();
    if (offset + length > medium.sizeBytes) throw protocolError('reading past the end');
    const start = alignDown(offset, SECTOR);
    const end = Math.min(alignUp(offset + length, SECTOR), medium.sizeBytes);
    this.readBuffer ??= alignedBuffers(1, READ_LIMIT + 2 * SECTOR)[0] ?? null;
    if (!this.readBuffer) throw new Error('no memory for reading');
    const sectors = this.readBuffer.subarray(0, end - start);
    await medium.read(sectors, start);
    // A copy: the buffer is filled anew while this answer may still be on its way.
    return Buffer.from(sectors.subarray(offset - start, offset - start + length));
  }

  private async adopt(
    { source, offset }: Extract<HelperRequest, { say: 'adopt' }>,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { medium } = this.writable();
    stopIfCancelled(signal);
    // Opened for its checks only: whose file it is, and that it is no link.
    await (await openSource(source, this.options.userUid)).close();
    return medium.adopt(source.path, offset, signal);
  }

  private async write(request: WriteMessage, bytes: Buffer, signal: AbortSignal) {
    const { medium, deviceNumbers } = this.writable();
    if (this.extents.length !== request.extents) throw protocolError('extents got lost');
    const head = bytes.subarray(0, request.headBytes);
    const tail = bytes.subarray(request.headBytes);
    const sources: SourceFile[] = [];
    try {
      for (const source of request.sources) {
        sources.push(await openSource(source, this.options.userUid));
        await refuseOwnContent(source.path, medium.path, deviceNumbers);
      }
      return await writeStick(
        medium,
        { sources, extents: this.extents, head, tail },
        { signal, onProgress: this.progress(), onStick: this.tellStick },
      );
    } finally {
      this.extents.length = 0;
      await Promise.all(sources.map((source) => source.close()));
    }
  }

  private async release(): Promise<null> {
    const { opened } = this;
    this.opened = null;
    await opened?.medium.close();
    return null;
  }

  private target(): OpenedTarget {
    if (!this.opened) throw protocolError('no target is open');
    return this.opened;
  }

  private writable() {
    const target = this.target();
    if (target.access !== 'writing') throw protocolError('the target is open for reading only');
    return target;
  }

  private readonly tellStick = (state: StickState): void => {
    this.options.reply({ say: 'stick', state });
  };

  /** Passes on the first and last progress of a phase, and not too much of what lies between. */
  private progress() {
    let lastPhase = '';
    let lastTime = 0;
    return (phase: WritingPhase, doneBytes: number, totalBytes: number) => {
      const now = performance.now();
      const due = now - lastTime >= PROGRESS_EVERY_MS;
      if (phase === lastPhase && doneBytes < totalBytes && !due) return;
      lastPhase = phase;
      lastTime = now;
      this.options.reply({ say: 'progress', phase, doneBytes, totalBytes });
    };
  }
}

/** A source that lies on the very drive it is to be written to would be erased before it is read. */
async function refuseOwnContent(
  source: string,
  target: string,
  deviceNumbers: readonly string[],
): Promise<void> {
  const device = await deviceOf(source);
  if (device === null || !deviceNumbers.includes(device)) return;
  throw stickError('target/refused', { target, reasons: `it holds ${source}` });
}

function protocolError(message: string) {
  return stickError('helper/protocol', { message });
}
