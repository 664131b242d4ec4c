import { z } from 'zod';
import { type ProblemCode, problemTexts, problemWords } from './problem-texts';

const codes = Object.keys(problemTexts) as [ProblemCode, ...ProblemCode[]];

/** Something that a `ventoy.json` says and Ventoy would not take, or take otherwise than one may think. */
export const ConfigNoteSchema = z.object({
  code: z.enum(codes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  place: z.union([
    /** In the text, both from 1. */
    z.object({ line: z.number(), column: z.number() }),
    /** In what it means: names and indices from the outside, with points between. */
    z.object({ path: z.string() }),
  ]),
});
export type ConfigNote = z.infer<typeof ConfigNoteSchema>;

/** A note for a person who reads English. */
export function configNoteText({ place, ...note }: ConfigNote): string {
  const where =
    'path' in place ? place.path : `line ${String(place.line)}, column ${String(place.column)}`;
  return `ventoy.json, ${where}: ${problemWords(note)}`;
}
