import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleRecipe } from '../../src-shared/example-recipe';
import { recipeDefaults, type WindowsRecipe } from '../../src-shared/windows-recipe';
import type { Protect } from '../../src-shared/protect';
import { parseRecipe, type Recipe } from '../../src-shared/plan';
import { readRecipeFile } from '../engine/recipe-file';
import { arbitraryRecipe } from './arbitrary-recipe';
import { changedRecipe } from './recipe-arguments';
import {
  argumentsOfWindows,
  commandWithOptions,
  differences,
  fieldsOf,
} from './recipe-options-testing';
import { windowsOptionGroups } from './windows-options';

const folder = mkdtempSync(join(tmpdir(), 'sticksmith-recipe-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What `make` would take for its recipe. */
function parsed(args: readonly string[], base: WindowsRecipe | null = null): WindowsRecipe {
  const given = commandWithOptions().parse(args);
  return ofWindows(parseRecipe(changedRecipe(undefined, base, given)));
}

function ofWindows(recipe: Recipe): WindowsRecipe {
  if (recipe.kind !== 'windows-to-go') throw new Error(`a recipe of the kind ${recipe.kind}`);
  return recipe;
}

const needed = ['--image', '/w.iso', '--edition', '1'];

/** The options that make a recipe, written without the table. */
function argumentsOf(recipe: WindowsRecipe): string[] {
  const { layout, space, protect } = recipe;
  return [
    ...argumentsOfWindows(recipe),
    ...['--scheme', layout.scheme, '--container', layout.container],
    ...['--windows-size', String(space.windowsBytes ?? 'all')],
    ...['--shared-space', String(space.sharedBytes), '--shared-label', space.sharedLabel],
    ...['--encrypt', protect.kind, ...argumentsOfProtection(protect)],
  ];
}

function argumentsOfProtection(protect: Protect): string[] {
  if (protect.kind === 'none') return [];
  const { cipher, escrow, recoveryFolder } = protect;
  return [
    ...['--cipher', cipher, '--escrow', escrow, '--recovery-dir', recoveryFolder ?? 'ask'],
    ...(protect.kind === 'now'
      ? [protect.clearFreeSpace ? '--clear-free-space' : '--no-clear-free-space']
      : []),
    ...(protect.kind === 'after-writing'
      ? [protect.usedSpaceOnly ? '--used-space-only' : '--no-used-space-only']
      : []),
  ];
}

describe('the options for a portable Windows', () => {
  const all = windowsOptionGroups.flatMap(({ options }) => options);

  it('reach every field of a recipe, and name no other', () => {
    const reached = [...new Set(all.flatMap(({ fields }) => fields))].sort();
    expect(reached).toEqual(fieldsOf('windows-to-go').sort());
  });

  it('are all listed in the help, but for those that take another one back', () => {
    const { help } = commandWithOptions();
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

  it('set the fields of the encryption that they name and no others', () => {
    const changes: Record<string, string[]> = {
      'protect.cipher': ['--cipher', 'xts-aes-128'],
      'protect.escrow': ['--escrow', 'none'],
      'protect.recoveryFolder': ['--recovery-dir', '/keys'],
      'protect.clearFreeSpace': ['--clear-free-space'],
    };
    const base = parsed(argumentsOf(exampleRecipe));
    for (const [field, args] of Object.entries(changes)) {
      expect(differences(parsed(args, base), base), args.join(' ')).toEqual([field]);
    }
  });

  it('keep what the ways to encrypt have in common', () => {
    const { protect } = exampleRecipe;
    if (protect.kind === 'none') throw new Error('the example is not encrypted');
    const { cipher, escrow } = protect;
    const account = ['--account-type', 'administrator'];
    expect(parsed(['--encrypt', 'first-start', ...account], exampleRecipe).protect).toEqual({
      ...{ kind: 'first-start', cipher, escrow, recoveryFolder: null },
    });
    expect(parsed(['--encrypt', 'after-writing'], exampleRecipe).protect).toEqual({
      ...{ kind: 'after-writing', cipher, escrow, recoveryFolder: protect.recoveryFolder },
      usedSpaceOnly: true,
    });
    expect(parsed(['--encrypt', 'none'], exampleRecipe).protect).toEqual({ kind: 'none' });
  });

  it.each([
    [['--cipher', 'xts-aes-128'], /--cipher needs --encrypt/],
    [['--encrypt', 'now'], /--recovery-dir/],
    [['--encrypt', 'after-writing'], /--encrypt after-writing needs --recovery-dir/],
    [['--encrypt', 'first-start', '--clear-free-space'], /--clear-free-space is for/],
    [['--encrypt', 'after-writing', '--clear-free-space'], /--clear-free-space is for/],
    [['--encrypt', 'now', '--used-space-only'], /--used-space-only is for/],
    [['--encrypt', 'first-start', '--recovery-dir', 'C:\\keys'], /a folder on a server/],
    [['--encrypt', 'later'], /--encrypt/],
  ])('refuse %j', (args, message) => {
    expect(() => parsed([...needed, ...args])).toThrow(message);
  });

  it('set the fields that they name and no others', () => {
    const base = parsed(argumentsOf({ ...exampleRecipe, protect: { kind: 'none' } }));
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
        expect(parsed([], ofWindows(await readRecipeFile(path)))).toEqual(recipe);
      }),
    );
  });

  it('names files and folders from where it lies', async () => {
    const path = join(folder, 'relative.json');
    const roaming = { ...exampleRecipe.windows.roaming, domainJoinFile: '../join' };
    const answers = { ...exampleRecipe.windows.answers, computerName: null };
    const windows = { ...exampleRecipe.windows, answers, roaming };
    writeFileSync(path, JSON.stringify({ ...exampleRecipe, windows }));
    const read = ofWindows(await readRecipeFile(path));
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
