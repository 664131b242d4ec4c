import type { Socket } from 'node:net';
import { StickError, stickError, type StickState } from '../../../src-shared/errors';
import type { Phase } from '../../../src-shared/job';
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
} from '../../helper';

/** A helper that has dialled says who it is within this time. */
const HELLO_TIMEOUT_MS = 10_000;

export type ProgressListener = (phase: Phase, doneBytes: number, totalBytes: number) => void;
type Answered = Extract<HelperRequest, { id: number }>;
type Unnumbered = Answered extends infer R ? (R extends Answered ? Omit<R, 'id'> : never) : never;

/** An answer of the helper: a value, or bytes where something was read. */
export interface HelperAnswer {
  value: unknown;
  bytes: Buffer;
}

interface Waiting {
  resolve: (answer: HelperAnswer) => void;
  reject: (error: StickError) => void;
}

/** The program's end of its connection with the helper. */
export class HelperLink {
  /** Settles when the helper has shown its token; rejects with `helper/protocol` when it hasn't. */
  readonly trusted: Promise<void>;
  /** The last that the helper said about the stick. */
  stick: StickState = 'untouched';
  onProgress: ProgressListener | null = null;

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
        this.lose(stickError('helper/lost', { message }, { stick: this.stick }));
        distrust(this.lost ?? stickError('helper/lost', { message }));
      });
    });
    this.pings = setInterval(() => {
      sendLine(socket, { say: 'ping' });
    }, PING_EVERY_MS);
  }

  /** Asks for something and waits for the answer. Throws what the helper answers, or `helper/lost`. */
  request(message: Unnumbered, bytes?: Buffer): Promise<HelperAnswer> {
    if (this.lost) return Promise.reject(this.lost);
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      sendLine(this.socket, { ...message, id }, bytes);
    });
  }

  tell(message: Exclude<HelperRequest, { id: number }>): void {
    sendLine(this.socket, message);
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
        this.stick = reply.state;
        return;
      case 'progress':
        this.onProgress?.(reply.phase, reply.doneBytes, reply.totalBytes);
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

  private fail(message: string): void {
    this.lose(stickError('helper/protocol', { message }, { stick: this.stick }));
  }

  private lose(error: StickError): void {
    if (this.lost) return;
    this.lost = error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
    this.hangUp();
  }
}
