import type { Socket } from 'node:net';
import { StickError, stickError, type StickState } from '../../src-shared/errors';
import type { DriveTestStep } from '../../src-shared/drive-test';
import type { Phase } from '../../src-shared/job';
import {
  HelloSchema,
  PING_EVERY_MS,
  ReplySchema,
  readLines,
  sameToken,
  sendLine,
  type HelperReply,
  type HelperRequest,
  type Tokens,
} from '../helper';
import type { Serviced } from './index';

/** A helper that has dialled says who it is within this time. */
const HELLO_TIMEOUT_MS = 10_000;

/** A cancelled request ends within this time, in milliseconds, even if the drive doesn't answer. */
const CANCEL_LIMIT_MS = 1200;

type SlotRequest = Extract<HelperRequest, { slot: number }>;
type Unnumbered = SlotRequest extends infer R
  ? R extends SlotRequest
    ? Omit<R, 'id'>
    : never
  : never;

/** What goes with a request. */
export interface Asking {
  /** Bytes that the message announces. */
  bytes?: Buffer;
  /** Ends the request; it then throws `cancelled` before long. */
  signal?: AbortSignal;
  onProgress?: (phase: Phase, doneBytes: number, totalBytes: number) => void;
  onTestProgress?: (step: DriveTestStep, overall: number) => void;
  onLine?: (line: string) => void;
  onWritten?: (writtenBytes: number) => void;
  onServiced?: (serviced: Serviced) => void;
  /** Milliseconds that a cancelled request may take at most; as long as most take, where it isn't said. */
  cancelLimitMs?: number;
}

/** An answer of the helper: a value, or bytes where something was read. */
export interface HelperAnswer {
  value: unknown;
  bytes: Buffer;
}

interface Waiting extends Asking {
  slot: number;
  resolve: (answer: HelperAnswer) => void;
  reject: (error: StickError) => void;
}

/** The program's end of its connection with the helper. */
export class HelperLink {
  /** Settles when the helper has shown its token; rejects with `helper/protocol` when it hasn't. */
  readonly trusted: Promise<void>;
  /** The last that the helper said about the stick of each slot. */
  private readonly sticks = new Map<number, StickState>();
  private readonly waiting = new Map<number, Waiting>();
  private readonly pings: NodeJS.Timeout;
  private nextId = 0;
  private lost: StickError | null = null;

  constructor(
    private readonly socket: Socket,
    tokens: Tokens,
    /** Why the helper ended, if it can be told. */
    private readonly reasonOfEnd: () => Promise<string>,
  ) {
    let trust: () => void = () => undefined;
    let distrust: (error: StickError) => void = () => undefined;
    let isTrusted = false;
    this.trusted = new Promise((resolve, reject) => {
      trust = resolve;
      distrust = reject;
    });
    const helloTimer = setTimeout(() => {
      this.fail('the helper did not say who it is');
    }, HELLO_TIMEOUT_MS);

    readLines(
      socket,
      (message, bytes) => {
        if (this.lost) return;
        if (isTrusted) {
          this.receive(message, bytes);
          return;
        }
        const hello = HelloSchema.safeParse(message);
        if (!hello.success || !sameToken(hello.data.token, tokens.helper)) {
          this.fail('somebody other than the helper dialled in');
          return;
        }
        isTrusted = true;
        clearTimeout(helloTimer);
        sendLine(socket, { say: 'hello', token: tokens.program });
        trust();
      },
      (error) => {
        this.lose(error);
      },
    );
    // Its reason is told by `close`, which always follows.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(helloTimer);
      clearInterval(this.pings);
      void this.reasonOfEnd().then((message) => {
        this.lose(stickError('helper/lost', { message }));
        distrust(this.lost ?? stickError('helper/lost', { message }));
      });
    });
    this.pings = setInterval(() => {
      sendLine(socket, { say: 'ping' });
    }, PING_EVERY_MS);
  }

  /**
   * Asks for something and waits for the answer. Throws what the helper answers, `cancelled`, or
   * `helper/lost` and `helper/protocol` with what is known about the slot's stick.
   */
  async request(message: Unnumbered, asking: Asking = {}): Promise<HelperAnswer> {
    const { slot } = message;
    if (this.lost) throw this.lost.withStick(this.stickOf(slot));
    const id = this.nextId++;
    const { signal, cancelLimitMs = CANCEL_LIMIT_MS } = asking;
    let timer: NodeJS.Timeout | undefined;
    const onAbort = (): void => {
      this.tell({ say: 'cancel', request: id });
      timer = setTimeout(() => {
        this.settle(id)?.reject(stickError('cancelled', {}, { stick: this.stickOf(slot) }));
      }, cancelLimitMs);
    };
    try {
      return await new Promise<HelperAnswer>((resolve, reject) => {
        this.waiting.set(id, { ...asking, slot, resolve, reject });
        sendLine(this.socket, { ...message, id }, asking.bytes);
        signal?.addEventListener('abort', onAbort, { once: true });
        if (signal?.aborted) onAbort();
      });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  tell(message: Exclude<HelperRequest, { id: number }>): void {
    sendLine(this.socket, message);
  }

  /** What is known of the stick of a slot doesn't hold any more: another one is to come there. */
  forgetStick(slot: number): void {
    this.sticks.delete(slot);
  }

  /** Nothing can be asked any more. */
  get isLost(): boolean {
    return this.lost !== null;
  }

  /** Hangs up. The helper then stops what it does, releases the target and ends. */
  hangUp(): void {
    clearInterval(this.pings);
    this.socket.destroy();
  }

  private receive(message: unknown, bytes: Buffer): void {
    const reply = ReplySchema.safeParse(message);
    if (reply.success) this.take(reply.data, bytes);
    else this.fail('the helper gave an answer of an unknown shape');
  }

  private take(reply: HelperReply, bytes: Buffer): void {
    switch (reply.say) {
      case 'stick':
        this.sticks.set(reply.slot, reply.state);
        return;
      case 'progress':
        this.waiting.get(reply.id)?.onProgress?.(reply.phase, reply.doneBytes, reply.totalBytes);
        return;
      case 'test-progress':
        this.waiting.get(reply.id)?.onTestProgress?.(reply.step, reply.overall);
        return;
      case 'line':
        this.waiting.get(reply.id)?.onLine?.(reply.line);
        return;
      case 'written':
        this.waiting.get(reply.id)?.onWritten?.(reply.writtenBytes);
        return;
      case 'serviced':
        this.waiting.get(reply.id)?.onServiced?.({ title: reply.title, refusal: reply.refusal });
        return;
      case 'done':
        this.settle(reply.id)?.resolve({ value: reply.value, bytes });
        return;
      case 'failed':
        this.settle(reply.id)?.reject(new StickError(reply.error));
        return;
    }
  }

  private settle(id: number): Waiting | undefined {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    return waiting;
  }

  private stickOf(slot: number): StickState {
    return this.sticks.get(slot) ?? 'untouched';
  }

  private fail(message: string): void {
    this.lose(stickError('helper/protocol', { message }));
  }

  private lose(error: StickError): void {
    if (this.lost) return;
    this.lost = error;
    for (const { reject, slot } of this.waiting.values()) {
      reject(error.withStick(this.stickOf(slot)));
    }
    this.waiting.clear();
    this.hangUp();
  }
}
