import type { JsonValue } from './json';
import { isObject } from './json';
import { pathProblems } from './path-problems';
import type { ProblemPath, Report } from './report';
import type { VentoySetting } from './settings';
import { VENTOY_SETTINGS, settingProblem, ventoySetting } from './settings';
import type { StickFiles } from './stick-files';

/** `control` is a list of objects with one name and its text each (`ventoy_plugin_control_entry`). */
export function controlProblems(
  value: JsonValue,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  if (!Array.isArray(value)) {
    report.error(path, 'not-list', { name: 'control' });
    return;
  }
  const seen = new Map<string, ProblemPath>();
  for (const [index, setting] of value.entries()) {
    const at = [...path, index];
    const name = pairProblems(setting, at, report);
    if (name === undefined || !isObject(setting)) continue;
    const earlier = seen.get(name);
    if (earlier !== undefined) {
      report.warning(earlier, 'set-again', { name });
    }
    seen.set(name, [...at, name]);
    valueProblems(name, setting[name] ?? null, [...at, name], report, files);
  }
}

/** Gives the name that the object sets. */
function pairProblems(setting: JsonValue, path: ProblemPath, report: Report): string | undefined {
  if (!isObject(setting)) {
    report.error(path, 'setting-not-object', {});
    return undefined;
  }
  const [first, ...others] = Object.keys(setting);
  if (first === undefined) report.error(path, 'setting-empty', {});
  if (others.length > 0) {
    report.error(path, 'several-settings', { others: others.join(', ') });
  }
  return first;
}

function valueProblems(
  name: string,
  value: JsonValue,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  if (typeof value !== 'string') {
    report.error(path, 'not-text', { name });
    return;
  }
  const setting = ventoySetting(name);
  if (setting === undefined) {
    unknownProblems(name, path, report);
    return;
  }
  const problem = settingProblem(setting, value);
  if (problem !== null) report.add('error', path, problem);
  else if (value.startsWith('/')) settingPathProblems(setting, value, path, report, files);
}

function settingPathProblems(
  { values }: VentoySetting,
  value: string,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  // Ventoy adds the slash itself where a folder to search lacks it.
  const text = values.kind === 'folder' ? value.replace(/(?!^)\/$/, '') : value;
  const is = values.kind === 'folder' ? 'folder' : 'file';
  pathProblems(text, { is, wildcards: false }, path, report, files);
}

function unknownProblems(name: string, path: ProblemPath, report: Report): void {
  const known = VENTOY_SETTINGS.find((setting) => setting.name === name.toUpperCase());
  if (known === undefined) {
    report.warning(path, 'unknown-setting', { name });
  } else {
    report.error(path, 'setting-case', { name: known.name });
  }
}
