import { open, type FileHandle } from 'node:fs/promises';

/** Bytes kept: far more than firmware and stand-in loaders print. */
const LIMIT = 512 * 1024;
const INTERVAL_MS = 100;

/** Follows the file that a serial port writes to; of endless output the last 512 KiB are kept. */
export class SerialLog {
  private kept = Buffer.alloc(0);
  private position = 0;

  private constructor(private readonly file: FileHandle) {}

  /** The file is made if it isn't there. */
  static async open(path: string): Promise<SerialLog> {
    return new SerialLog(await open(path, 'a+'));
  }

  /** Everything kept, as lines of plain text. */
  get text(): string {
    return plainText(this.kept.toString('utf8'));
  }

  /** Looks for news ten times a second until `signal` fires, and once more after that. */
  async follow(signal: AbortSignal, onNews: () => void): Promise<void> {
    while (!signal.aborted) {
      if (await this.read()) onNews();
      await pause(INTERVAL_MS, signal);
    }
    await this.read();
  }

  close(): Promise<void> {
    return this.file.close();
  }

  /** Whether there was anything new. */
  private async read(): Promise<boolean> {
    const before = this.position;
    const buffer = Buffer.alloc(LIMIT);
    const { size } = await this.file.stat();
    this.position = Math.max(this.position, size - LIMIT);
    const { bytesRead } = await this.file.read(buffer, 0, LIMIT, this.position);
    this.position += bytesRead;
    this.kept = Buffer.concat([this.kept, buffer.subarray(0, bytesRead)]).subarray(-LIMIT);
    return this.position > before;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}

/** Terminal output as lines: without cursor movements, colours and other control characters. */
export function plainText(output: string): string {
  return (
    output
      // Placing the cursor is how firmware begins a new line on a screen.
      .replace(/\x1b\[[0-9;]*H/g, '\n')
      .replace(/\x1b\[[0-9;=?]*[A-Za-z]/g, '')
      .replace(/\r/g, '')
      .replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '')
      .replace(/\n{2,}/g, '\n')
      .trim()
  );
}
