import { subjectOf } from './entries';
import type { JsonObject, JsonValue } from './json';
import { isObject, textMember, utf8Bytes } from './json';
import { pathProblems } from './path-problems';
import type { EntryPlugin } from './plugins';
import type { ProblemPath, Report } from './report';
import type { StickFiles } from './stick-files';

/** More replacements in one image are not looked at (`VTOY_MAX_CONF_REPLACE`). */
const MAX_REPLACEMENTS = 2;

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
    report.error(path, 'wrong-type', `${name} has to be a list of objects, in [ and ]`);
    return;
  }
  for (const [index, entry] of value.entries()) {
    const at = [...path, index];
    if (isObject(entry)) entryProblems(name, plugin, entry, at, report, files);
    else report.error(at, 'wrong-type', `an entry of ${name} has to be an object, in { and }`);
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
  targetProblems(plugin, entry, path, report, files);
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
    report.error([...path, name], 'name-case', `Ventoy knows “${small}” only in small letters`);
  }
}

function targetProblems(
  plugin: EntryPlugin,
  entry: JsonObject,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  const subject = subjectOf(plugin, entry);
  if (subject === null) {
    const names = plugin.targets.map(({ member }) => `“${member}”`).join(' or ');
    report.error(path, 'missing', `${names} has to say what this is about, as a text`);
    return;
  }
  const { target, value } = subject;
  const at = [...path, target.member];
  if (target.is !== 'name-part') {
    pathProblems(value, { is: target.is, wildcards: plugin.wildcards }, at, report, files);
  } else if (value === '') {
    report.warning(at, 'value', 'an empty text is part of every name');
  } else if (utf8Bytes(value) > 255) {
    report.error(at, 'too-long', 'a part of a name has at most 255 bytes');
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
    report.error(path, 'missing', `“${member}” is missing`);
  } else if (typeof value === 'string') {
    pathProblems(value, rules, at, report, files);
  } else if (!several || !Array.isArray(value)) {
    const what = several ? 'a path, or a list of paths' : 'a path';
    report.error(at, 'wrong-type', `“${member}” has to be ${what}`);
  } else {
    if (value.length === 0) report.error(at, 'empty-list', `“${member}” names no file`);
    for (const [index, item] of value.entries()) {
      if (typeof item === 'string') pathProblems(item, rules, [...at, index], report, files);
      else report.error([...at, index], 'wrong-type', 'a path is expected here');
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
    if (!optional) report.error(path, 'missing', `“${member}” is missing`);
  } else if (typeof value !== 'string') {
    report.error(at, 'wrong-type', `“${member}” has to be a text`);
  } else if (utf8Bytes(value) > maxBytes) {
    report.error(at, 'too-long', `“${member}” has at most ${maxBytes} bytes`);
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
    const message = `“autosel” takes a number from 0, none of them, to ${count}, the last “${filesMember}”`;
    report.error([...path, 'autosel'], 'out-of-range', message);
  }
  const timeout = entry['timeout'];
  if (timeout !== undefined && !isWholeNumber(timeout, Number.MAX_SAFE_INTEGER)) {
    report.error(
      [...path, 'timeout'],
      'out-of-range',
      '“timeout” takes a number of seconds from 0',
    );
  }
}

function isWholeNumber(value: JsonValue, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

function replacementProblems(entry: JsonObject, path: ProblemPath, report: Report): void {
  const inside = textMember(entry, 'org');
  if (inside === undefined)
    report.error(path, 'missing', '“org” has to name the file in the image');
  else pathProblems(inside, { is: 'file', wildcards: false }, [...path, 'org'], report, null);
  const image = entry['img'];
  if (image !== undefined && typeof image !== 'number') {
    report.error([...path, 'img'], 'wrong-type', '“img” has to be a number');
  }
}

function bootFileProblems(entry: JsonObject, path: ProblemPath, report: Report): void {
  const file = textMember(entry, 'vcfg');
  if (file === undefined || file.endsWith('.vcfg')) return;
  report.error([...path, 'vcfg'], 'suffix', 'the file’s name has to end in .vcfg');
}

/** An alias becomes part of a GRUB script, in quotation marks. */
function aliasProblems(entry: JsonObject, path: ProblemPath, report: Report): void {
  const alias = textMember(entry, 'alias');
  if (alias === '') report.error([...path, 'alias'], 'value', 'a name in the menu can’t be empty');
  if (alias?.includes('$') !== true) return;
  report.warning([...path, 'alias'], 'escape', 'Ventoy takes what follows a $ for a variable');
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
        report.error(
          [...path, index],
          'too-many',
          `Ventoy replaces at most ${MAX_REPLACEMENTS} files in an image`,
        );
      }
      continue;
    }
    const idle = plugin.wins === 'first' ? same.slice(1) : same.slice(0, -1);
    for (const index of idle) {
      const message = `another entry is about the same, and the ${plugin.wins} counts`;
      report.warning([...path, index], 'counted-elsewhere', message);
    }
  }
}
