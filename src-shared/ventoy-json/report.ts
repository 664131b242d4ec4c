import { type Complaint, type ProblemCode, type ProblemParams, complaint } from './problem-texts';

export type ProblemPath = (string | number)[];

export interface VentoyProblem extends Complaint {
  level: 'error' | 'warning';
  /** Where in the config: names and indices from the outside. */
  path: ProblemPath;
}

/** Collects problems. */
export class Report {
  readonly problems: VentoyProblem[] = [];

  error<C extends ProblemCode>(path: ProblemPath, code: C, params: ProblemParams<C>): void {
    this.add('error', path, complaint(code, params));
  }

  warning<C extends ProblemCode>(path: ProblemPath, code: C, params: ProblemParams<C>): void {
    this.add('warning', path, complaint(code, params));
  }

  add(level: VentoyProblem['level'], path: ProblemPath, found: Complaint): void {
    this.problems.push({ level, path, ...found });
  }
}
