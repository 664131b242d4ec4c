import { errorCatalogue, ExitCode, fillIn, type StickErrorCode } from '../errors';
import type { ErrorSource, KnownError } from './known-error';

const OWN: ErrorSource = {
  certainty: 'source',
  title: 'This program’s own list of errors',
  url: null,
};

/** What each error means; `{{exit}}` is the number that the command line ends with. What state the stick is in is not part of a code; it is said with the error. */
export const programErrorMeaning =
  'The command line ends with {{exit}}. What state the stick is in is said with the error.';

/** The two sentences of each error. */
export type ProgramErrorTexts = Readonly<Record<StickErrorCode, { what: string; next: string }>>;

/** The errors of this program. */
export function programErrorsIn(texts: ProgramErrorTexts, meaning: string): KnownError[] {
  return (Object.keys(errorCatalogue) as StickErrorCode[]).map((code) =>
    knownError(code, texts[code], meaning),
  );
}

function knownError(
  code: StickErrorCode,
  { what, next }: { what: string; next: string },
  meaning: string,
): KnownError {
  const exit = ExitCode[errorCatalogue[code].exit];
  const isPath = code.includes('/');
  return {
    id: code,
    title: withoutParameters(what),
    place: 'program',
    codes: [],
    names: [],
    phrases: [],
    // A code of one word would be found in many a text.
    short: isPath ? [] : [code],
    meaning: [{ text: meaning.replace('{{exit}}', String(exit)), source: OWN }],
    causes: [],
    steps: [withoutParameters(next)],
  };
}

/** `{target} is too small` becomes `‹target› is too small`: which one it was is said with the error. */
function withoutParameters(text: string): string {
  const names = [...text.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name = '']) => name);
  return fillIn(text, Object.fromEntries(names.map((name) => [name, `‹${name}›`])));
}
