import type { StickErrorData } from '../errors';
import { errorsNamedIn } from './explain-code';
import type { KnownError } from './known-error';

/**
 * What other programs said that led to an error of ours, as far as its message or its technical detail names it: a line of
 * Ventoy's, a status of Windows'. Our own words are left out; they stand where the error is shown.
 */
export function errorsBehind({ params, detail }: StickErrorData): KnownError[] {
  const said = [...Object.values(params).map(String), detail ?? ''].join('\n');
  return errorsNamedIn(said).filter(({ place }) => place !== 'program');
}
