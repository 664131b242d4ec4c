import { stickError } from '../../../src-shared/errors';
import type { OperationScript } from './operation';

/**
 * The longest path that is passed on: paths beyond MAX_PATH want a prefix of which diskpart’s documentation tells
 * nothing.
 */
const LONGEST = 259;

/**
 * A text in quotation marks, as diskpart’s documentation writes paths with blanks (learn.microsoft.com,
 * windows-commands, create-vdisk). It knows no way to write a quotation mark or a line break in it, so these are
 * refused, and what is too long to be a path, with `windows/unusable-text`.
 */
export function quoteForDiskpart(text: string): string {
  const refuse = (message: string): Error =>
    stickError('windows/unusable-text', { tool: 'diskpart', text: JSON.stringify(text), message });
  if (text === '') throw refuse('it is empty');
  if (text.length > LONGEST) throw refuse('it is too long');
  if (text.includes('"')) throw refuse('it has a quotation mark');
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) throw refuse('it has a character that ends a line');
  if (/\p{Surrogate}/u.test(text)) throw refuse('it has half a character in it');
  return `"${text}"`;
}

/**
 * A script for `diskpart /s`: a command a line and no empty lines, as its documentation asks for
 * (diskpart-scripts-and-examples). ASCII where that suffices. That other texts are read as UTF-16 with a byte order
 * mark is assumed: it is documented nowhere.
 */
export function diskpartScript(commands: readonly string[]): OperationScript {
  const text = commands.map((command) => `${command}\r\n`).join('');

  return {
    name: 'diskpart.txt',
    text,
    encoding: /^[\0-\x7f]*$/.test(text) ? 'ascii' : 'utf-16le-bom',
  };
}
