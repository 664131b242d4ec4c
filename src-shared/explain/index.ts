export { errorsBehind } from './behind-error';
export { knownErrors, type StartErrorId } from './catalogue';
export { checkExplanations, errorsOfCheck } from './check-explanations';
export {
  errorsNamedIn,
  explainCode,
  type FoundBy,
  type FoundError,
  knownError,
} from './explain-code';
export {
  certainties,
  type Certainty,
  errorPlaces,
  type ErrorPlace,
  type ErrorSource,
  type KnownError,
  type Statement,
} from './known-error';
