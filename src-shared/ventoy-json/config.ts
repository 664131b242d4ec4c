import { z } from 'zod';
import type { JsonObject, JsonValue } from './json';
import { utf8Bytes } from './json';

/**
 * The contents of `/ventoy/ventoy.json` on a stick's data partition: an object with a member for each plugin. Unknown
 * members, at every depth, are kept in their order. (Names that are whole numbers, of which Ventoy has none, come first:
 * JavaScript keeps objects so.)
 */
export type VentoyConfig = JsonObject;

/** More than anybody writes by hand; a bound for memory and messages. */
export const MAX_CONFIG_BYTES = 1024 * 1024;
/** As deep as `readJson` reads. */
export const MAX_CONFIG_DEPTH = 64;

/** A config that comes from somewhere else, as in a recipe or a message. */
export const VentoyConfigSchema = z
  .record(z.string(), z.unknown())
  .superRefine((value, context) => {
    const message = notConfig(value);
    if (message !== null) context.addIssue({ code: 'custom', message });
  })
  .transform((value) => value as VentoyConfig);

function notConfig(value: Record<string, unknown>): string | null {
  let level: unknown[] = Object.values(value);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MAX_CONFIG_DEPTH) return 'it is nested too deeply';
    if (!level.every(canBeInJson)) return 'it holds something that JSON has no words for';
    level = level.flatMap((item): unknown[] =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    );
  }
  const bytes = utf8Bytes(JSON.stringify(value));
  return bytes > MAX_CONFIG_BYTES ? 'it is larger than 1 MiB' : null;
}

function canBeInJson(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      return value === null || Array.isArray(value) || isPlain(value);
    default:
      return false;
  }
}

function isPlain(value: object): value is Record<string, JsonValue> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Whether two configs say the same, in the same order. */
export function sameConfig(one: VentoyConfig, other: VentoyConfig): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
