import type { Operation } from '../operation';
import { commandLine } from '../quote-command-line';
import { powerShellScript } from './powershell';

/**
 * An operation as lines for people who want to know before they agree: what it does, the exact command, its scripts
 * in full, and what takes it back. Secrets are `«secret»`. Characters that would change a terminal or the order of
 * letters are written as their numbers.
 */
export function printOperation(operation: Operation): string[] {
  const { title, program, args, scripts, stdin, undo } = operation;
  const encoded = powerShellScript(operation);
  const shown = encoded === null ? args : [...args.slice(0, -1), '«the script below, in Base64»'];
  return [
    visible(title),
    `  ${visible(commandLine(program, shown))}`,
    ...(encoded === null ? [] : textLines('script', encoded)),
    ...scripts.flatMap(({ name, text, encoding }) => textLines(`${name} (${encoding})`, text)),
    ...(stdin === null ? [] : textLines('standard input', stdin.secret ? '«secret»' : stdin.text)),
    ...(undo === null
      ? []
      : ['  Taken back by:', ...printOperation(undo).map((line) => `    ${line}`)]),
  ];
}

function textLines(heading: string, text: string): string[] {
  const lines = text.replace(/(\r?\n)+$/, '').split(/\r?\n/);
  return [`  ${visible(heading)}:`, ...lines.map((line) => `  | ${visible(line)}`.trimEnd())];
}

function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
