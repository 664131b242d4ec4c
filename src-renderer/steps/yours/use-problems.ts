import { useMemo } from 'react';
import { useWizard } from '../../store/context';
import { type SectionProblem, type YoursProblem, yoursProblems } from '../../store/yours';

/** What does not do yet, and whether one certain thing doesn't. */
export function useYoursProblems(): {
  all: readonly SectionProblem[];
  has: (problem: YoursProblem, network?: number) => boolean;
} {
  const answers = useWizard((state) => state.answers);
  return useMemo(() => {
    const all = yoursProblems(answers);
    return {
      all,
      has: (problem, network) =>
        all.some((one) => one.problem === problem && one.network === network),
    };
  }, [answers]);
}
