import { ventoyNumbers, ventoySource, type ExplanationSource } from '../ventoy-explain';
import {
  type ExplanationCode,
  type ExplanationText,
  ventoyExplanations,
} from '../ventoy-explanations';
import type { ErrorSource, KnownError } from './known-error';

export type VentoyErrorId = `ventoy:${ExplanationCode}`;

export function ventoyErrorId(code: ExplanationCode): VentoyErrorId {
  return `ventoy:${code}`;
}

/** What Ventoy's lines mean, by the codes of the explanations. */
export type VentoyExplanationTexts = Readonly<Record<ExplanationCode, Readonly<ExplanationText>>>;

/** What Ventoy shows when it starts, and what its programs print. Its lines are recognised by `explainVentoy`. */
export function ventoyErrorsIn(texts: VentoyExplanationTexts): KnownError[] {
  return (Object.keys(ventoyExplanations) as ExplanationCode[]).map((code) =>
    knownError(code, texts[code]),
  );
}

function knownError(
  code: ExplanationCode,
  { title, whatHappened, whatToDo }: ExplanationText,
): KnownError {
  const numbers = ventoyNumbers(code).map(String);
  return {
    id: ventoyErrorId(code),
    title,
    place: 'ventoy',
    codes: [],
    names: [],
    phrases: numbers.flatMap((number) => [`Ventoy error ${number}`, `NOT supported (${number})`]),
    // Below 5 they are of old versions, and say little when they stand alone.
    short: numbers.filter((number) => Number(number) >= 5),
    meaning: [{ text: whatHappened, source: errorSource(ventoySource(code)) }],
    causes: [],
    steps: [whatToDo],
  };
}

function errorSource(source: ExplanationSource): ErrorSource {
  switch (source.kind) {
    case 'source':
      return { certainty: 'source', title: source.file, url: null };
    case 'issue':
      return { certainty: 'reported', title: 'An issue of Ventoy’s', url: source.url };
    case 'documentation':
      return { certainty: 'documented', title: 'The maker’s documentation', url: source.url };
  }
}
