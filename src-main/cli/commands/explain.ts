import { stickError } from '../../../src-shared/errors';
import {
  errorPlaces,
  type ErrorPlace,
  errorsNamedIn,
  explainCode,
  type FoundBy,
  type FoundError,
  knownErrors,
} from '../../../src-shared/explain';
import type { Context } from '../context';
import { knownErrorLines } from '../known-error-lines';
import { table } from '../output';
import { stdinText } from '../stdin-text';

/** As much of a text as an error repeats. */
const MOST_REPEATED = 60;

/**
 * `sticksmith explain [CODE…]`: what is known about errors. Without a code, or with `-`, they are looked for in stdin. A text
 * of which nothing is known ends with `explain/unknown`.
 */
export async function explain(
  words: readonly string[],
  options: { list: boolean },
  { output }: Context,
): Promise<void> {
  if (options.list) {
    const errors = knownErrors.map(({ id, title, place }) => ({ id, title, place }));
    output.result({ errors }, listLines());
    return;
  }
  const fromStdin = words.length === 0 || (words.length === 1 && words[0] === '-');
  if (fromStdin && process.stdin.isTTY) {
    output.say('Type or paste what the screen says, then press Ctrl+D.');
  }
  const asked = fromStdin ? [await stdinText()] : words;
  const found = explainWords(asked);
  if (found.length === 0) {
    throw stickError('explain/unknown', { text: shortened(asked.join(' ')) });
  }
  const unknown = asked.filter(isUnknownCode);
  output.result({ errors: found.map(({ error, by }) => ({ ...error, by })), unknown }, [
    ...introductions[by(found)],
    ...found.flatMap(({ error }) => [...knownErrorLines(error), '']),
    ...unknown.map((code) => `Nothing is known of ${code}.`),
  ]);
}

/** Each of several words is a code of its own, known or not; or they are one message. */
function explainWords(words: readonly string[]): FoundError[] {
  const apart = words.filter((word) => !isUnknownCode(word)).map(errorsNamedIn);
  if (words.length > 1 && apart.every((errors) => errors.length > 0)) {
    return [...new Set(apart.flat())].map((error) => ({ error, by: 'spelling' }));
  }
  return explainCode(words.join(' '));
}

function by(found: readonly FoundError[]): FoundBy {
  return found[0]?.by ?? 'words';
}

const introductions: Readonly<Record<FoundBy, string[]>> = {
  spelling: [],
  similar: ['There is no such code. Perhaps this one is meant:', ''],
  words: ['These have the words you wrote; the best match comes first.', ''],
};

function isUnknownCode(word: string): boolean {
  return /^0x[0-9a-f]+$/i.test(word) && explainCode(word).length === 0;
}

function listLines(): string[] {
  return (Object.keys(errorPlaces) as ErrorPlace[]).flatMap((place) => {
    const rows = knownErrors.filter((error) => error.place === place);
    return [errorPlaces[place], ...table(rows.map(({ id, title }) => [`  ${id}`, title])), ''];
  });
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_REPEATED ? `${line.slice(0, MOST_REPEATED)}…` : line;
}
