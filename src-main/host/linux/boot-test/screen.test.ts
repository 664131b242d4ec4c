import { describe, expect, it } from 'vitest';
import { TEXT_MEMORY, isBlank, isTextMode, parsePixmap, screenText } from './screen';

const pixmap = (header: string, bytes: number[]): Buffer =>
  Buffer.concat([Buffer.from(header), Buffer.from(bytes)]);

describe('a pixmap', () => {
  it('is read with its size and its pixels', () => {
    const screen = parsePixmap(pixmap('P6\n2 1\n255\n', [1, 2, 3, 10, 0x20, 30]));
    expect(screen).toMatchObject({ width: 2, height: 1 });
    expect(screen?.rgb.equals(Buffer.from([1, 2, 3, 10, 0x20, 30]))).toBe(true);
  });

  it.each([
    ['half written', 'P6\n2 1\n255\n', [1, 2, 3]],
    ['empty', '', []],
    ['of another kind', 'P5\n2 1\n255\n', [1, 2, 3, 4, 5, 6]],
    ['without pixels', 'P6\n0 0\n255\n', []],
  ])('that is %s is none', (_, header, bytes) => {
    expect(parsePixmap(pixmap(header, bytes))).toBeNull();
  });
});

it('a screen of one colour has nothing to see', () => {
  const screen = (bytes: number[]) => ({
    width: bytes.length / 3,
    height: 1,
    rgb: Buffer.from(bytes),
  });
  expect(isBlank(screen([7, 8, 9, 7, 8, 9, 7, 8, 9]))).toBe(true);
  expect(isBlank(screen([7, 8, 9, 7, 8, 9, 7, 8, 10]))).toBe(false);
  expect(isBlank(screen([7, 8, 9]))).toBe(true);
});

it('only a screen of 80 × 25 cells is one of text', () => {
  expect(isTextMode({ width: 720, height: 400, rgb: Buffer.alloc(0) })).toBe(true);
  expect(isTextMode({ width: 1280, height: 800, rgb: Buffer.alloc(0) })).toBe(false);
});

it('a text screen becomes its lines that are not empty', () => {
  const memory = Buffer.alloc(TEXT_MEMORY.bytes);
  const put = (row: number, text: string): void => {
    for (const [column, code] of Buffer.from(text, 'latin1').entries()) {
      memory.writeUInt8(code, (row * 80 + column) * 2);
      memory.writeUInt8(0x07, (row * 80 + column) * 2 + 1);
    }
  };
  put(0, 'SeaBIOS');
  put(3, '\xb3 framed \xb3   ');
  put(24, 'x'.repeat(80));
  expect(screenText(memory)).toBe(`SeaBIOS\n  framed\n${'x'.repeat(80)}`);
});
