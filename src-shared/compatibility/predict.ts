import { z } from 'zod';
import type { StickAbilities } from './abilities';
import { ComputerClassSchema, computerClasses, type ComputerClass } from './computers';
import { RULES, RuleIdSchema, type Effect } from './rules';

/** From good to bad; the worst of what the rules say counts. */
export const StartsSchema = z.enum(['yes', 'after-steps', 'perhaps', 'no']);
export type Starts = z.infer<typeof StartsSchema>;

/** Whether a stick will start computers of one class, and by which rules that is so. */
export const PredictionSchema = z.object({
  computer: ComputerClassSchema,
  starts: StartsSchema,
  /** Worst first; empty when nothing speaks against it. */
  reasons: z.array(RuleIdSchema),
});
export type Prediction = z.infer<typeof PredictionSchema>;

const EFFECTS: Record<Effect, Exclude<Starts, 'yes'>> = {
  step: 'after-steps',
  doubt: 'perhaps',
  obstacle: 'no',
};

/** What can be said of each class of computer from what lies on the stick. No promise: firmware differs. */
export function predictStarts(abilities: StickAbilities): Prediction[] {
  return computerClasses.map((computer) => predictFor(computer, abilities));
}

function predictFor(computer: ComputerClass, abilities: StickAbilities): Prediction {
  const rank = (starts: Starts): number => StartsSchema.options.indexOf(starts);
  const found = RULES.filter(
    (rule) => rule.computers.includes(computer) && rule.applies(abilities, computer),
  )
    .map(({ id, effect }) => ({ id, starts: EFFECTS[effect] }))
    .sort((a, b) => rank(b.starts) - rank(a.starts));
  return { computer, starts: found[0]?.starts ?? 'yes', reasons: found.map(({ id }) => id) };
}
