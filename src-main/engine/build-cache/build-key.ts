import { createHash } from 'node:crypto';

/** Everything that decides what a build contains. Two equal recipes make builds that can stand for each other. */
export interface BuildRecipe {
  /** SHA-256 of the image, hexadecimal. */
  readonly imageSha256: string;
  /** Which of the image's editions, from 1. */
  readonly index: number;
  /** What is changed in the unpacked Windows. */
  readonly edits: unknown;
  /** Goes up when the program makes something else of the same recipe. */
  readonly formatVersion: number;
  /** Whatever else matters: label, first sector, names of the boot files. */
  readonly [more: string]: unknown;
}

/**
 * 64 hexadecimal digits that are the same for equal recipes, whatever the order of their fields, and
 * different for different ones. Values may be what JSON knows, bigints and bytes; a field that is undefined counts
 * as none. Throws a TypeError for anything else.
 */
export function buildKey(recipe: BuildRecipe): string {
  return createHash('sha256').update(canonical(recipe)).digest('hex');
}

export function isBuildKey(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** A text for a value, one text for one value: strings are quoted, bytes and bigints carry a letter that JSON doesn't use. */
function canonical(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'bigint') return `${String(value)}n`;
  if (value instanceof Uint8Array) return `x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (isPlainObject(value)) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
    return `{${fields.join(',')}}`;
  }
  throw new TypeError(`a recipe can’t hold a ${typeof value}`);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
