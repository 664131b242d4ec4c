import { stickError } from '../../../src-shared/errors';

/** Units of UTF-16 in a command line, with the zero at its end (CreateProcessW, `lpCommandLine`). */
const LONGEST_COMMAND_LINE = 32_767;

/**
 * The command line from which a program gets exactly these arguments, if it splits it as `CommandLineToArgvW` and the C
 * run-time library do (learn.microsoft.com, CommandLineToArgvW, and “Parsing C++ command-line arguments”): quotation marks
 * surround an argument, `\"` is one of its own, and backslashes mean something only before one. Throws
 * `windows/unusable-text` for what no command line can hold.
 */
export function commandLine(program: string, args: readonly string[]): string {
  // The program’s name is split by other rules: it ends at the next quotation mark, and backslashes mean nothing.
  if (program.includes('"')) throw unusable(program, program, 'it has a quotation mark');
  requireText(program, program);
  const line = [`"${program}"`, ...args.map((text) => quoteArgument(program, text))].join(' ');
  if (line.length >= LONGEST_COMMAND_LINE) {
    throw unusable(program, `${line.slice(0, 60)}…`, 'the command is too long');
  }
  return line;
}

function quoteArgument(program: string, text: string): string {
  requireText(program, text);
  if (text !== '' && !/[\s"]/u.test(text)) return text;
  // Backslashes before a quotation mark count twice, and the argument’s end is one.
  const escaped = text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&');
  return `"${escaped}"`;
}

function requireText(program: string, text: string): void {
  if (text.includes('\0')) throw unusable(program, text, 'it has a zero in it');
  if (/\p{Surrogate}/u.test(text)) throw unusable(program, text, 'it has half a character in it');
}

function unusable(tool: string, text: string, message: string): Error {
  return stickError('windows/unusable-text', { tool, text: JSON.stringify(text), message });
}
