/** Longest line that can be one: a hash and a name of 4096 bytes. */
const MOST_LINE_CHARACTERS = 4400;

interface NamedHash {
  name: string;
  hash: string;
}

/**
 * Finds an image's SHA-256 (64 small hexadecimal digits) in what a publisher wrote: the lines of
 * `sha256sum`, those of BSD (`SHA256 (name) = hash`), or a single hash and nothing else. Null when
 * there is none for this file, or when there are several that differ.
 */
export function parseChecksumText(text: string, imageFileName: string): string | null {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && line.length < MOST_LINE_CHARACTERS);
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && /^[0-9a-f]{64}$/i.test(only)) {
    return only.toLowerCase();
  }
  const named = lines.map(parseLine).filter((line) => line !== null);
  const wanted = fileName(imageFileName);
  return (
    agreedHash(named.filter(({ name }) => name === wanted)) ??
    agreedHash(named.filter(({ name }) => alike(name) === alike(wanted)))
  );
}

function parseLine(line: string): NamedHash | null {
  const gnu = /^(\\?)([0-9a-f]{64})[ \t]+\*?(\S.*)$/i.exec(line);
  if (gnu) {
    const [, escaped, hash = '', name = ''] = gnu;
    return named(escaped === '' ? name : unescapeName(name), hash);
  }
  const bsd = /^SHA256 ?\((.*)\) ?= ?([0-9a-f]{64})$/i.exec(line);
  return bsd ? named(bsd[1] ?? '', bsd[2] ?? '') : null;
}

/** sha256sum starts a line with a backslash when it had to write `\\`, `\n` or `\r` in the name. */
function unescapeName(name: string): string {
  return name.replace(/\\([\\nr])/g, (_, letter: string) =>
    letter === 'n' ? '\n' : letter === 'r' ? '\r' : '\\',
  );
}

function named(path: string, hash: string): NamedHash {
  return { name: fileName(path), hash: hash.toLowerCase() };
}

/** The last step of a path of either kind of computer. */
function fileName(path: string): string {
  return (path.split(/[/\\]/).at(-1) ?? path).normalize('NFC');
}

function alike(name: string): string {
  return name.toLowerCase();
}

function agreedHash(lines: readonly NamedHash[]): string | null {
  const [first] = lines;
  if (first === undefined) return null;
  return lines.every(({ hash }) => hash === first.hash) ? first.hash : null;
}
