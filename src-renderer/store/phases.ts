import type { Phase } from '../../src-shared/job';
import { type Answers, readsBack } from './answers';
import { ventoyRecipeOf } from './ventoy/recipe';

/** The phases that a job with these answers surely has. */
export function expectedPhases(answers: Answers): ReadonlySet<Phase> {
  if (answers.kind === 'windows-to-go') {
    const phases: Phase[] = ['preparing', 'hashing', 'building', 'writing', 'flushing', 'checking'];
    if (readsBack(answers)) phases.push('verifying');
    if (answers.protect.kind === 'after-writing') phases.push('encrypting');
    return new Set(phases);
  }
  const phases = new Set<Phase>(['preparing', 'checking']);
  const { ventoy } = answers;
  if (ventoy.windows !== null) phases.add('building');
  if (ventoy.way !== 'none') phases.add('installing');
  if ((ventoyRecipeOf(answers)?.files.length ?? 0) > 0) phases.add('copying').add('comparing');
  return phases;
}
