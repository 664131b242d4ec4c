import { describe, expect, it } from 'vitest';
import { answersProblem } from './answers-problem';
import { parseRecipe, recipeDefaults } from './plan';
import { defaultWindowsChoices, type AnswerChoices } from './windows-choices';

function answers(account: string, pattern: string, firstNumber = 1): AnswerChoices {
  return {
    ...defaultWindowsChoices.answers,
    account: { name: account, administrator: true, askPassword: false },
    computerName: { pattern, firstNumber },
  };
}

describe('answers that don’t go together', () => {
  it.each([
    ['Anna', 'ANNA'],
    ['loaner-17', 'LOANER-##'],
  ])('are the account %s and the computer %s', (account, pattern) => {
    expect(answersProblem(answers(account, pattern))?.path).toEqual(['account', 'name']);
  });

  it.each([
    ['Anna', 'ANNA-PC'],
    ['loaner-1', 'LOANER-##'],
    ['loaner-##x', 'LOANER-##'],
  ])('are not the account %s and the computer %s', (account, pattern) => {
    expect(answersProblem(answers(account, pattern))).toBeNull();
  });

  it('are a first number and more sticks than the name can count', () => {
    const path = ['computerName', 'firstNumber'];
    expect(answersProblem(answers('Anna', 'PC-#', 10))?.path).toEqual(path);
    expect(answersProblem(answers('Anna', 'PC-#', 8), 2)).toBeNull();
    expect(answersProblem(answers('Anna', 'PC-#', 8), 3)?.path).toEqual(path);
  });

  it('don’t get into a recipe', () => {
    const recipe = {
      ...recipeDefaults,
      image: { path: '/w.iso', sha256: null },
      edition: { index: 1 },
      windows: { ...defaultWindowsChoices, answers: answers('Anna', 'anna') },
    };
    expect(() => parseRecipe(recipe)).toThrow(/windows\.answers\.account\.name: /);
  });
});
