import { Command } from 'commander';
import type { Recipe } from '../../src-shared/plan';
import { recipeAboutFields } from '../../src-shared/recipe-about';
import { recipeJsonSchema } from '../../src-shared/recipe-schema';
import type { VentoyWindows } from '../../src-shared/ventoy-recipe';
import { addRecipeOptions, type GivenOption } from './recipe-arguments';

/* What the tests of options need: a command that takes them, and other ways to say what fields a recipe has. */

/** A command with nothing but the options of recipes. */
export function commandWithOptions(): {
  parse(args: readonly string[]): GivenOption[];
  help: string;
} {
  const made = new Command('make').exitOverride().configureOutput({ writeErr: () => undefined });
  const given = addRecipeOptions(made);
  return {
    help: made.helpInformation(),
    parse: (args) => {
      made.parse(args, { from: 'user' });
      return given;
    },
  };
}

type Json = Record<string, unknown>;

/** Paths of all fields that a kind of recipe has, that decide about a stick, and that can have more than one value. */
export function fieldsOf(kind: Recipe['kind']): string[] {
  const kinds = recipeJsonSchema()['oneOf'] as { properties: Record<string, Json> }[];
  const schema = kinds.find(({ properties }) => properties['kind']?.['const'] === kind);
  if (!schema) throw new Error(`the JSON Schema knows no ${kind}`);
  const values = new Map<string, Set<unknown>>();
  for (const [path, value] of leaves(schema)) {
    values.set(path, (values.get(path) ?? new Set()).add(value));
  }
  return [...values].flatMap(([path, seen]) => {
    const decides = !(path in recipeAboutFields) && (seen.size > 1 || seen.has(ANY));
    return decides ? [path] : [];
  });
}

const ANY = Symbol('any value');

/** Paths of all fields of a JSON Schema, each with the one value that it may have there or `ANY`. */
function leaves(schema: Json, path = ''): [string, unknown][] {
  const branches = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined;
  if (branches) return branches.flatMap((branch) => leaves(branch, path));
  if (schema['type'] === 'array') return leaves(schema['items'] as Json, `${path}[]`);
  // An object of any names is one field.
  if (schema['type'] === 'object' && 'properties' in schema) {
    return Object.entries(schema['properties'] as Record<string, Json>).flatMap(([name, below]) =>
      leaves(below, path === '' ? name : `${path}.${name}`),
    );
  }
  if (path === '' || schema['type'] === 'null') return [];
  return [[path, 'const' in schema ? schema['const'] : ANY]];
}

/** Paths of the fields in which two recipes differ, as `leaves` names them. */
export function differences(one: unknown, other: unknown, path = ''): string[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  const lists = [one, other].filter(Array.isArray);
  if (lists.length > 0) {
    const longest = Math.max(...lists.map((list) => list.length));
    const item = (list: unknown, at: number): unknown =>
      Array.isArray(list) ? list[at] : undefined;
    return Array.from({ length: longest }, (_, at) =>
      differences(item(one, at), item(other, at), `${path}[]`),
    ).flat();
  }
  const objects = [one, other].filter((value) => typeof value === 'object' && value !== null);
  if (objects.length === 0) return [path];
  const member = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Json)[name] : undefined;
  const names = new Set(objects.flatMap((value) => Object.keys(value)));
  return [...names].flatMap((name) =>
    differences(member(one, name), member(other, name), path === '' ? name : `${path}.${name}`),
  );
}

/** The options that make a Windows and name its image, written without the table. */
export function argumentsOfWindows({
  image,
  edition,
  windows,
}: Pick<VentoyWindows, 'image' | 'edition' | 'windows'>): string[] {
  const { portable, answers, drivers, lean, speed, roaming } = windows;
  const args: string[] = [];
  const add = (option: string, value: string | number | null): void => {
    if (value !== null) args.push(option, String(value));
  };
  const flag = (option: string, on: boolean): void => {
    if (on) args.push(option);
  };
  const onOff = (on: boolean): string => (on ? 'on' : 'off');
  add('--image', image.path);
  add('--sha256', image.sha256);
  add('--edition', edition.index);
  add('--internal-disks', portable.internalDisks);
  add('--hibernation', onOff(portable.hibernation));
  add('--recovery', portable.recovery ? 'keep' : 'remove');
  add('--device-encryption', portable.deviceEncryption ? 'allow' : 'prevent');
  add(
    '--page-file',
    portable.pageFile.kind === 'fixed' ? portable.pageFile.bytes : portable.pageFile.kind,
  );
  flag('--compact', portable.compact);
  if (answers.account) {
    add('--account-type', answers.account.administrator ? 'administrator' : 'standard');
    add('--account', answers.account.name);
    args.push(answers.account.askPassword ? '--ask-password' : '--no-ask-password');
  }
  if (answers.computerName) {
    add('--first-number', answers.computerName.firstNumber);
    add('--computer-name', answers.computerName.pattern);
  }
  add('--time-zone', answers.timeZone);
  add('--region', answers.region);
  add('--keyboard', answers.keyboard);
  add('--language', answers.language);
  flag('--skip-pages', answers.skipPages);
  add('--online-account', answers.onlineAccount);
  add('--answer-file', answers.answerFile);
  add('--drivers', drivers.folder);
  add('--debloat', lean.preset);
  for (const name of lean.removeApps) add('--remove-app', name);
  for (const name of lean.keepApps) add('--keep-app', name);
  for (const name of lean.disableFeatures) add('--disable-feature', name);
  for (const name of lean.enableFeatures) add('--enable-feature', name);
  flag('--clean-up', lean.cleanUp);
  add('--power-plan', speed.powerPlan);
  add('--write-cache', onOff(speed.writeCache));
  add('--defragmentation', onOff(speed.scheduledDefragmentation));
  add('--indexing', onOff(speed.searchIndexing));
  add('--prefetch', onOff(speed.prefetch));
  add('--last-access', onOff(speed.lastAccessTimes));
  for (const choice of roaming.wifi) {
    if (choice.kind === 'file') add('--wifi', choice.path);
    else {
      add('--wifi-network', choice.ssid);
      if (choice.security !== 'wpa2') add('--wifi-security', choice.security);
      flag('--wifi-hidden', choice.hidden);
    }
  }
  add('--profile-path', roaming.profilePath);
  add('--redirect-to', roaming.redirect?.path ?? null);
  add('--redirect', roaming.redirect?.folders.join(',') ?? null);
  add('--domain-join', roaming.domainJoinFile);
  return args;
}
