import type { VentoyConfig } from './config';
import { controlProblems } from './control-problems';
import { entryListProblems } from './entry-problems';
import type { JsonValue } from './json';
import { isObject } from './json';
import { passwordProblems, pathListProblems, themeProblems, tipProblems } from './plugin-problems';
import {
  BOOT_MODES,
  PLUGIN_NAMES,
  entryPlugins,
  isEntryPlugin,
  isPathList,
  pluginOf,
} from './plugins';
import type { PluginName } from './plugins';
import { Report, type VentoyProblem } from './report';
import { StickFiles } from './stick-files';

/**
 * What Ventoy would not take, or take in another way than it looks. An `error` is something that has no effect or a wrong
 * one; a `warning` may well be meant. Never throws.
 * @param context.files absolute paths of the files on the data partition; with them, what is missing is a warning
 */
export function ventoyProblems(
  config: VentoyConfig,
  context: { files?: readonly string[] } = {},
): VentoyProblem[] {
  const report = new Report();
  const files = context.files === undefined ? null : new StickFiles(context.files);
  spellingProblems(config, [], report);
  for (const [key, value] of Object.entries(config)) {
    const known = pluginOf(key);
    if (known === null) nameProblems(key, report);
    else pluginProblems(known.plugin, key, value, report, files);
  }
  imageListProblems(config, report);
  return report.problems;
}

function pluginProblems(
  plugin: PluginName,
  key: string,
  value: JsonValue,
  report: Report,
  files: StickFiles | null,
): void {
  const path = [key];
  if (plugin === 'control') controlProblems(value, path, report, files);
  else if (plugin === 'theme') themeProblems(value, path, report, files);
  else if (plugin === 'menu_tip') tipProblems(value, path, report, files);
  else if (plugin === 'password') passwordProblems(value, path, report, files);
  else if (isPathList(plugin)) pathListProblems(plugin, value, path, report, files);
  else if (isEntryPlugin(plugin)) {
    entryListProblems(plugin, entryPlugins[plugin], value, path, report, files);
  }
}

function nameProblems(key: string, report: Report): void {
  const known = pluginOf(key.toLowerCase());
  if (known !== null) {
    report.error([key], 'name-case', { name: key.toLowerCase() });
    return;
  }
  report.warning([key], 'unknown-plugin', { name: key, known: PLUGIN_NAMES.join(', ') });
}

/** Both set the same list in Ventoy, so that the one which is read last takes the other's place. */
function imageListProblems(config: VentoyConfig, report: Report): void {
  const counts = (name: string, mode: string): string | undefined =>
    [`${name}_${mode}`, name].find((key) => Object.hasOwn(config, key));
  for (const mode of BOOT_MODES) {
    const list = counts('image_list', mode);
    const blacklist = counts('image_blacklist', mode);
    if (list === undefined || blacklist === undefined) continue;
    report.error([blacklist], 'both-image-lists', {});
    return;
  }
}

/**
 * Ventoy's reader (`ventoy_json.c`) knows no escapes in texts and no numbers but whole ones from 0; what it stumbles over
 * makes it ignore the whole file.
 */
function spellingProblems(value: JsonValue, path: (string | number)[], report: Report): void {
  if (typeof value === 'string') textProblems(value, path, report);
  else if (typeof value === 'number') {
    if (Number.isSafeInteger(value) && value >= 0) return;
    report.error(path, 'number', {});
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) spellingProblems(item, [...path, index], report);
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      textProblems(name, [...path, name], report);
      spellingProblems(member, [...path, name], report);
    }
  }
}

function textProblems(text: string, path: (string | number)[], report: Report): void {
  if (text.includes('"')) {
    report.error(path, 'quotation-mark', {});
  } else if (/[\\\u0000-\u001f]/.test(text) || /\p{Surrogate}/u.test(text)) {
    // Half a pair of surrogates can only be said as an escape.
    report.warning(path, 'escape', {});
  }
}
