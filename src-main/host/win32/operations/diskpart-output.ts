import { linesOf } from '../../text-lines';
import type { OperationFailure, OperationOutput } from '../operation';
import { windowsCode } from './make-operation';

/**
 * What diskpart printed of a format's progress: blanks, a number, and words that depend on the language (seen in
 * English, German and Chinese).
 */
export function diskpartProgress(line: string): number | null {
  const percent = /^\s{2,}(\d{1,3})\s+\p{L}/u.exec(line)?.[1];
  if (percent === undefined || Number(percent) > 100) return null;
  return Number(percent) / 100;
}

/**
 * Why diskpart failed. It ends with an HRESULT (reported: 2147755027 is 0x80042413, “The device is in use”),
 * whatever its language is. An error is a heading with a colon and a sentence; some have no heading and are the last
 * paragraph.
 */
export function diskpartFailure({
  code,
  stdout,
  stderr,
}: OperationOutput): OperationFailure | null {
  if (code === 0) return null;
  const paragraphs = `${stdout}\n\n${stderr}`
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map(linesOf)
    .filter((lines) => lines.length > 0);
  const headed = paragraphs.find(
    ([first = '', second]) => /[:：]$/.test(first) && second !== undefined,
  );
  const message = headed?.slice(1) ?? paragraphs.at(-1) ?? [];
  return { windowsCode: windowsCode(code), message: message.join(' ') };
}
