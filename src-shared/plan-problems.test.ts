import { describe, expect, it } from 'vitest';
import { exampleRecipe } from './example-recipe';
import { recipeProblems } from './plan';
import { problemText } from './plan-problems';

function problems(json: unknown): string[] {
  return recipeProblems(json).map(problemText).sort();
}

function withAnswers(answers: Record<string, unknown>): unknown {
  const { windows } = exampleRecipe;
  return { ...exampleRecipe, windows: { ...windows, answers: { ...windows.answers, ...answers } } };
}

describe('what is wrong with a recipe', () => {
  it('is nothing in the example', () => {
    expect(problems(exampleRecipe)).toEqual([]);
  });

  it('is told for every field', () => {
    const bad = withAnswers({ region: 'x', timeZone: 3, extra: 1 });
    expect(problems(bad)).toEqual([
      'windows.answers.extra: there is no such field',
      'windows.answers.region: a language looks like en-US',
      expect.stringMatching(/^windows\.answers\.timeZone: .*string/),
    ]);
  });

  it('is what the nearest kind of value lacks', () => {
    const message = 'windows.answers.keyboard: a keyboard looks like de-DE or 0407:00000407';
    expect(problems(withAnswers({ keyboard: '!' }))).toEqual([message]);
    const space = { ...exampleRecipe.space, sharedBytes: -1 };
    expect(problems({ ...exampleRecipe, space })).toEqual([
      expect.stringMatching(/^space\.sharedBytes: .*>=0/),
    ]);
  });

  it('is named by the whole where there is no field', () => {
    expect(problems('text')).toEqual([expect.not.stringContaining('undefined')]);
  });

  it('is told of one of version 1 as well', () => {
    const { image, edition, kind, protect } = exampleRecipe;
    const old = {
      ...{ version: 1, kind, image, edition, protect },
      space: { sharedBytes: 0, sharedLabel: 'a/b' },
      windows: { hideInternalDisks: true },
    };
    expect(problems(old)).toEqual([expect.stringMatching(/^space\.sharedLabel: /)]);
  });
});
