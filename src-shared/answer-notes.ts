import { z } from 'zod';

/** What settings of an answer file come from: choices of a plan, and what belongs to one stick. */
export const AnswerChoiceSchema = z.enum([
  'account',
  'computerName',
  'timeZone',
  'region',
  'keyboard',
  'language',
  'skipPages',
  'onlineAccount',
  'recovery',
  'productKey',
  'domainJoin',
  'firstStart',
]);
export type AnswerChoice = z.infer<typeof AnswerChoiceSchema>;

/** What a person should know about an answer file of their own. Holds no text of the file. */
export const AnswerNoteSchema = z.discriminatedUnion('kind', [
  /** The file has its own mind about a choice. `setting` is the component and the path below it, with `/`. */
  z.object({
    kind: z.literal('file-wins'),
    choice: AnswerChoiceSchema,
    pass: z.enum(['specialize', 'oobeSystem']),
    setting: z.string(),
  }),
  /** These settings stay in the file and do nothing: a stick doesn't go through this pass. */
  z.object({ kind: z.literal('pass-not-run'), pass: z.string() }),
  /** Everything in the file is for computers of these kinds, so Windows passes over it. */
  z.object({ kind: z.literal('other-architecture'), architectures: z.array(z.string()) }),
]);
export type AnswerNote = z.infer<typeof AnswerNoteSchema>;

/** In English, for the command line and logs. */
export function answerNoteText(note: AnswerNote): string {
  switch (note.kind) {
    case 'file-wins':
      return `Your answer file has its own ${note.setting} (${note.pass}), which is kept; the choice “${note.choice}” is not used there`;
    case 'pass-not-run':
      return `Your answer file has settings for ${note.pass}, which a finished stick doesn’t go through; they do nothing`;
    case 'other-architecture':
      return `Your answer file is for ${note.architectures.join(', ')} alone; this Windows passes over what it says`;
  }
}
