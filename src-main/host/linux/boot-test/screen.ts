/** A screen as QEMU's `screendump` writes it. */
export interface Screen {
  width: number;
  height: number;
  /** Three bytes a pixel, in rows from the top. */
  rgb: Buffer;
}

/** A portable pixmap (`P6`, at most 255 a colour): header of three numbers, then pixels. Null for one that isn't whole. */
export function parsePixmap(file: Buffer): Screen | null {
  const header = /^P6\s+(\d{1,5})\s+(\d{1,5})\s+255\s/.exec(file.toString('latin1', 0, 32));
  if (!header) return null;
  const [width, height] = [Number(header[1]), Number(header[2])];
  const rgb = file.subarray(header[0].length);
  return rgb.length === width * height * 3 && rgb.length > 0 ? { width, height, rgb } : null;
}

/** Whether every pixel has the same colour, so that there is nothing to see. */
export function isBlank({ rgb }: Screen): boolean {
  // All pixels are equal where each is equal to the next.
  return rgb.subarray(3).equals(rgb.subarray(0, -3));
}

/** VGA's text mode 3 of 80 × 25 cells, each of 9 × 16 pixels, as a computer's BIOS begins. */
const TEXT_MODE = { width: 720, height: 400, columns: 80, rows: 25 };
/** Where a cell lies in memory (colour text), and how many bytes they are: a character of code page 437 and its colours. */
export const TEXT_MEMORY = { address: 0xb8000, bytes: TEXT_MODE.columns * TEXT_MODE.rows * 2 };

export function isTextMode({ width, height }: Screen): boolean {
  return width === TEXT_MODE.width && height === TEXT_MODE.height;
}

/** The lines of a text screen without trailing blanks; what is no ASCII, such as frames, becomes a blank. */
export function screenText(memory: Buffer): string {
  const lines: string[] = [];
  for (let row = 0; row < TEXT_MODE.rows; row += 1) {
    let line = '';
    for (let column = 0; column < TEXT_MODE.columns; column += 1) {
      const code = memory[(row * TEXT_MODE.columns + column) * 2] ?? 0;
      line += code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : ' ';
    }
    lines.push(line.trimEnd());
  }
  return lines.filter((line) => line !== '').join('\n');
}
