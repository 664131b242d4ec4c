export { errorsBehind } from './behind-error';
export { knownErrors, knownErrorsIn } from './catalogue';
export { checkExplanations, errorsOfCheck } from './check-explanations';
export {
  errorsNamedIn,
  explainCode,
  type FoundBy,
  type FoundError,
  knownError,
} from './explain-code';
export { fullTextSearch, type FullTextSearch } from './full-text';
export {
  certainties,
  type Certainty,
  errorPlaces,
  type ErrorPlace,
  type ErrorSource,
  type KnownError,
  type Statement,
} from './known-error';
export { programErrorMeaning } from './program-errors';
export { startErrors, type StartErrorTexts, startErrorTexts } from './start-errors';
export type { VentoyExplanationTexts } from './ventoy-errors';
