/** A place in a text as editors count: line and column from 1, columns in UTF-16 units. */
export interface TextPlace {
  line: number;
  column: number;
}

export type JsonText =
  | {
      ok: true;
      value: unknown;
      /** Where a field stands; where it is missing, the nearest thing around it. */
      placeOf: (field: readonly (string | number)[]) => TextPlace;
    }
  | { ok: false; place: TextPlace; message: string };

/** Deeper than anything people write, shallow enough for every stack. */
const DEEPEST = 64;

/**
 * Reads JSON (RFC 8259) and remembers where each field stands, which JSON.parse doesn't tell. A name that is said twice
 * in one object is refused: which of the values counts would be a matter of luck.
 */
export function readJson(text: string): JsonText {
  const scanner = new Scanner(text);
  try {
    scanner.document();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ok: false, place: placeAt(text, error.offset), message: error.message };
  }
  return {
    ok: true,
    value: JSON.parse(text),
    placeOf(field) {
      for (let length = field.length; length > 0; length -= 1) {
        const offset = scanner.offsets.get(pathKey(field.slice(0, length)));
        if (offset !== undefined) return placeAt(text, offset);
      }
      return placeAt(text, scanner.start);
    },
  };
}

function pathKey(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}

function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

class Fault extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
const OTHER = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

class Scanner {
  /** Where the outermost value begins. */
  start = 0;
  /** By path: where a field's name, or an item, begins. */
  readonly offsets = new Map<string, number>();
  private at = 0;

  constructor(private readonly text: string) {}

  document(): void {
    this.match(SPACE);
    this.start = this.at;
    this.value([]);
    if (this.at < this.text.length) this.fail('nothing more is expected here');
  }

  /** A value and the space behind it. */
  private value(path: (string | number)[]): void {
    if (path.length > DEEPEST) this.fail('this is nested too deeply');
    if (this.take('{')) this.members(path);
    else if (this.take('[')) this.items(path);
    else if (this.match(STRING) === null && this.match(OTHER) === null) {
      this.fail(
        this.text[this.at] === '"'
          ? 'this text does not end, or has a wrong character'
          : 'a value is expected here',
      );
    }
    this.match(SPACE);
  }

  private members(path: (string | number)[]): void {
    const names = new Set<string>();
    if (this.take('}')) return;
    do {
      const offset = this.at;
      const quoted = this.match(STRING);
      if (quoted === null) this.fail('a name in quotation marks is expected here');
      const name = JSON.parse(quoted) as string;
      if (names.has(name)) throw new Fault(offset, `“${name}” is said twice`);
      names.add(name);
      this.offsets.set(pathKey([...path, name]), offset);
      this.match(SPACE);
      if (!this.take(':')) this.fail('a colon is expected here');
      this.value([...path, name]);
    } while (this.take(','));
    if (!this.take('}')) this.fail('a comma or } is expected here');
  }

  private items(path: (string | number)[]): void {
    if (this.take(']')) return;
    let index = 0;
    do {
      this.offsets.set(pathKey([...path, index]), this.at);
      this.value([...path, index]);
      index += 1;
    } while (this.take(','));
    if (!this.take(']')) this.fail('a comma or ] is expected here');
  }

  /** Takes one character and the space behind it, if it is next. */
  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    this.match(SPACE);
    return true;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  private fail(message: string): never {
    throw new Fault(this.at, message);
  }
}
