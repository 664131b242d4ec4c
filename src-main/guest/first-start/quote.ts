import { stickError } from '../../../src-shared/errors';

/** The characters that PowerShell takes for a single quote (PowerShell language specification, 2.3.5.2). */
const SINGLE_QUOTES = /['\u2018\u2019\u201a\u201b]/g;

/**
 * A PowerShell string literal with exactly this text, in which nothing is replaced or run. Throws `plan/invalid`
 * for control characters, which would break the line, and for halves of characters, which a file can't hold.
 */
export function quote(text: string): string {
  if (/[\p{Cc}\p{Surrogate}]/u.test(text)) {
    const message = `${JSON.stringify(text)} has a character that can’t stand in a script`;
    throw stickError('plan/invalid', { message });
  }
  return `'${text.replace(SINGLE_QUOTES, '$&$&')}'`;
}

/** An array of such literals, one a line. `indent` is the number of spaces before each. */
export function quoteList(texts: readonly string[], indent: number): string {
  if (texts.length === 0) return '@()';
  const space = ' '.repeat(indent);
  const lines = texts.map((text) => `${space}    ${quote(text)}`);
  return ['@(', ...lines, `${space})`].join('\n');
}
