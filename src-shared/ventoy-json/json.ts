/** What JSON can say. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
export interface JsonObject {
  [name: string]: JsonValue;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object with one member set, at its old place, or at the end if new; or without it. */
export function withMember(
  object: JsonObject,
  name: string,
  value: JsonValue | undefined,
): JsonObject {
  const members = new Map(Object.entries(object));
  if (value === undefined) members.delete(name);
  else members.set(name, value);
  // Not by assignment, which would take `__proto__` for something else than a name.
  return Object.fromEntries(members);
}

/** A member of that name which holds text; inherited ones don't count. */
export function textMember(object: JsonObject, name: string): string | undefined {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

export function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

export function replacedAt<T>(items: readonly T[], index: number, item: T): T[] {
  return items.map((old, at) => (at === index ? item : old));
}

/** The last place where it holds; -1 if it never does. */
export function lastIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  for (let index = items.length - 1; index >= 0; index -= 1) {
    if (holds(items[index] as T)) return index;
  }
  return -1;
}
