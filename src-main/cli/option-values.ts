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

/** Endings of what Ventoy starts, with which a name ends. */
const IMAGE_ENDING = /\.(iso|wim|img|vhdx?|efi|vtoy)$/i;

/**
 * What stands before and after the `=` that separates them; null where there is none. It is the first one behind an image's
 * ending, else the first. A `=` that belongs to what stands before is doubled where it would be taken for that one:
 * `a==b=c` is `a=b` and `c`. What stands after is as it was typed.
 */
export function textAndName(text: string): [string, string | null] {
  const single = [...text.matchAll(/==|=/g)].flatMap(({ 0: found, index }) =>
    found === '=' ? [index] : [],
  );
  const at = single.find((index) => IMAGE_ENDING.test(text.slice(0, index))) ?? single[0];
  if (at === undefined) return [undoubled(text), null];
  return [undoubled(text.slice(0, at)), text.slice(at + 1)];
}

/** Like textAndName, but both have to be there. `shape` shows how that looks. */
export function pair(option: string, text: string, shape: string): [string, string] {
  const [before, after] = textAndName(text);
  if (before !== '' && after !== null && after !== '') return [before, after];
  throw usageError(`${option} takes ${shape}; a = that is part of a name is doubled`);
}

/** A name in which each `=` may have been doubled. */
export function undoubled(name: string): string {
  return name.replaceAll('==', '=');
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
