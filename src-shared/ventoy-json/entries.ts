import type { JsonObject, JsonValue } from './json';
import { isObject, lastIndex, textMember } from './json';
import type { EntryPlugin, EntryTarget } from './plugins';
import { unusable } from './unusable';

/** What an entry is about, as `{image: "/a.iso"}` says it. */
export interface Subject {
  target: EntryTarget;
  value: string;
}

export function subjectOf(plugin: EntryPlugin, entry: JsonObject): Subject | null {
  for (const target of plugin.targets) {
    const value = textMember(entry, target.member);
    if (value !== undefined) return { target, value };
  }
  return null;
}

/** What an entry can be about, for people. */
export function targetNames(plugin: EntryPlugin): string {
  return plugin.targets.map(({ member }) => `“${member}”`).join(' or ');
}

/** Whether both entries configure the same thing. Entries that are about nothing are never the same. */
export function sameSubject(plugin: EntryPlugin, one: JsonObject, other: JsonObject): boolean {
  const first = subjectOf(plugin, one);
  const second = subjectOf(plugin, other);
  if (first === null || second === null) return false;
  return (
    first.target.member === second.target.member &&
    first.value === second.value &&
    (plugin.besides === null ||
      textMember(one, plugin.besides) === textMember(other, plugin.besides))
  );
}

/** Where the entry stands that counts among those about the same; -1 if there is none. */
export function indexOfSubject(
  plugin: EntryPlugin,
  entries: readonly JsonValue[],
  wanted: JsonObject,
): number {
  const isWanted = (entry: JsonValue): boolean =>
    isObject(entry) && sameSubject(plugin, entry, wanted);
  return plugin.wins === 'first' ? entries.findIndex(isWanted) : lastIndex(entries, isWanted);
}

/** With the entry where Ventoy prefers it to all others. */
export function withPreferred(
  plugin: EntryPlugin,
  entries: readonly JsonValue[],
  added: readonly JsonObject[],
): JsonValue[] {
  return plugin.wins === 'first' ? [...added, ...entries] : [...entries, ...added];
}

/** @throws StickError `ventoy/config-invalid`: what is there can't be changed without losing it */
export function asList(key: string, value: JsonValue | undefined): JsonValue[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw unusable('not-list', { name: key });
}

/** @throws StickError `ventoy/config-invalid`, as above */
export function asObject(key: string, value: JsonValue | undefined): JsonObject {
  if (value === undefined) return {};
  if (isObject(value)) return value;
  throw unusable('not-object', { name: key });
}
