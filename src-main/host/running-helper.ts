import { messageOf, stickError, toStickError } from '../../src-shared/errors';
import { CHUNKS_PER_MESSAGE, SLOT_LIMIT, type PackedChunk } from '../helper';
import type { BlockMap, Chunk } from '../disk/extent';
import { unlessAborted, within } from '../io';
import { HelperLink } from './helper-link';
import type { Meeting } from './meeting';
import { SentMaps } from './sent-maps';

/** A helper that was told to end may take this long, in milliseconds, to finish its last writes. */
const END_LIMIT_MS = 5000;

/** A helper that was started. */
export interface HelperProcess {
  /** Settles when it has ended: with the end of what it said on stderr, or with the reason why it could not run. */
  ended: Promise<string>;
  /** Ends it at once, where that is in our power. */
  kill: () => void;
}

/** A helper that was started and has shown its token. */
export class RunningHelper {
  private readonly maps = new SentMaps();
  /** Numbers of targets, those first that have been free for longest. */
  private readonly freeSlots = Array.from({ length: SLOT_LIMIT }, (_, number) => number);
  private held = 0;
  private hasEnded = false;

  private constructor(
    readonly link: HelperLink,
    private readonly process: HelperProcess,
  ) {}

  /** Throws `elevation/denied`, `elevation/unavailable`, `helper/lost`, `helper/protocol`, `cancelled`. */
  static async start(
    start: (folder: string) => HelperProcess,
    signal: AbortSignal,
    arrange: () => Promise<Meeting>,
  ): Promise<RunningHelper> {
    const meeting = await arrange();
    let started: HelperProcess | null = null;
    let link: HelperLink | null = null;
    try {
      const helper = start(meeting.folder);
      started = helper;
      const failedToStart = helper.ended.then((message) => {
        throw stickError('helper/lost', { message });
      });
      const connected = Promise.race([meeting.connected, failedToStart]);
      const socket = await unlessAborted(connected, signal);
      link = new HelperLink(socket, meeting.tokens, () => reasonOfEnd(helper));
      await unlessAborted(link.trusted, signal);
      return new RunningHelper(link, helper);
    } catch (error) {
      link?.hangUp();
      started?.kill();
      throw toStickError(error);
    } finally {
      // Both sides have shown their tokens, or never will: no token is used twice.
      await meeting.end();
    }
  }

  /** It runs, and can be asked for more. */
  get isUsable(): boolean {
    return !this.hasEnded && !this.link.isLost && this.freeSlots.length > 0;
  }

  /** The helper runs until each who holds it has let go. */
  hold(): void {
    this.held += 1;
  }

  async letGo(): Promise<void> {
    this.held -= 1;
    if (this.held === 0) await this.end();
  }

  /** The number of a target that is to be opened, which holds the helper until it is given up. Throws `internal`. */
  takeSlot(): number {
    const slot = this.freeSlots.shift();
    if (slot === undefined) throw stickError('internal', { message: 'too many targets at once' });
    this.hold();
    this.link.forgetStick(slot);
    return slot;
  }

  /** `isReleased`: the helper has nothing open there any more, so that another target may get the number. */
  async giveUpSlot(slot: number, isReleased: boolean): Promise<void> {
    if (isReleased) {
      for (const map of this.maps.leave(slot)) this.link.tell({ say: 'forget-map', map });
      this.freeSlots.push(slot);
    }
    await this.letGo();
  }

  /** Sends a block map that a target is to be written from, unless the helper has it, and returns its number. */
  send(map: BlockMap, slot: number): number {
    const { number, isNew } = this.maps.use(map, slot);
    if (!isNew) return number;
    const { path, sizeBytes, chunks } = map;
    this.link.tell({
      say: 'map',
      map: number,
      source: { path, sizeBytes },
      chunks: chunks.length,
    });
    for (let start = 0; start < chunks.length; start += CHUNKS_PER_MESSAGE) {
      const list = chunks.slice(start, start + CHUNKS_PER_MESSAGE).map(packed);
      this.link.tell({ say: 'chunks', map: number, list });
    }
    return number;
  }

  private async end(): Promise<void> {
    this.hasEnded = true;
    this.link.hangUp();
    const ended = this.process.ended.then(
      () => true,
      () => true,
    );
    if (!(await within(ended, END_LIMIT_MS, false))) this.process.kill();
  }
}

function packed({ sourceOffset, targetOffset, length, hash }: Chunk): PackedChunk {
  return [sourceOffset, targetOffset, length, hash.toString(16).padStart(16, '0')];
}

function reasonOfEnd(helper: HelperProcess): Promise<string> {
  return within(helper.ended.catch(messageOf), END_LIMIT_MS, 'its connection broke');
}
