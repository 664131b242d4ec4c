/**
 * When a step is due. `before`: before the first sign-in, because the first account is made of what it leaves, or
 * because it is quick. `after`: while people work already, because it takes long or needs the account.
 */
export type Moment = 'before' | 'after';

/** One thing that the script does, once. */
export interface Step {
  /** Names it in the state file: lower case, with `-`. */
  id: string;
  /** What it does, for the log. */
  title: string;
  moment: Moment;
  /** Why it is there and why it is done like that, a line each: a comment in the script. */
  comment: string[];
  /** PowerShell 5.1, lines indented from 0. It throws when the step fails. */
  body: string;
}
