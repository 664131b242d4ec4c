import { z } from 'zod';
import { fillIn, type Placeholder } from './errors';
import { findings } from './languages/en/findings';

type English = typeof findings;
export type FindingKey = keyof English;
type ListKey = Extract<FindingKey, `list.${string}`>;

/** Every sentence about a finding, in one language. */
export type FindingTexts = Readonly<Record<FindingKey, string>>;

/** What a check says, by the sentence's key, so that it can be said in any language. */
export interface Sentence {
  key: FindingKey;
  params: Readonly<Record<string, SentenceParam>>;
}

/** Several things in a row. */
export interface SentenceList {
  list: ListKey;
  items: readonly SentenceParam[];
}

/** Names, numbers and the messages of readers stand as they are; the rest is said in the language of its sentence. */
export type SentenceParam = string | number | Sentence | SentenceList;

const keys = Object.keys(findings) as [FindingKey, ...FindingKey[]];
const isListKey = (key: FindingKey): key is ListKey => key.startsWith('list.');

const SentenceParamSchema: z.ZodType<SentenceParam> = z.lazy(() =>
  z.union([z.string(), z.number(), SentenceSchema, SentenceListSchema]),
);
const SentenceSchema = z.object({
  key: z.enum(keys),
  params: z.record(z.string(), SentenceParamSchema),
});
const SentenceListSchema = z.object({
  list: z.enum(keys.filter(isListKey)),
  items: z.array(SentenceParamSchema),
});
/** All that a check says about one thing. */
export type Said = Sentence | SentenceList;
export const SaidSchema: z.ZodType<Said> = z.union([SentenceSchema, SentenceListSchema]);

/** The parameters that a sentence mentions; a missing one doesn't compile. */
export type SentenceParams<Key extends FindingKey> = [Placeholder<English[Key]>] extends [never]
  ? []
  : [params: Readonly<Record<Placeholder<English[Key]>, SentenceParam>>];

/** Keys of sentences that say the same of every stick. */
export type PlainKey = {
  [Key in FindingKey]: [Placeholder<English[Key]>] extends [never] ? Key : never;
}[FindingKey];

export function sentence<Key extends FindingKey>(
  key: Key,
  ...params: SentenceParams<Key>
): Sentence {
  const [named = {}]: readonly Sentence['params'][] = params;
  return { key, params: named };
}

export function listed(
  by: 'comma' | 'semicolon' | 'and' | 'or',
  items: readonly SentenceParam[],
): SentenceList {
  return { list: `list.${by}`, items };
}

/** What a check says, in the words of one language. */
export function wordsOf(
  said: SentenceParam,
  texts: FindingTexts,
  formatBytes: (bytes: number) => string,
): string {
  if (typeof said !== 'object') return String(said);
  if ('list' in said) {
    const between = texts[said.list].replace(/\{\w+\}/g, '');
    return said.items.map((item) => wordsOf(item, texts, formatBytes)).join(between);
  }
  const params = Object.entries(said.params).map(([name, value]) => [
    name,
    typeof value === 'object' ? wordsOf(value, texts, formatBytes) : value,
  ]);
  return fillIn(
    texts[said.key],
    Object.fromEntries(params) as Record<string, string | number>,
    formatBytes,
  );
}
