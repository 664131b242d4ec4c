import { errorCatalogue, ExitCode, fillIn, type StickErrorCode } from '../errors';
import type { ErrorSource, KnownError } from './known-error';

const OWN: ErrorSource = {
  certainty: 'source',
  title: 'This program’s own list of errors',
  url: null,
};

/** The errors of this program. What state the stick is in is not part of a code; it is said with the error. */
export const programErrors: readonly KnownError[] = (
  Object.keys(errorCatalogue) as StickErrorCode[]
).map(knownError);

function knownError(code: StickErrorCode): KnownError {
  const { what, next, exit } = errorCatalogue[code];
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
    meaning: [
      {
        text: `The command line ends with ${String(ExitCode[exit])}. What state the stick is in is said with the error.`,
        source: OWN,
      },
    ],
    causes: [],
    steps: [withoutParameters(next)],
  };
}

/** `{target} is too small` becomes `‹target› is too small`: which one it was is said with the error. */
function withoutParameters(text: string): string {
  const names = [...text.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name = '']) => name);
  return fillIn(text, Object.fromEntries(names.map((name) => [name, `‹${name}›`])));
}
