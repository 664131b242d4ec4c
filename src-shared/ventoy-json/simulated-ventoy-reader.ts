import type { JsonValue } from './json';

/**
 * Reads a text by the rules of Ventoy's own reader (`ventoy_json.c`), for tests: texts end at the next quotation mark,
 * numbers are leading digits, what comes after the outermost value isn't looked at. Null where Ventoy gives up.
 */
export function readAsVentoy(text: string): JsonValue | null {
  const reader = new SimulatedReader(text);
  try {
    return reader.value();
  } catch (error) {
    if (error instanceof GivesUp) return null;
    throw error;
  }
}

class GivesUp extends Error {}

class SimulatedReader {
  private at = 0;

  constructor(private readonly text: string) {}

  value(): JsonValue {
    this.skip();
    for (const [word, value] of [
      ['null', null],
      ['false', false],
      ['true', true],
    ] as const) {
      if (this.takes(word)) return value;
    }
    switch (this.text[this.at]) {
      case '"':
        return this.quoted();
      case '[':
        return this.list();
      case '{':
        return this.object();
      default:
        return this.digits();
    }
  }

  private quoted(): string {
    if (!this.takes('"')) throw new GivesUp();
    const end = this.text.indexOf('"', this.at);
    if (end === -1) throw new GivesUp();
    const text = this.text.slice(this.at, end);
    this.at = end + 1;
    return text;
  }

  private digits(): number {
    const digits = /^\d+/.exec(this.text.slice(this.at, this.at + 30))?.[0];
    if (digits === undefined) throw new GivesUp();
    this.at += digits.length;
    return Number(digits);
  }

  private list(): JsonValue[] {
    const items: JsonValue[] = [];
    this.at += 1;
    this.skip();
    if (this.takes(']')) return items;
    do items.push(this.value());
    while (this.takesNext(','));
    if (!this.takes(']')) throw new GivesUp();
    return items;
  }

  private object(): JsonValue {
    const members = new Map<string, JsonValue>();
    this.at += 1;
    this.skip();
    if (this.takes('}')) return {};
    do {
      this.skip();
      const name = this.quoted();
      if (!this.takesNext(':')) throw new GivesUp();
      const value = this.value();
      if (!members.has(name)) members.set(name, value);
    } while (this.takesNext(','));
    if (!this.takes('}')) throw new GivesUp();
    return Object.fromEntries(members);
  }

  private takesNext(text: string): boolean {
    this.skip();
    return this.takes(text);
  }

  private takes(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private skip(): void {
    while (this.at < this.text.length && this.text.charCodeAt(this.at) <= 32) this.at += 1;
  }
}
