import { errorPlaces, type KnownError } from './known-error';
import { plainText } from './spelling';

/** How much a word counts by where it stands. */
const WEIGHT = { spelling: 6, title: 4, phrase: 3, meaning: 2, rest: 1 } as const;
/** A whole word counts more than the beginning of one. */
const WHOLE_WORD = 1.5;
/** Below this a word must be the whole word: “or” begins too many. */
const SHORTEST_BEGINNING = 3;
/** Who writes more describes several things at once, of which one may not be in the catalogue. */
const ALL_WORDS_UP_TO = 3;
const SHARE_OF_WORDS = 0.7;
const MOST_WORDS = 12;

/** Words that every entry has. */
const IGNORED: ReadonlySet<string> = new Set(
  'a an and are as at be by can code did do does error for from has how i in is it me my not of on or s stick t that the this to was what when which why windows with wont you your'.split(
    ' ',
  ),
);

interface Indexed {
  error: KnownError;
  /** The weight of each word, where it stands best. */
  words: ReadonlyMap<string, number>;
}

export type FullTextSearch = (query: string) => KnownError[];

/**
 * A search in all that is said about errors, the best match first; errors that match alike keep their order.
 * `translated` are the same errors in another language; what is said in both is searched.
 */
export function fullTextSearch(
  errors: readonly KnownError[],
  translated: readonly KnownError[] = [],
): FullTextSearch {
  const translation = new Map(translated.map((error) => [error.id, error]));
  const index = errors.map((error) => indexed(error, translation.get(error.id)));
  return (query) => {
    const words = wordsOf(query);
    if (words.length === 0 || words.length > MOST_WORDS) return [];
    const scores = words.map((word) => index.map((entry) => scoreOf(entry, word)));
    // A word that few entries have says more.
    const rarity = scores.map((of) => Math.log(1 + index.length / (1 + of.filter(Boolean).length)));
    const needed =
      words.length <= ALL_WORDS_UP_TO ? words.length : Math.ceil(words.length * SHARE_OF_WORDS);
    return index
      .map(({ error }, at) => {
        const of = scores.map((each) => each[at] ?? 0);
        const total = of.reduce((sum, score, word) => sum + score * (rarity[word] ?? 0), 0);
        return { error, matched: of.filter(Boolean).length, total };
      })
      .filter(({ matched }) => matched >= needed)
      .sort((a, b) => b.matched - a.matched || b.total - a.total)
      .map(({ error }) => error);
  };
}

function wordsOf(query: string): string[] {
  return [...new Set(splitWords(query))].filter((word) => !IGNORED.has(word));
}

/** Japanese and Chinese write no spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** As `plainText` gives them; where a language has no spaces, by its dictionary. */
function splitWords(text: string): string[] {
  return plainText(text)
    .split(' ')
    .flatMap((word) =>
      UNSPACED.test(word) ? [...segmenter.segment(word)].map(({ segment }) => segment) : word,
    )
    .filter((word) => word !== '');
}

function indexed(error: KnownError, translated: KnownError | undefined): Indexed {
  const words = new Map<string, number>();
  for (const said of translated ? [error, translated] : [error]) addWords(said, words);
  return { error, words };
}

function addWords(error: KnownError, words: Map<string, number>): void {
  const add = (text: string, weight: number): void => {
    for (const word of splitWords(text)) words.set(word, Math.max(words.get(word) ?? 0, weight));
  };
  const { id, codes, names, phrases, short, title, place, meaning, causes, steps } = error;
  for (const spelling of [id, ...codes, ...names, ...short]) {
    add(spelling, WEIGHT.spelling);
  }
  add(title, WEIGHT.title);
  for (const phrase of phrases) add(phrase, WEIGHT.phrase);
  for (const { text } of [...meaning, ...causes]) add(text, WEIGHT.meaning);
  for (const text of [errorPlaces[place], ...steps]) add(text, WEIGHT.rest);
}

function scoreOf({ words }: Indexed, wanted: string): number {
  const whole = words.get(wanted);
  if (whole !== undefined) return whole * WHOLE_WORD;
  if (wanted.length < SHORTEST_BEGINNING) return 0;
  let best = 0;
  for (const [word, weight] of words) {
    if (weight > best && word.startsWith(wanted)) best = weight;
  }
  return best;
}
