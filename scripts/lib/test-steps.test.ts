import { describe, expect, it } from 'vitest';
import { stages, stagesOf, steps } from './test-steps.mjs';

describe('the stages of a run', () => {
  it('have every step once', () => {
    expect(stages.flat(2).sort()).toEqual(steps.map(({ name }) => name).sort());
  });

  it('have only the steps that were chosen, and nothing that is empty', () => {
    const names = (...chosen: string[]): string[][][] =>
      stagesOf(steps.filter(({ name }) => chosen.includes(name))).map((lanes) =>
        lanes.map((lane) => lane.map(({ name }) => name)),
      );
    expect(names('unit', 'lint')).toEqual([[['lint', 'unit']]]);
    expect(names('e2e', 'build', 'integration')).toEqual([[['build']], [['integration'], ['e2e']]]);
    expect(names('unit', 'e2e')).toEqual([[['unit'], ['e2e']]]);
    expect(names()).toEqual([]);
    expect(names('more-e2e', 'build')).toEqual([[['build']], [['more-e2e']]]);
  });
});
