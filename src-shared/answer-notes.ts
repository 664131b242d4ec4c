import { z } from 'zod';

/**
 * What a person should know about an answer file of their own, before a stick is made with it. Holds no text of the
 * file, which may have passwords in it.
 */
export const AnswerNoteSchema = z.discriminatedUnion('kind', [
  /** The file has its own mind about a choice. `setting` is the component and the path below it, with `/`. */
  z.object({
    kind: z.literal('file-wins'),
    choice: z.enum([
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
    ]),
    setting: z.string(),
  }),
  /** These settings stay in the file and do nothing: a stick doesn’t go through this pass. */
  z.object({ kind: z.literal('pass-not-run'), pass: z.string() }),
  /** Everything in the file is for computers of these kinds, so Windows passes over it. */
  z.object({ kind: z.literal('other-architecture'), architectures: z.array(z.string()) }),
]);
export type AnswerNote = z.infer<typeof AnswerNoteSchema>;
