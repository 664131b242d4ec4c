import { subjectOf, targetNames } from './entries';
import type { JsonObject, JsonValue } from './json';
import { isObject, textMember, utf8Bytes } from './json';
import { pathProblems } from './path-problems';
import type { EntryPlugin } from './plugins';
import type { ProblemPath, Report } from './report';
import type { StickFiles } from './stick-files';

/** More replacements in one image are not looked at (`VTOY_MAX_CONF_REPLACE`). */
const MAX_REPLACEMENTS = 2;

/** Of a part of a name (`ventoy_def.h`). */
const MAX_PART_BYTES = 255;

/** Problems of a plugin that is a list of entries about an image or a folder. */
export function entryListProblems(
  name: string,
  plugin: EntryPlugin,
  value: JsonValue,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  if (!Array.isArray(value)) {
    report.error(path, 'not-list', { name });
    return;
  }
  for (const [index, entry] of value.entries()) {
    const at = [...path, index];
    if (isObject(entry)) entryProblems(name, plugin, entry, at, report, files);
    else report.error(at, 'entry-not-object', { name });
  }
  repetitionProblems(name, plugin, value, path, report);
}

function entryProblems(
  name: string,
  plugin: EntryPlugin,
  entry: JsonObject,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  caseProblems(plugin, entry, path, report);
  targetProblems(name, plugin, entry, path, report, files);
  for (const { member, several } of plugin.files) {
    fileProblems(member, several, entry, path, report, files);
  }
  for (const { member, maxBytes } of plugin.texts) {
    textProblems(member, maxBytes, entry, path, report);
  }
  if (name === 'persistence') choiceProblems('backend', entry, path, report);
  if (name === 'auto_install') choiceProblems('template', entry, path, report);
  if (name === 'conf_replace') replacementProblems(entry, path, report);
  if (name === 'custom_boot') bootFileProblems(entry, path, report);
  if (name === 'menu_alias') aliasProblems(entry, path, report);
}

/** Names are compared with their capitals (`vtoy_json_find_item`). */
function caseProblems(
  plugin: EntryPlugin,
  entry: JsonObject,
  path: ProblemPath,
  report: Report,
): void {
  const known = [...plugin.targets, ...plugin.files, ...plugin.texts].map(({ member }) => member);
  for (const name of Object.keys(entry)) {
    const small = name.toLowerCase();
    if (name === small || ![...known, 'autosel', 'timeout', 'img', 'org'].includes(small)) continue;
    report.error([...path, name], 'name-case', { name: small });
  }
}

function targetProblems(
  name: string,
  plugin: EntryPlugin,
  entry: JsonObject,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  const subject = subjectOf(plugin, entry);
  if (subject === null) {
    report.error(path, 'no-target', { name, targets: targetNames(plugin) });
    return;
  }
  const { target, value } = subject;
  const at = [...path, target.member];
  if (target.is !== 'name-part') {
    pathProblems(value, { is: target.is, wildcards: plugin.wildcards }, at, report, files);
  } else if (value === '') {
    report.warning(at, 'name-part-empty', {});
  } else if (utf8Bytes(value) > MAX_PART_BYTES) {
    report.error(at, 'name-part-too-long', { most: MAX_PART_BYTES });
  }
}

function fileProblems(
  member: string,
  several: boolean,
  entry: JsonObject,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  const value = Object.hasOwn(entry, member) ? entry[member] : undefined;
  const at = [...path, member];
  const rules = { is: 'file', wildcards: false } as const;
  if (value === undefined) {
    report.error(path, 'missing', { name: member });
  } else if (typeof value === 'string') {
    pathProblems(value, rules, at, report, files);
  } else if (!several || !Array.isArray(value)) {
    report.error(at, several ? 'not-paths' : 'not-path', { name: member });
  } else {
    if (value.length === 0) report.error(at, 'no-files', { name: member });
    for (const [index, item] of value.entries()) {
      if (typeof item === 'string') pathProblems(item, rules, [...at, index], report, files);
      else report.error([...at, index], 'item-not-path', {});
    }
  }
}

function textProblems(
  member: string,
  maxBytes: number,
  entry: JsonObject,
  path: ProblemPath,
  report: Report,
): void {
  // A tip is one text or two, so that none of its members is needed by itself.
  const optional = member.startsWith('tip');
  const value = Object.hasOwn(entry, member) ? entry[member] : undefined;
  const at = [...path, member];
  if (value === undefined) {
    if (!optional) report.error(path, 'missing', { name: member });
  } else if (typeof value !== 'string') {
    report.error(at, 'not-text', { name: member });
  } else if (utf8Bytes(value) > maxBytes) {
    report.error(at, 'too-long', { name: member, most: maxBytes });
  }
}

/** Which of several files is taken, and after how long: 0 is none of them, 1 the first. */
function choiceProblems(
  filesMember: string,
  entry: JsonObject,
  path: ProblemPath,
  report: Report,
): void {
  const value = entry[filesMember];
  const count = Array.isArray(value) ? value.length : 1;
  const chosen = entry['autosel'];
  if (chosen !== undefined && !isWholeNumber(chosen, count)) {
    report.error([...path, 'autosel'], 'autosel-range', { most: count, name: filesMember });
  }
  const timeout = entry['timeout'];
  if (timeout !== undefined && !isWholeNumber(timeout, Number.MAX_SAFE_INTEGER)) {
    report.error([...path, 'timeout'], 'timeout-range', {});
  }
}

function isWholeNumber(value: JsonValue, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

function replacementProblems(entry: JsonObject, path: ProblemPath, report: Report): void {
  const inside = textMember(entry, 'org');
  if (inside === undefined) report.error(path, 'no-replaced-file', {});
  else pathProblems(inside, { is: 'file', wildcards: false }, [...path, 'org'], report, null);
  const image = entry['img'];
  if (image !== undefined && typeof image !== 'number') {
    report.error([...path, 'img'], 'not-number', { name: 'img' });
  }
}

function bootFileProblems(entry: JsonObject, path: ProblemPath, report: Report): void {
  const file = textMember(entry, 'vcfg');
  if (file === undefined || file.endsWith('.vcfg')) return;
  report.error([...path, 'vcfg'], 'boot-file-suffix', {});
}

/** An alias becomes part of a GRUB script, in quotation marks. */
function aliasProblems(entry: JsonObject, path: ProblemPath, report: Report): void {
  const alias = textMember(entry, 'alias');
  if (alias === '') report.error([...path, 'alias'], 'alias-empty', {});
  if (alias?.includes('$') !== true) return;
  report.warning([...path, 'alias'], 'alias-variable', {});
}

function repetitionProblems(
  name: string,
  plugin: EntryPlugin,
  entries: readonly JsonValue[],
  path: ProblemPath,
  report: Report,
): void {
  const places = new Map<string, number[]>();
  for (const [index, entry] of entries.entries()) {
    const subject = isObject(entry) ? subjectOf(plugin, entry) : null;
    if (subject === null) continue;
    const key = JSON.stringify([subject.target.member, subject.value]);
    places.set(key, [...(places.get(key) ?? []), index]);
  }
  for (const same of places.values()) {
    if (name === 'conf_replace') {
      for (const index of same.slice(MAX_REPLACEMENTS)) {
        report.error([...path, index], 'too-many-replacements', { most: MAX_REPLACEMENTS });
      }
      continue;
    }
    const idle = plugin.wins === 'first' ? same.slice(1) : same.slice(0, -1);
    for (const index of idle) {
      report.warning([...path, index], `${plugin.wins}-counts`, {});
    }
  }
}
