import { MiB, parseSize } from '../../src-shared/units';
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

/** Bytes, in whole MiB. */
export function mebibytes(option: string, text: string, others = ''): number {
  const bytes = parseSize(text);
  if (bytes !== undefined && bytes % MiB === 0) return bytes;
  const also = others === '' ? '' : `, ${others}`;
  throw usageError(`${option} takes a size in whole MiB such as 4G or 500M${also}`);
}

/**
 * What stands before and after the first `=`; null where there is none. A `=` that is part of what stands before is
 * doubled: `a==b.iso=c` is `a=b.iso` and `c`.
 */
export function textAndName(text: string): [string, string | null] {
  let before = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '=') before += text.charAt(at);
    else if (text[at + 1] !== '=') return [before, text.slice(at + 1)];
    else {
      before += '=';
      at += 1;
    }
  }
  return [before, null];
}

/** Like textAndName, but both have to be there. `shape` shows how that looks. */
export function pair(option: string, text: string, shape: string): [string, string] {
  const [before, after] = textAndName(text);
  if (before !== '' && after !== null && after !== '') return [before, after];
  throw usageError(`${option} takes ${shape}; a = in what stands before the = is doubled`);
}

/** A path on the stick, which may be given with the `/` of its root folder. */
export function stickPath(text: string): string {
  return text.replace(/^\/+/, '');
}

export function pageFile(option: string, text: string): PageFile {
  if (text === 'automatic' || text === 'none') return { kind: text };
  return { kind: 'fixed', bytes: size(option, text, 'or automatic, or none') };
}

/** `mbr or gpt`. */
export function listed(words: readonly string[]): string {
  const others = words.slice(0, -1);
  const last = words.at(-1) ?? '';
  return others.length === 0 ? last : `${others.join(', ')} or ${last}`;
}
