import { open, type FileHandle } from 'node:fs/promises';

/** Bytes kept: far more than firmware and stand-in loaders print. */
const LIMIT = 512 * 1024;

/** What a serial port writes to a file; of endless output the last 512 KiB are kept. */
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

  /** Reads what is new. */
  async read(): Promise<void> {
    const { size } = await this.file.stat();
    this.position = Math.max(this.position, size - LIMIT);
    const buffer = Buffer.alloc(size - this.position);
    const { bytesRead } = await this.file.read(buffer, 0, buffer.length, this.position);
    this.position += bytesRead;
    this.kept = Buffer.concat([this.kept, buffer.subarray(0, bytesRead)]).subarray(-LIMIT);
  }

  close(): Promise<void> {
    return this.file.close();
  }
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
