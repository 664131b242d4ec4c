/** A place in a text as editors count: line and column from 1, columns in UTF-16 units. */
export interface TextPlace {
  line: number;
  column: number;
}

export type JsonText =
  | {
      ok: true;
      value: unknown;
      /** Where names were said again, for a reader that keeps the first. Empty otherwise. */
      repeated: { name: string; place: TextPlace }[];
      /** Where a field stands; where it is missing, the nearest thing around it. */
      placeOf: (field: readonly (string | number)[]) => TextPlace;
    }
  | { ok: false; place: TextPlace; message: string };

/** Deeper than anything people write, shallow enough for every stack. */
const DEEPEST = 64;

/**
 * Reads JSON (RFC 8259) and remembers where each field stands, which JSON.parse doesn't tell. A name that is said twice
 * in one object is refused, since which of the values counts would be a matter of luck, unless the program that the text
 * is for keeps the first.
 */
export function readJson(
  text: string,
  repeatedNames: 'refuse' | 'keep-first' = 'refuse',
): JsonText {
  const scanner = new Scanner(text, repeatedNames === 'keep-first');
  let value: unknown;
  try {
    value = scanner.document();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ok: false, place: placeAt(text, error.offset), message: error.message };
  }
  return {
    ok: true,
    value,
    repeated: scanner.repeated.map(({ name, offset }) => ({ name, place: placeAt(text, offset) })),
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

export function placeAt(text: string, offset: number): TextPlace {
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
  readonly repeated: { name: string; offset: number }[] = [];
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly keepsFirst: boolean,
  ) {}

  document(): unknown {
    this.match(SPACE);
    this.start = this.at;
    const value = this.value([]);
    if (this.at < this.text.length) this.fail('nothing more is expected here');
    return value;
  }

  /** A value and the space behind it. */
  private value(path: (string | number)[]): unknown {
    if (path.length > DEEPEST) this.fail('this is nested too deeply');
    if (this.take('{')) return this.members(path);
    if (this.take('[')) return this.items(path);
    const scalar = this.match(STRING) ?? this.match(OTHER);
    if (scalar === null) {
      this.fail(
        this.text[this.at] === '"'
          ? 'this text does not end, or has a wrong character'
          : 'a value is expected here',
      );
    }
    this.match(SPACE);
    return JSON.parse(scalar);
  }

  private members(path: (string | number)[]): Record<string, unknown> {
    const members = new Map<string, unknown>();
    if (!this.take('}')) {
      do {
        this.member(path, members);
      } while (this.take(','));
      if (!this.take('}')) this.fail('a comma or } is expected here');
    }
    return Object.fromEntries(members);
  }

  private member(path: (string | number)[], members: Map<string, unknown>): void {
    const offset = this.at;
    const quoted = this.match(STRING);
    if (quoted === null) this.fail('a name in quotation marks is expected here');
    const name = JSON.parse(quoted) as string;
    const again = members.has(name);
    if (again && !this.keepsFirst) throw new Fault(offset, `“${name}” is said twice`);
    if (again) this.repeated.push({ name, offset });
    this.match(SPACE);
    if (!this.take(':')) this.fail('a colon is expected here');
    const field = [...path, name];
    if (again) {
      this.value(field);
      return;
    }
    this.remember(field, offset);
    members.set(name, this.value(field));
  }

  private items(path: (string | number)[]): unknown[] {
    const items: unknown[] = [];
    if (this.take(']')) return items;
    do {
      const field = [...path, items.length];
      this.remember(field, this.at);
      items.push(this.value(field));
    } while (this.take(','));
    if (!this.take(']')) this.fail('a comma or ] is expected here');
    return items;
  }

  /** The first of that name stays: what a repeated one holds is not what the reader gets. */
  private remember(path: (string | number)[], offset: number): void {
    const key = pathKey(path);
    if (!this.offsets.has(key)) this.offsets.set(key, offset);
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
