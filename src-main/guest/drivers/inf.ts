import { InfError } from './inf-error';
import { decodeInfText } from './inf-text';

/*
 * The syntax of INF files: Microsoft, “General syntax rules for INF files” and “INF Strings section”. Sections and
 * keys are compared without regard to case, sections of one name are one section, `;` begins a comment, `\` at the
 * end of a line continues it, `"…"` keeps everything but `""`, and `%name%` stands for a text of [Strings].
 */

/** Characters of a section's name (Microsoft, “General syntax rules for INF files”). */
const LONGEST_SECTION_NAME = 255;
/** All texts that names of strings stand for, together: a small file can name a long text a million times. */
const MOST_EXPANDED = 32 * 2 ** 20;

/** `key = field, field`, or fields alone. Quotes are gone and names of strings replaced. */
export interface InfLine {
  key: string | null;
  fields: string[];
}

export interface Inf {
  /** Names of the sections as they are written, each once. */
  readonly sectionNames: readonly string[];
  /** The lines of a section; none when there is no such section. */
  section(name: string): readonly InfLine[];
}

/** Reads an INF file. Throws InfError when it is none. */
export function parseInf(bytes: Buffer): Inf {
  const raw = new Map<string, { name: string; lines: InfLine[] }>();
  let current: InfLine[] | null = null;
  for (const line of logicalLines(decodeInfText(bytes))) {
    const name = sectionName(line);
    if (name !== null) {
      const key = name.toLowerCase();
      const known = raw.get(key) ?? { name, lines: [] };
      raw.set(key, known);
      current = known.lines;
    } else {
      if (current === null) throw new InfError('its first line belongs to no section');
      current.push(splitLine(line));
    }
  }
  if (raw.size === 0) throw new InfError('it has no sections');

  const expand = expander(readStrings(raw));
  const sections = new Map(
    [...raw].map(([key, { lines }]) => [key, lines.map((line) => expandLine(line, expand))]),
  );
  return {
    sectionNames: [...raw.values()].map(({ name }) => name),
    section: (name) =>
      (name.length > LONGEST_SECTION_NAME ? undefined : sections.get(name.toLowerCase())) ?? [],
  };
}

/** The first line with that key. */
export function lineOf(inf: Inf, section: string, key: string): InfLine | undefined {
  const wanted = key.toLowerCase();
  return inf.section(section).find((line) => line.key?.toLowerCase() === wanted);
}

/** The first field of the first line with that key; undefined where there is none, or it is empty. */
export function fieldOf(inf: Inf, section: string, key: string): string | undefined {
  const field = lineOf(inf, section, key)?.fields[0];
  return field === '' ? undefined : field;
}

/** Lines without comments and with what continues them, trimmed; empty ones are left out. */
function* logicalLines(text: string): Generator<string> {
  let pending = '';
  for (const physical of text.split(/\r\n|\r|\n/)) {
    const line = withoutComment(physical).trimEnd();
    if (line.endsWith('\\') && !endsInQuotes(line)) {
      pending += line.slice(0, -1);
      continue;
    }
    const whole = (pending + line).trim();
    pending = '';
    if (whole !== '') yield whole;
  }
  if (pending.trim() !== '') yield pending.trim();
}

function withoutComment(line: string): string {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ';' && !quoted) return line.slice(0, at);
  }
  return line;
}

/** An odd number of quotes: the end of the line is still within them. */
function endsInQuotes(line: string): boolean {
  return (line.split('"').length - 1) % 2 === 1;
}

function sectionName(line: string): string | null {
  if (!line.startsWith('[')) return null;
  const end = line.indexOf(']');
  if (end < 0) throw new InfError(`the name of a section has no end: ${line.slice(0, 40)}`);
  const name = unquote(line.slice(1, end).trim());
  if (name.length > LONGEST_SECTION_NAME) {
    throw new InfError(`the name of a section is too long: ${name.slice(0, 40)}`);
  }
  return name;
}

function splitLine(line: string): InfLine {
  const parts = splitOutsideQuotes(line, '=', 2);
  const [first = '', rest] = parts;
  if (rest === undefined) return { key: null, fields: splitFields(first) };
  return { key: unquote(first.trim()), fields: splitFields(rest) };
}

function splitFields(text: string): string[] {
  return splitOutsideQuotes(text, ',').map((field) => unquote(field.trim()));
}

/** Cuts a text at a separator that is not within quotes, into at most `most` pieces. */
function splitOutsideQuotes(text: string, separator: string, most = Infinity): string[] {
  const pieces: string[] = [];
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length && pieces.length + 1 < most; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === separator && !quoted) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...pieces, text.slice(start)];
}

/** Takes quotes away; `""` within them is one. */
function unquote(text: string): string {
  if (!text.includes('"')) return text;
  let plain = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '"') plain += text.charAt(at);
    else if (quoted && text[at + 1] === '"') {
      plain += '"';
      at += 1;
    } else quoted = !quoted;
  }
  return plain;
}

/** [Strings], which holds for every language that has no section of its own, before those of single languages. */
function readStrings(raw: ReadonlyMap<string, { lines: InfLine[] }>): Map<string, string> {
  const strings = new Map<string, string>();
  const names = [...raw.keys()].filter((name) => /^strings(\.[0-9a-f]+)?$/.test(name)).sort();
  for (const name of names) {
    for (const { key, fields } of raw.get(name)?.lines ?? []) {
      // A comma in a text without quotes belongs to it.
      if (key !== null && !strings.has(key.toLowerCase())) {
        strings.set(key.toLowerCase(), fields.join(','));
      }
    }
  }
  return strings;
}

/** Puts texts in the place of their names. Throws InfError when there is no end to them. */
function expander(strings: ReadonlyMap<string, string>): (text: string) => string {
  let left = MOST_EXPANDED;
  return (text) =>
    text.replace(/%([^%]*)%/g, (whole, name: string) => {
      const known = name === '' ? '%' : strings.get(name.toLowerCase());
      if (known === undefined) return whole;
      left -= known.length;
      if (left < 0) throw new InfError('its [Strings] stand for more than can be meant');
      return known;
    });
}

function expandLine({ key, fields }: InfLine, expand: (text: string) => string): InfLine {
  return { key: key === null ? null : expand(key), fields: fields.map(expand) };
}
