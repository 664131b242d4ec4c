/** Bytes kept: far more than firmware and stand-in loaders print. */
const LIMIT = 512 * 1024;

/** What a serial port printed; of endless output the last 512 KiB. */
export class SerialLog {
  private kept = Buffer.alloc(0);

  add(chunk: Buffer): void {
    this.kept = Buffer.concat([this.kept, chunk]).subarray(-LIMIT);
  }

  /** Everything kept, as lines of plain text. */
  get text(): string {
    return plainText(this.kept.toString('utf8'));
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
