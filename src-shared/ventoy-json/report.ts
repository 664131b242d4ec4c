export type ProblemPath = (string | number)[];

export interface VentoyProblem {
  level: 'error' | 'warning';
  /** Where in the config: names and indices from the outside. */
  path: ProblemPath;
  code: ProblemCode;
  /** What is wrong, in a sentence without its full stop. */
  message: string;
}

export type ProblemCode =
  | 'both-image-lists'
  | 'clear-password'
  | 'counted-elsewhere'
  | 'empty-list'
  | 'escape'
  | 'missing'
  | 'missing-file'
  | 'name-case'
  | 'number'
  | 'out-of-range'
  | 'password-form'
  | 'path-form'
  | 'quotation-mark'
  | 'several-settings'
  | 'spelt-differently'
  | 'suffix'
  | 'too-long'
  | 'too-many'
  | 'unknown-plugin'
  | 'unknown-setting'
  | 'value'
  | 'wildcard'
  | 'wrong-type';

/** Collects problems. */
export class Report {
  readonly problems: VentoyProblem[] = [];

  error(path: ProblemPath, code: ProblemCode, message: string): void {
    this.problems.push({ level: 'error', path, code, message });
  }

  warning(path: ProblemPath, code: ProblemCode, message: string): void {
    this.problems.push({ level: 'warning', path, code, message });
  }
}
