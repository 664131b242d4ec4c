import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChecksumText } from './checksum-text';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

describe('parseChecksumText', () => {
  it.each([
    ['the text form of sha256sum', `${B}  other.iso\n${A}  win.iso\n`],
    ['the binary form of sha256sum', `${B} *other.iso\n${A} *win.iso\n`],
    ['the BSD form', `SHA256 (other.iso) = ${B}\nSHA256 (win.iso) = ${A}\n`],
    ['lines that end as on Windows', `${B}  other.iso\r\n${A}  win.iso\r\n`],
    ['capital letters', `${B}  OTHER.ISO\n${A.toUpperCase()}  WIN.ISO\n`],
    ['a byte order mark', `\uFEFF${A}  win.iso\n`],
    ['a path before the name', `${A}  ./downloads/win.iso\n`],
    ['a path of Windows', `${A} *C:\\Downloads\\win.iso\n`],
    [
      'hashes of other kinds beside it',
      `MD5 (win.iso) = ${'c'.repeat(32)}\nSHA256 (win.iso) = ${A}`,
    ],
    ['a signed list', `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n${A}  win.iso\n`],
    ['a hash and nothing else', A],
    ['a hash among blank lines and comments', `# from the publisher\n\n  ${A.toUpperCase()}  \r\n`],
  ])('reads %s', (_, text) => {
    expect(parseChecksumText(text, 'win.iso')).toBe(A);
  });

  it('finds names with spaces, quotes, umlauts and a leading dash', () => {
    for (const name of ['-my "Windows" für 中文.iso', "it's (1).iso", 'a) = b.iso']) {
      expect(parseChecksumText(`${B}  x.iso\n${A}  ${name}\n`, name)).toBe(A);
      expect(parseChecksumText(`SHA256 (${name}) = ${A}\n`, name)).toBe(A);
    }
  });

  it('matches an umlaut however it was composed', () => {
    expect(parseChecksumText(`${A}  fu\u0308r.iso`, 'für.iso')).toBe(A);
  });

  it('reads names that sha256sum had to escape', () => {
    expect(parseChecksumText(`\\${A}  odd\\nname.iso`, 'odd\nname.iso')).toBe(A);
  });

  it.each([
    ['only other files are named', `${A}  other.iso\n${B}  another.iso`],
    ['the only line names another file', `${A}  other.iso`],
    ['two bare hashes leave it open', `${A}\n${B}`],
    ['a bare hash follows a line about another file', `SHA256 hash of other.iso:\n${A}`],
    ['the same name has two hashes', `${A}  a/win.iso\n${B}  b/win.iso`],
    ['the hash is too short', `${A.slice(1)}  win.iso`],
    ['the hash is of another kind', `${A}${A}  win.iso`],
    ['the text is empty', ''],
  ])('gives nothing when %s', (_, text) => {
    expect(parseChecksumText(text, 'win.iso')).toBeNull();
  });

  it('prefers the name in exactly these letters', () => {
    expect(parseChecksumText(`${B}  Win.ISO\n${A}  win.iso`, 'win.iso')).toBe(A);
  });

  it('never takes the hash of another file from any list', () => {
    const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
    const name = fc.stringMatching(/^[a-z]{1,6}\.iso$/);
    const lines = fc.array(fc.record({ hash, name }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, name, (list, wanted) => {
        const found = parseChecksumText(
          list.map((line) => `${line.hash}  ${line.name}`).join('\n'),
          wanted,
        );
        const own = new Set(list.filter((line) => line.name === wanted).map((line) => line.hash));
        expect(found).toBe(own.size === 1 ? [...own][0] : null);
      }),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string(), (text, name) => {
        const found = parseChecksumText(text, name);
        expect(found === null || /^[0-9a-f]{64}$/.test(found)).toBe(true);
      }),
    );
  });
});
