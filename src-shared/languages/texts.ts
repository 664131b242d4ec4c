import type { StickErrorCode } from '../errors';
import type { StartErrorTexts, VentoyExplanationTexts } from '../explain';
import type { FindingTexts } from '../findings';
import type { VentoyProblemTexts } from '../ventoy-json/problem-texts';
import type { windowTexts } from './en';
import type { Worded, WordedWithoutPlural } from './worded';

/** What an error says: what happened and what to do now. `{name}` is a parameter, `{name:bytes}` one shown as a size. */
export interface ErrorWords {
  readonly what: string;
  readonly next: string;
}
export type ErrorTexts = Readonly<Record<StickErrorCode, ErrorWords>>;

/** All that a language says. */
export interface Texts {
  readonly window: Worded<typeof windowTexts> | WordedWithoutPlural<typeof windowTexts>;
  readonly errors: ErrorTexts;
  /** What the errors of firmware and Windows mean. */
  readonly explanations: StartErrorTexts;
  readonly ventoyExplanations: VentoyExplanationTexts;
  /** What can be wrong with a ventoy.json. */
  readonly ventoyProblems: VentoyProblemTexts;
  /** What checks of a stick find and advise. */
  readonly findings: FindingTexts;
}
