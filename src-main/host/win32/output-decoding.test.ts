import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeOutput, isKnownCodePage, outputDecoder } from './output-decoding';

/** By the C library: an independent table of each code page. */
function encode(text: string, encoding: string): Buffer {
  return execFileSync('iconv', ['-f', 'UTF-8', '-t', encoding], { input: text });
}

function decodedInPieces(bytes: Buffer, codePage: number, pieceBytes: number): string {
  const decoder = outputDecoder(codePage);
  let text = '';
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    text += decoder.push(bytes.subarray(at, at + pieceBytes));
  }
  return text + decoder.end();
}

describe('the output of a program of Windows', () => {
  it.each([437, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 865, 866, 869])(
    'has every character of code page %i as iconv has it',
    (codePage) => {
      const upperHalf = Buffer.from(Array.from({ length: 128 }, (_, index) => 0x80 + index));
      // It leaves out bytes without a meaning.
      const expected = execFileSync('iconv', ['-c', '-f', `CP${String(codePage)}`, '-t', 'UTF-8'], {
        input: upperHalf,
      }).toString('utf8');
      expect(expected.length).toBeGreaterThan(110);
      expect(decodeOutput(upperHalf, codePage).replaceAll('\ufffd', '')).toBe(expected);
    },
  );

  it.each([
    ['German', 850, 'CP850', 'Die Größe beträgt 64 GB für „D:“'.replace(/[„“]/g, '"')],
    ['Polish', 852, 'CP852', 'Dysk został pomyślnie dołączony: żółć'],
    ['Russian', 866, 'CP866', 'Ошибка: 87. Неизвестный параметр'],
    ['Turkish', 857, 'CP857', 'İşlem başarıyla tamamlandı'],
    ['Greek', 737, 'CP737', 'Σφάλμα δίσκου'],
    ['Thai', 874, 'CP874', 'ข้อผิดพลาด'],
    ['Japanese', 932, 'CP932', 'エラー: 指定されたパスが見つかりません。'],
    ['Chinese', 936, 'GBK', '错误:找不到指定的文件。'],
    ['Korean', 949, 'CP949', '오류: 지정된 파일을 찾을 수 없습니다.'],
    ['Taiwanese', 950, 'BIG5', '錯誤:找不到指定的檔案。'],
    ['UTF-8', 65001, 'UTF-8', 'Größe 便携'],
  ])('is read in %s, however it arrives', (_, codePage, encoding, text) => {
    const bytes = encode(text, encoding);
    for (const pieceBytes of [1, 2, 3, 7, 1000]) {
      expect(decodedInPieces(bytes, codePage, pieceBytes)).toBe(text);
    }
  });

  it.each([
    ['UTF-16 with a byte order mark', Buffer.from('\ufeffGröße 便携\r\n', 'utf16le')],
    ['UTF-16 without one', Buffer.from('Größe 便携\r\n', 'utf16le')],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffGröße 便携\r\n', 'utf8')],
  ])('is known as %s, whatever the code page', (_, bytes) => {
    for (const pieceBytes of [1, 3, 1000]) {
      expect(decodedInPieces(bytes, 850, pieceBytes)).toBe('Größe 便携\r\n');
    }
  });

  it('reads the same in one piece and in many', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom(437, 850, 866, 932, 936, 65001),
        fc.integer({ min: 1, max: 9 }),
        (bytes, codePage, pieceBytes) => {
          const buffer = Buffer.from(bytes);
          expect(decodedInPieces(buffer, codePage, pieceBytes)).toBe(
            decodeOutput(buffer, codePage),
          );
        },
      ),
    );
  });

  it('is not kept back once it is known not to be UTF-16', () => {
    expect(outputDecoder(437).push(Buffer.from('0\n'))).toBe('0\n');
  });

  it('loses nothing of a very short output', () => {
    expect(decodeOutput(Buffer.from('0\r\n'), 437)).toBe('0\r\n');
    expect(decodeOutput(Buffer.alloc(0), 437)).toBe('');
  });

  it('keeps what is ASCII of an unknown code page', () => {
    expect(isKnownCodePage(1)).toBe(false);
    expect(decodeOutput(Buffer.from([0x4f, 0x4b, 0x2e, 0x9a, 0x21]), 1)).toBe('OK.\ufffd!');
  });
});
