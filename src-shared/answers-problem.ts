import { computerNameOf, computerNamePattern } from './computer-name';
import type { AnswerChoices } from './windows-choices';

/** What is wrong with answers that are right one by one; `path` leads to the one to change. */
export interface AnswersProblem {
  path: string[];
  message: string;
}

/** `sticks` is how many are made of these answers, each with a computer name of its own. */
export function answersProblem(answers: AnswerChoices, sticks = 1): AnswersProblem | null {
  const { account, computerName } = answers;
  if (computerName === null) return null;
  const { pattern, firstNumber } = computerName;
  if (computerNameOf(pattern, firstNumber + sticks - 1) === null) {
    const path = ['computerName', 'firstNumber'];
    return { path, message: `the name ${pattern} has too few # for that number` };
  }
  // Windows makes no account of the computer's own name, and its first start would end there.
  if (account !== null && computerNamePattern(pattern).test(account.name)) {
    const path = ['account', 'name'];
    return { path, message: 'the account and the computer can’t have the same name' };
  }
  return null;
}
