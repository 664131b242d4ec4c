import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleRecipe } from '../../src-shared/example-recipe';
import {
  recipeDefaults,
  WindowsRecipeSchema,
  type WindowsRecipe,
} from '../../src-shared/windows-recipe';
import { recipeJsonSchema } from '../../src-shared/recipe-schema';
import { readRecipeFile } from '../engine';
import { arbitraryRecipe } from './arbitrary-recipe';
import { addRecipeOptions, changedRecipe } from './recipe-arguments';
import { recipeOptionGroups } from './recipe-options';

const folder = mkdtempSync(join(tmpdir(), 'sticksmith-recipe-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function command(): {
  parse(args: readonly string[]): ReturnType<typeof addRecipeOptions>;
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

/** What `make` would take for its recipe. */
function parsed(args: readonly string[], base: WindowsRecipe | null = null): WindowsRecipe {
  return WindowsRecipeSchema.parse(changedRecipe(base, command().parse(args)));
}

const needed = ['--image', '/w.iso', '--edition', '1'];

type Json = Record<string, unknown>;

/** Paths of all fields of a JSON Schema that can have more than one value. */
function leaves(schema: Json, path = ''): string[] {
  const branches = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined;
  if (branches) return [...new Set(branches.flatMap((branch) => leaves(branch, path)))];
  if (schema['type'] === 'array') return leaves(schema['items'] as Json, `${path}[]`);
  if (schema['type'] === 'object') {
    return Object.entries(schema['properties'] as Record<string, Json>).flatMap(([name, below]) =>
      leaves(below, path === '' ? name : `${path}.${name}`),
    );
  }
  const has = path !== '' && schema['type'] !== 'null' && !('const' in schema);
  return has ? [path] : [];
}

/** Paths of the fields in which two recipes differ, as `leaves` names them. */
function differences(one: unknown, other: unknown, path = ''): string[] {
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

/** The options that make a recipe, written without the table. */
function argumentsOf({ image, edition, layout, space, windows }: WindowsRecipe): string[] {
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
  add('--scheme', layout.scheme);
  add('--container', layout.container);
  add('--windows-size', space.windowsBytes);
  add('--shared-space', space.sharedBytes);
  add('--shared-label', space.sharedLabel);
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

describe('the options of make', () => {
  const all = recipeOptionGroups.flatMap(({ options }) => options);

  it('reach every field of a recipe, and name no other', () => {
    const reached = [...new Set(all.flatMap(({ fields }) => fields))].sort();
    expect(reached).toEqual(leaves(recipeJsonSchema()).sort());
  });

  it('are all listed in the help, but for those that take another one back', () => {
    const { help } = command();
    for (const { flags, help: text } of all) {
      const word = flags.replace(/ .*/, ' ');
      if (text === null) expect(flags).toMatch(/^--no-/);
      else expect(help.includes(word), flags).toBe(true);
    }
  });

  it('make any recipe', () => {
    fc.assert(
      fc.property(arbitraryRecipe, (recipe) => {
        expect(parsed(argumentsOf(recipe))).toEqual(recipe);
      }),
    );
  });

  it('make one recipe of any other, where nothing has to be taken back', () => {
    fc.assert(
      fc.property(arbitraryRecipe, (base) => {
        const args = [...argumentsOf(exampleRecipe), '--no-sha256', '--no-domain-join'];
        expect(parsed(args, base)).toEqual(
          parsed([...argumentsOf(exampleRecipe), '--no-sha256', '--no-domain-join']),
        );
      }),
    );
  });

  it('set the fields that they name and no others', () => {
    const base = parsed(argumentsOf(exampleRecipe));
    const changes: Record<string, string[]> = {
      'image.path': ['--image', '/other.iso'],
      'image.sha256': ['--sha256', 'a'.repeat(64)],
      'edition.index': ['--edition', '2'],
      'layout.scheme': ['--scheme', 'mbr'],
      'layout.container': ['--container', 'vhdx'],
      'space.windowsBytes': ['--windows-size', '32G'],
      'space.sharedBytes': ['--shared-space', '8G'],
      'space.sharedLabel': ['--shared-label', 'OTHER'],
      'windows.portable.internalDisks': ['--internal-disks', 'online'],
      'windows.portable.hibernation': ['--hibernation', 'on'],
      'windows.portable.recovery': ['--recovery', 'keep'],
      'windows.portable.deviceEncryption': ['--device-encryption', 'allow'],
      'windows.portable.pageFile.bytes': ['--page-file', '1G'],
      'windows.portable.compact': ['--no-compact'],
      'windows.answers.account.name': ['--account', 'Eva'],
      'windows.answers.account.administrator': ['--account-type', 'administrator'],
      'windows.answers.account.askPassword': ['--no-ask-password'],
      'windows.answers.computerName.pattern': ['--computer-name', 'PC-#'],
      'windows.answers.computerName.firstNumber': ['--first-number', '7'],
      'windows.answers.timeZone': ['--time-zone', 'UTC'],
      'windows.answers.region': ['--region', 'fr-FR'],
      'windows.answers.keyboard': ['--keyboard', 'fr-FR'],
      'windows.answers.language': ['--language', 'fr-FR'],
      'windows.answers.skipPages': ['--no-skip-pages'],
      'windows.answers.onlineAccount': ['--online-account', 'windows-decides'],
      'windows.answers.answerFile': ['--no-answer-file'],
      'windows.drivers.folder': ['--no-drivers'],
      'windows.lean.preset': ['--debloat', 'minimal'],
      'windows.lean.removeApps[]': ['--remove-app', 'Other'],
      'windows.lean.keepApps[]': ['--no-keep-app'],
      'windows.lean.disableFeatures[]': ['--disable-feature', 'A', '--disable-feature', 'B'],
      'windows.lean.enableFeatures[]': ['--enable-feature', 'Other'],
      'windows.lean.cleanUp': ['--no-clean-up'],
      'windows.speed.powerPlan': ['--power-plan', 'high-performance'],
      'windows.speed.writeCache': ['--write-cache', 'on'],
      'windows.speed.scheduledDefragmentation': ['--defragmentation', 'on'],
      'windows.speed.searchIndexing': ['--indexing', 'on'],
      'windows.speed.prefetch': ['--prefetch', 'on'],
      'windows.speed.lastAccessTimes': ['--last-access', 'on'],
      'windows.roaming.profilePath': ['--no-profile-path'],
      'windows.roaming.redirect.path': ['--redirect-to', '\\\\other\\share'],
      'windows.roaming.domainJoinFile': ['--no-computer-name', '--domain-join', '/join'],
    };
    for (const [field, args] of Object.entries(changes)) {
      const changed = new Set(differences(parsed(args, base), base));
      if (field === 'windows.roaming.domainJoinFile') {
        changed.delete('windows.answers.computerName.pattern');
        changed.delete('windows.answers.computerName.firstNumber');
      }
      expect([...changed], args.join(' ')).toEqual([field]);
    }
  });

  it('begin lists anew instead of adding to those of a recipe', () => {
    const args = ['--wifi-network', 'Home', '--wifi-security', 'wpa3', '--wifi', '/x.xml'];
    expect(parsed(args, exampleRecipe).windows.roaming.wifi).toEqual([
      { kind: 'network', ssid: 'Home', security: 'wpa3', hidden: false },
      { kind: 'file', path: '/x.xml' },
    ]);
    expect(parsed(['--no-wifi'], exampleRecipe).windows.roaming.wifi).toEqual([]);
  });

  it('take back everything that may be nothing', () => {
    const options = all.filter(({ help }) => help === null).map(({ flags }) => flags);
    const { image, windows } = parsed(options, exampleRecipe);
    expect(image.sha256).toBeNull();
    const { answers, drivers, lean, roaming } = recipeDefaults.windows;
    expect(windows).toMatchObject({ answers, drivers, roaming });
    expect(windows.lean).toEqual({ ...lean, preset: 'light' });
  });

  it.each([
    [['--edition', '1'], /--image or --recipe/],
    [['--image', '/w.iso'], /--edition/],
    [['--edition', '0'], /--edition takes a whole number from 1/],
    [['--edition', '1e3'], /--edition takes/],
    [[...needed, '--scheme', 'GPT'], /--scheme takes gpt or mbr/],
    [[...needed, '--shared-space', '1K5'], /--shared-space takes a size.* or rest/],
    [[...needed, '--windows-size', '1000'], /multiple of 512/],
    [[...needed, '--hibernation', 'yes'], /--hibernation takes on or off/],
    [[...needed, '--account-type', 'standard'], /need an --account/],
    [[...needed, '--no-ask-password'], /need an --account/],
    [[...needed, '--first-number', '3'], /needs a --computer-name/],
    [[...needed, '--first-number', '-3', '--computer-name', 'A#'], /whole number from 0/],
    [[...needed, '--wifi-security', 'wpa3', '--wifi-network', 'A'], /stands behind/],
    [[...needed, '--wifi', '/a.xml', '--wifi-hidden'], /stands behind/],
    [[...needed, '--redirect', 'documents'], /go together/],
    [[...needed, '--redirect-to', '\\\\a\\b'], /go together/],
    [
      [...needed, '--redirect-to', '\\\\a\\b', '--redirect', 'documents,dog'],
      /--redirect takes desktop/,
    ],
    [[...needed, '--page-file', 'some'], /--page-file takes a size.*automatic/],
    [[...needed, '--page-file', '1M'], /windows\.portable\.pageFile\.bytes: .*16 MiB/],
    [[...needed, '--keyboard', 'qwerty!'], /windows\.answers\.keyboard: a keyboard looks like/],
    [[...needed, '--account', 'Administrator'], /windows\.answers\.account\.name: /],
  ])('refuse %j', (args, reason) => {
    expect(() => parsed(args)).toThrow(reason);
  });
});

describe('a recipe file', () => {
  it('gives back what was saved', async () => {
    const path = join(folder, 'saved.json');
    await fc.assert(
      fc.asyncProperty(arbitraryRecipe, async (recipe) => {
        writeFileSync(path, JSON.stringify(recipe, null, 2));
        expect(await readRecipeFile(path)).toEqual(recipe);
        expect(parsed([], recipe)).toEqual(recipe);
      }),
    );
  });

  it('names files and folders from where it lies', async () => {
    const path = join(folder, 'relative.json');
    const roaming = { ...exampleRecipe.windows.roaming, domainJoinFile: '../join' };
    const answers = { ...exampleRecipe.windows.answers, computerName: null };
    const windows = { ...exampleRecipe.windows, answers, roaming };
    writeFileSync(path, JSON.stringify({ ...exampleRecipe, windows }));
    const read = WindowsRecipeSchema.parse(await readRecipeFile(path));
    expect(read.image.path).toBe(join(folder, 'Win11_English_x64.iso'));
    expect(read.windows.answers.answerFile).toBe(join(folder, 'unattend.xml'));
    expect(read.windows.drivers.folder).toBe(join(folder, 'drivers'));
    expect(read.windows.roaming.wifi[1]).toEqual({
      kind: 'file',
      path: join(folder, 'Wi-Fi-Guests.xml'),
    });
    expect(read.windows.roaming.domainJoinFile).toBe(join(folder, '../join'));
    expect(read.windows.roaming.profilePath).toBe('\\\\server\\profiles\\%USERNAME%');
  });
});
