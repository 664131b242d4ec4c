import {
  explainCode,
  type FoundError,
  fullTextSearch,
  type FullTextSearch,
  type KnownError,
  knownErrors,
  knownErrorsIn,
} from '../../src-shared/explain';
import { textsIn } from './spoken';

interface Catalogue {
  byId: ReadonlyMap<string, KnownError>;
  search: FullTextSearch;
}

const catalogues = new Map<string, Catalogue>();

/**
 * What is known about a code, a name, a message or a few words, in the words of a language. Words are found in that language and in
 * English, which is what most of the web calls an error.
 */
export function explainIn(locale: string, text: string): FoundError[] {
  const { byId, search } = catalogueIn(locale);
  return explainCode(text, search).map(({ error, by }) => ({
    error: byId.get(error.id) ?? error,
    by,
  }));
}

/** Made at the first question in a language. */
function catalogueIn(locale: string): Catalogue {
  const made = catalogues.get(locale) ?? makeCatalogue(locale);
  catalogues.set(locale, made);
  return made;
}

function makeCatalogue(locale: string): Catalogue {
  const texts = textsIn(locale);
  const errors = knownErrorsIn({
    ...texts,
    programErrorMeaning: texts.window.explain.programError,
  });
  return {
    byId: new Map(errors.map((error) => [error.id, error])),
    search: fullTextSearch(knownErrors, errors),
  };
}
