/** Longest line, in bytes; the rest of a longer one is left out. */
const LINE_LIMIT = 4096;
/** What a line counts for beside its own bytes, so that empty ones are bounded as well. */
const LINE_COST = 64;
/** Bytes that are kept of what is printed first and of what is printed last. */
const HEAD_LIMIT = 512 * 1024;
const TAIL_LIMIT = 512 * 1024;
/** Bytes of lines that are passed on while they come. */
const PASS_LIMIT = 1024 * 1024;

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Keeps what a foreign program prints: as lines of text without colours, a bounded number of bytes from
 * its beginning and from its end, and passes lines on as they come, not more of them than that.
 */
export class KeptOutput {
  private readonly head: string[] = [];
  private readonly tail: string[] = [];
  private headBytes = 0;
  private tailBytes = 0;
  private passedBytes = 0;
  private leftOut = 0;
  private readonly streams = new Map<string, LineCutter>();

  constructor(private readonly onLine: (line: string) => void) {}

  add(stream: string, chunk: Buffer): void {
    const cutter = this.streams.get(stream) ?? new LineCutter();
    this.streams.set(stream, cutter);
    for (const line of cutter.add(chunk)) this.keep(line);
  }

  /** All that is kept, with what is not ended by a newline. */
  end(): string {
    for (const cutter of this.streams.values()) {
      const rest = cutter.end();
      if (rest !== null) this.keep(rest);
    }
    this.streams.clear();
    const gap = this.leftOut === 0 ? [] : [`[${String(this.leftOut)} lines are left out here]`];
    return [...this.head, ...gap, ...this.tail].join('\n');
  }

  private keep(bytes: Buffer): void {
    const line = plainText(bytes.toString('utf8'));
    const size = costOf(line);
    if (this.passedBytes + size <= PASS_LIMIT) {
      this.passedBytes += size;
      this.onLine(line);
    }
    if (this.tail.length === 0 && this.leftOut === 0 && this.headBytes + size <= HEAD_LIMIT) {
      this.headBytes += size;
      this.head.push(line);
      return;
    }
    this.tailBytes += size;
    this.tail.push(line);
    while (this.tailBytes > TAIL_LIMIT) {
      this.tailBytes -= costOf(this.tail.shift() ?? '');
      this.leftOut += 1;
    }
  }
}

function costOf(line: string): number {
  return Buffer.byteLength(line) + LINE_COST;
}

/** Cuts one stream into lines, of which it holds only the last, and no more of it than a line may have. */
class LineCutter {
  private parts: Buffer[] = [];
  private length = 0;

  *add(chunk: Buffer): Generator<Buffer> {
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      if (chunk[at] !== NEWLINE && chunk[at] !== RETURN) continue;
      this.gather(chunk.subarray(start, at));
      start = at + 1;
      // An empty line between a return and a newline is none.
      const isPair = chunk[at] === NEWLINE && chunk[at - 1] === RETURN;
      if (!isPair || this.length > 0) yield this.take();
    }
    this.gather(chunk.subarray(start));
  }

  end(): Buffer | null {
    return this.length === 0 ? null : this.take();
  }

  private gather(piece: Buffer): void {
    const fits = piece.subarray(0, LINE_LIMIT - this.length);
    if (fits.length === 0) return;
    // A copy: what is kept must not hold the whole chunk.
    this.parts.push(Buffer.from(fits));
    this.length += fits.length;
  }

  private take(): Buffer {
    const line = Buffer.concat(this.parts);
    this.parts = [];
    this.length = 0;
    return line;
  }
}

/** Takes out what directs a terminal: escape sequences (ECMA-48) and control characters. */
export function plainText(text: string): string {
  return text
    .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|[@-Z\\-_])/g, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}
