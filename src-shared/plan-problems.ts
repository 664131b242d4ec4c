import type { z } from 'zod';

/** One thing that is wrong with a recipe or plan. */
export interface PlanProblem {
  /** Path of the field; empty for the whole. */
  field: (string | number)[];
  message: string;
}

type Issue = z.core.$ZodIssue;

/** What zod found, as one problem for each field, in words that name what the field takes. */
export function planProblems(error: z.ZodError): PlanProblem[] {
  return error.issues.flatMap(problemsOf);
}

/** `space.sharedLabel: the label has more than 11 characters`. */
export function problemText({ field, message }: PlanProblem): string {
  return field.length === 0 ? message : `${field.join('.')}: ${message}`;
}

function problemsOf(issue: Issue): PlanProblem[] {
  const field = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: [...field, key], message: 'there is no such field' }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return [{ field, message: unionMessage(issue.errors) }];
  }
  return [{ field, message: issue.message }];
}

/** Where a value is of the kind that a branch takes, what is wrong there says more than that it is no other kind. */
function unionMessage(branches: readonly (readonly Issue[])[]): string {
  const first = branches.flatMap(([issue]) => (issue ? [issue] : []));
  const near = first.filter(({ code }) => code !== 'invalid_type' && code !== 'invalid_value');
  if (near.length > 0) return near.at(-1)?.message ?? '';
  return first.map(({ message }) => message).join(', or ');
}
