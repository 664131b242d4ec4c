import { type StickError, stickError } from '../errors';
import { type ProblemCode, type ProblemParams, complaint, problemWords } from './problem-texts';

/** A StickError `ventoy/config-invalid` that says what is wrong. */
export function unusable<C extends ProblemCode>(code: C, params: ProblemParams<C>): StickError {
  return stickError('ventoy/config-invalid', { message: problemWords(complaint(code, params)) });
}
