import { explainVentoy } from '../ventoy-explain';
import { knownErrors } from './catalogue';
import { errorsOfCheck } from './check-explanations';
import { fullTextSearch, type FullTextSearch } from './full-text';
import type { KnownError } from './known-error';
import { codePattern, namePattern, plainText, withoutRepeatedZeros } from './spelling';
import { ventoyErrorId } from './ventoy-errors';

/**
 * How an error was found.
 * - `spelling`: the text has its code, its name, its message, or a check that it belongs to.
 * - `similar`: the text has a code with too many or too few zeros.
 * - `words`: what is said about it has the words that were looked for.
 */
export type FoundBy = 'spelling' | 'similar' | 'words';

export interface FoundError {
  error: KnownError;
  by: FoundBy;
}

/** A screen or a log has less. What follows isn't looked at. */
export const MOST_CHARACTERS = 64 * 1024;
const MOST_BY_WORDS = 12;

/**
 * What is known about a code, a name, a message, or a whole text in which such things stand. Where a text names errors
 * itself, they are all that is found; else one of few words is searched for in everything that is known. Each error is
 * found once. `search` finds words in another language than English. Never throws.
 */
export function explainCode(
  text: string,
  search: FullTextSearch = searchIndex().search,
): FoundError[] {
  // An East Asian keyboard may write letters and digits in their wide forms.
  const asked = text.slice(0, MOST_CHARACTERS).normalize('NFKC');
  const spelled = bySpelling(asked);
  if (spelled.length > 0) return found('spelling', spelled);
  const similar = bySimilarCode(asked);
  if (similar.length > 0) return found('similar', similar);
  return found('words', search(asked).slice(0, MOST_BY_WORDS));
}

/** Only what a text names itself. */
export function errorsNamedIn(text: string): KnownError[] {
  return bySpelling(text.slice(0, MOST_CHARACTERS));
}

/** The error with this id. Throws on one that isn't in the catalogue. */
export function knownError(id: string): KnownError {
  const error = searchIndex().byId.get(id.toLowerCase());
  if (!error) throw new Error(`no error has the id ${id}`);
  return error;
}

function found(by: FoundBy, errors: readonly KnownError[]): FoundError[] {
  return [...new Set(errors)].map((error) => ({ error, by }));
}

/** Numbers first, since they say most; what a text says beside a number is the number's own sentence. */
function bySpelling(text: string): KnownError[] {
  const { byId, byShort, patterns, phrases } = searchIndex();
  const plain = plainText(text);
  const alone = byShort.get(plain);
  if (alone) return [alone];
  const checks = checkIdsIn(text).flatMap((id) => errorsOfCheck(id).map(knownError));
  const ids = idsIn(text).flatMap((id) => byId.get(id) ?? []);
  const codes = matches(text, patterns.codes);
  const names = matches(text, patterns.names);
  const lines = explainVentoy(text).flatMap(({ code }) => byId.get(ventoyErrorId(code)) ?? []);
  const precise = [...ids, ...codes, ...names, ...checks];
  const said =
    precise.length > 0 ? [] : phrases.filter(({ words }) => ` ${plain} `.includes(words));
  return [...new Set([...precise, ...said.map(({ error }) => error), ...lines])];
}

interface Pattern {
  error: KnownError;
  pattern: RegExp;
}

/** The errors of the patterns that match, in the order of the text. */
function matches(text: string, patterns: readonly Pattern[]): KnownError[] {
  return patterns
    .map(({ error, pattern }) => ({ error, at: text.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ error }) => error);
}

/** `disk/too-small`, `ventoy:start/layout` and `no-bootable-device`, as they stand in a text. */
function idsIn(text: string): string[] {
  const words = text.toLowerCase().match(/(?<![\w./-])[a-z0-9]+(?:[:/-][a-z0-9]+)+(?![\w/-])/g);
  return words ?? [];
}

/** `bcd.device`. Those that passed, in a pasted list of checks, are no question. */
function checkIdsIn(text: string): string[] {
  const questions = text.toLowerCase().replace(/^\s*ok\s.*$/gm, '');
  return questions.match(/(?<![\w./-])[a-z-]+\.[a-z-]+(?![\w/-])/g) ?? [];
}

function bySimilarCode(text: string): KnownError[] {
  const { byFewZeros } = searchIndex();
  const written = text.match(/(?<![0-9a-z])(?:[0o]x)?c[0o]{2,}[0-9a-fo]{1,8}(?![0-9a-z])/gi) ?? [];
  return written.flatMap((code) => byFewZeros.get(withoutRepeatedZeros(code)) ?? []);
}

interface SearchIndex {
  byId: ReadonlyMap<string, KnownError>;
  byShort: ReadonlyMap<string, KnownError>;
  byFewZeros: ReadonlyMap<string, KnownError>;
  patterns: { codes: readonly Pattern[]; names: readonly Pattern[] };
  /** With a space around them, as `plainText` gives words. */
  phrases: readonly { error: KnownError; words: string }[];
  search: FullTextSearch;
}

let index: SearchIndex | undefined;

/** Made at the first question: who asks nothing doesn't wait for it. */
function searchIndex(): SearchIndex {
  index ??= makeIndex();
  return index;
}

function makeIndex(): SearchIndex {
  const each = <T>(of: (error: KnownError) => readonly T[]): [T, KnownError][] =>
    knownErrors.flatMap((error) => of(error).map((part): [T, KnownError] => [part, error]));
  const codes = each(({ codes: of }) => of);
  return {
    byId: new Map(knownErrors.map((error) => [error.id.toLowerCase(), error])),
    byShort: new Map(each(({ short }) => short).map(([text, error]) => [plainText(text), error])),
    byFewZeros: new Map(
      codes
        .filter(([code]) => code.startsWith('0xc0'))
        .map(([code, error]) => [withoutRepeatedZeros(code), error]),
    ),
    patterns: {
      codes: codes.map(([code, error]) => ({ error, pattern: codePattern(code) })),
      names: each(({ names }) => names).map(([name, error]) => ({
        error,
        pattern: namePattern(name),
      })),
    },
    phrases: each(({ phrases }) => phrases).map(([phrase, error]) => ({
      error,
      words: ` ${plainText(phrase)} `,
    })),
    search: fullTextSearch(knownErrors),
  };
}
