import { parseSize } from '../../src-shared/units';
import type { PageFile } from '../../src-shared/windows-choices';
import { usageError } from './context';

/* Values of options as people type them. All throw `usage`, naming the option and what it takes. */

export function oneOf<T extends string>(option: string, text: string, words: readonly T[]): T {
  const word = words.find((candidate) => candidate === text);
  if (word !== undefined) return word;
  throw usageError(`${option} takes ${listed(words)}`);
}

/** Words with commas between them, each once, in the order of `words`. */
export function severalOf<T extends string>(
  option: string,
  text: string,
  words: readonly T[],
): T[] {
  const given = text.split(',').map((word) => oneOf(option, word.trim(), words));
  return words.filter((word) => given.includes(word));
}

export function onOff(option: string, text: string): boolean {
  return oneOf(option, text, ['on', 'off']) === 'on';
}

export function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw usageError(`${option} takes a whole number from ${String(least)}`);
}

/** Bytes, a multiple of 512. `others` names what else the option takes. */
export function size(option: string, text: string, others = ''): number {
  const bytes = parseSize(text);
  if (bytes !== undefined && bytes % 512 === 0) return bytes;
  const also = others === '' ? '' : `, ${others}`;
  throw usageError(`${option} takes a size such as 16G or 500M, a multiple of 512 bytes${also}`);
}

export function pageFile(option: string, text: string): PageFile {
  if (text === 'automatic' || text === 'none') return { kind: text };
  return { kind: 'fixed', bytes: size(option, text, 'or automatic, or none') };
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
