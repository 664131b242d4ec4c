import { entryListProblems } from './entry-problems';
import type { JsonObject, JsonValue } from './json';
import { isObject, textMember } from './json';
import { PASSWORD_KINDS, passwordForm } from './password';
import { pathProblems } from './path-problems';
import { type PathListName, passwordEntries, tipEntries } from './plugins';
import type { ProblemPath, Report } from './report';
import type { StickFiles } from './stick-files';

export function pathListProblems(
  name: PathListName,
  value: JsonValue,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  if (!Array.isArray(value)) {
    report.error(path, 'not-list', { name });
    return;
  }
  if (value.length === 0 && name === 'image_list') {
    report.warning(path, 'image-list-empty', {});
  }
  for (const [index, item] of value.entries()) {
    const at = [...path, index];
    if (typeof item !== 'string') report.error(at, 'item-not-path', {});
    else pathProblems(item, { is: 'file', wildcards: true }, at, report, files);
  }
}

export function tipProblems(
  value: JsonValue,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  if (!isObject(value)) {
    report.error(path, 'not-object', { name: 'menu_tip' });
    return;
  }
  for (const name of ['left', 'top', 'color']) requireText(value, name, path, report);
  const tips = value['tips'];
  if (tips === undefined) report.error(path, 'missing', { name: 'tips' });
  else entryListProblems('tips', tipEntries, tips, [...path, 'tips'], report, files);
}

/** `ventoy_plugin_pwd_entry`. */
export function passwordProblems(
  value: JsonValue,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  if (!isObject(value)) {
    report.error(path, 'not-object', { name: 'password' });
    return;
  }
  for (const kind of PASSWORD_KINDS) {
    const member = `${kind}pwd`;
    const stored = Object.hasOwn(value, member) ? value[member] : undefined;
    if (stored !== undefined) storedProblems(stored, [...path, member], report);
  }
  const own = value['menupwd'];
  if (own === undefined) return;
  const at = [...path, 'menupwd'];
  entryListProblems('menupwd', passwordEntries, own, at, report, files);
  if (!Array.isArray(own)) return;
  for (const [index, entry] of own.entries()) {
    const stored = isObject(entry) ? textMember(entry, 'pwd') : undefined;
    if (stored !== undefined) storedProblems(stored, [...at, index, 'pwd'], report);
  }
}

function storedProblems(stored: JsonValue, path: ProblemPath, report: Report): void {
  const form = typeof stored === 'string' ? passwordForm(stored) : null;
  if (form === null) {
    report.error(path, 'password-form', {});
  } else if (form === 'clear') {
    report.warning(path, 'password-clear', {});
  }
}

const THEME_CHOICES: Record<string, readonly string[]> = {
  display_mode: ['GUI', 'CLI', 'serial', 'serial_console'],
  random: ['boot_second', 'boot_day', 'boot_month'],
};

export function themeProblems(
  value: JsonValue,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  if (!isObject(value)) {
    report.error(path, 'not-object', { name: 'theme' });
    return;
  }
  themeFileProblems(value['file'], [...path, 'file'], report, files);
  themeFontProblems(value['fonts'], [...path, 'fonts'], report, files);
  for (const name of ['gfxmode', 'serial_param', 'ventoy_left', 'ventoy_top', 'ventoy_color']) {
    requireText(value, name, path, report);
  }
  for (const [name, choices] of Object.entries(THEME_CHOICES)) {
    const chosen = value[name];
    if (chosen === undefined || (typeof chosen === 'string' && choices.includes(chosen))) continue;
    report.error([...path, name], 'value', { name, values: choices.join(', ') });
  }
  const mode = textMember(value, 'gfxmode');
  if (mode !== undefined && mode !== 'max' && !/^\d{3,5}x\d{3,5}(x\d{1,2})?$/.test(mode)) {
    report.error([...path, 'gfxmode'], 'theme-size', {});
  }
}

function themeFileProblems(
  value: JsonValue | undefined,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  const check = (item: JsonValue, at: ProblemPath): void => {
    if (typeof item !== 'string') report.error(at, 'item-not-path', {});
    else pathProblems(themePath(item), { is: 'file', wildcards: false }, at, report, files);
  };
  if (value === undefined) return;
  if (!Array.isArray(value)) check(value, path);
  else for (const [index, item] of value.entries()) check(item, [...path, index]);
}

/** A theme's path may begin in the folder of ventoy.json. */
function themePath(path: string): string {
  return path.startsWith('/') ? path : `/ventoy/${path}`;
}

function themeFontProblems(
  value: JsonValue | undefined,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  if (value === undefined) return;
  if (!Array.isArray(value)) {
    report.error(path, 'not-list', { name: 'fonts' });
    return;
  }
  for (const [index, item] of value.entries()) {
    const at = [...path, index];
    if (typeof item !== 'string') report.error(at, 'item-not-path', {});
    else pathProblems(item, { is: 'file', wildcards: false }, at, report, files);
  }
}

function requireText(object: JsonObject, name: string, path: ProblemPath, report: Report): void {
  const value = object[name];
  if (value === undefined || typeof value === 'string') return;
  report.error([...path, name], 'not-text', { name });
}
