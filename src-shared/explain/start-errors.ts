import { bitLockerErrors } from './bitlocker-errors';
import { blueScreenErrors } from './blue-screen-errors';
import { bootManagerErrors } from './boot-manager-errors';
import { firmwareErrors } from './firmware-errors';
import type { KnownError, Statement } from './known-error';
import { setupErrors } from './setup-errors';

/** What firmware and Windows show, in the order in which a computer gets there. */
export const startErrors = [
  ...firmwareErrors,
  ...bootManagerErrors,
  ...bitLockerErrors,
  ...blueScreenErrors,
  ...setupErrors,
] as const;

export type StartError = (typeof startErrors)[number];
export type StartErrorId = StartError['id'];

/** A text for each of `Items`, in their order. */
type TextOfEach<Items extends readonly unknown[]> = { readonly [Index in keyof Items]: string };

/** What is said about one of them in one language: as many texts as in English. */
export interface StartErrorText<Told extends KnownError = KnownError> {
  readonly title: string;
  readonly meaning: TextOfEach<Told['meaning']>;
  readonly causes: TextOfEach<Told['causes']>;
  readonly steps: TextOfEach<Told['steps']>;
}

/** What is said about all of them, by their ids. */
export type StartErrorTexts = {
  readonly [Id in StartErrorId]: StartErrorText<Extract<StartError, { id: Id }>>;
};

/** The English of `startErrors`, in the shape of a translation. */
export const startErrorTexts = Object.fromEntries(
  startErrors.map(({ id, title, meaning, causes, steps }: KnownError) => [
    id,
    { title, meaning: textsOf(meaning), causes: textsOf(causes), steps },
  ]),
) as unknown as StartErrorTexts;

/** The same errors in the words of a language. From where each statement is known stays as it is. */
export function startErrorsIn(texts: StartErrorTexts): KnownError[] {
  return startErrors.map((error) => inWords(error, texts[error.id]));
}

function inWords(error: KnownError, { title, meaning, causes, steps }: StartErrorText): KnownError {
  return {
    ...error,
    title,
    meaning: withTexts(error.meaning, meaning),
    causes: withTexts(error.causes, causes),
    steps,
  };
}

function textsOf(statements: readonly Statement[]): string[] {
  return statements.map(({ text }) => text);
}

function withTexts(statements: readonly Statement[], texts: readonly string[]): Statement[] {
  return statements.map(({ text, source }, at) => ({ text: texts[at] ?? text, source }));
}
