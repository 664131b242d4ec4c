import { AFTER_HEADING, BEFORE_HEADING, EPILOGUE, PROLOGUE } from './frame';
import { quote } from './quote';
import type { Moment, Step } from './step';

/** The script, with `\n` at the end of lines. Steps are done in their order, those due before the sign-in first. */
export function firstStartScript(steps: readonly Step[]): string {
  const due = (moment: Moment) =>
    steps.filter((step) => step.moment === moment).map((step) => stepText(step));
  return [
    PROLOGUE,
    BEFORE_HEADING,
    ...due('before'),
    AFTER_HEADING,
    ...due('after'),
    EPILOGUE,
  ].join('');
}

function stepText({ id, title, comment, body }: Step): string {
  const comments = comment.map((line) => `# ${line}\n`).join('');
  const lines = body.trim().split('\n');
  const indented = lines.map((line) => (line === '' ? '' : `    ${line}`)).join('\n');
  return `\n${comments}Invoke-Step ${quote(id)} ${quote(title)} {\n${indented}\n}\n`;
}
