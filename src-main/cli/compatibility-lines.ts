import {
  computerNames,
  ruleTexts,
  type Prediction,
  type Starts,
} from '../../src-shared/compatibility';
import { table } from './output';

const words: Record<Starts, string> = {
  yes: 'yes',
  'after-steps': 'after a step',
  perhaps: 'perhaps',
  no: 'no',
};

/** Which computers a stick should start, and why not, as lines for people. */
export function compatibilityLines(predictions: readonly Prediction[]): string[] {
  const rows = predictions.map(({ computer, starts, reasons }) => {
    const [first] = reasons;
    return [words[starts], computerNames[computer], first ? ruleTexts[first].why : ''];
  });
  return ['', 'Which computers it should start:', ...table(rows).map((line) => `  ${line}`)];
}
