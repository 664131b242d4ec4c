import { errorCatalogue } from '../errors';
import { ventoyExplanations } from '../ventoy-explanations';
import type { KnownError } from './known-error';
import { type ProgramErrorTexts, programErrorMeaning, programErrorsIn } from './program-errors';
import {
  startErrors,
  type StartErrorId,
  startErrorsIn,
  type StartErrorTexts,
} from './start-errors';
import { type VentoyErrorId, ventoyErrorsIn, type VentoyExplanationTexts } from './ventoy-errors';

/** An error that a computer shows which starts from a stick. */
export type ShownErrorId = StartErrorId | VentoyErrorId;

/** Everything that is explained, in the order in which a computer gets there; this program's own errors last. */
export const knownErrors: readonly KnownError[] = [
  ...startErrors,
  ...ventoyErrorsIn(ventoyExplanations),
  ...programErrorsIn(errorCatalogue, programErrorMeaning),
];

/** All that words the catalogue in one language. */
export interface CatalogueTexts {
  explanations: StartErrorTexts;
  ventoyExplanations: VentoyExplanationTexts;
  errors: ProgramErrorTexts;
  programErrorMeaning: string;
}

/** The same errors in the words of a language, in the same order. */
export function knownErrorsIn(texts: CatalogueTexts): readonly KnownError[] {
  return [
    ...startErrorsIn(texts.explanations),
    ...ventoyErrorsIn(texts.ventoyExplanations),
    ...programErrorsIn(texts.errors, texts.programErrorMeaning),
  ];
}
