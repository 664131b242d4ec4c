import { Command } from 'commander';
import { DEFAULT_ORDINARY_LABEL } from '../../src-shared/restore';
import { version } from '../../package.json';
import {
  cacheClear,
  cacheList,
  cachePrune,
  cacheRemove,
  type CacheOptions,
} from './commands/cache';
import { check, type CheckOptions } from './commands/check';
import { completion } from './commands/completion';
import { doctor } from './commands/doctor';
import { driverCheck } from './commands/driver-check';
import { drives, type DrivesOptions } from './commands/drives';
import { explain } from './commands/explain';
import { hash } from './commands/hash';
import { inspect, type InspectOptions } from './commands/inspect';
import { make, type MakeOptions } from './commands/make';
import { practice } from './commands/practice';
import { recipeExample, recipeSchema, recipeValidate } from './commands/recipe';
import {
  recipeExport,
  recipeImport,
  recipeList,
  recipeRemove,
  type RecipesOptions,
} from './commands/recipes';
import { repair, type RepairOptions } from './commands/repair';
import { station, type StationOptions } from './commands/station';
import { restore, type RestoreOptions } from './commands/restore';
import { support } from './commands/support';
import { unlockTest } from './commands/unlock-test';
import { commandTree } from './command-tree';
import { shells } from './completion';
import type { Context } from './context';
import { addDiaryCommands } from './diary-commands';
import { addRecipeOptions } from './recipe-arguments';
import { addRecordCommands } from './record-commands';
import { addVentoyCommands } from './ventoy-commands';

/** Makes what a command works with; commands that run at the same time share the rest. */
type ContextOf = (options: { json?: boolean }) => Context;

function collect(value: string, values: string[]): string[] {
  return [...values, value];
}

/** All commands with their options. What they do begins when the program parses a command line. */
export function buildProgram(context: ContextOf): Command {
  const program = new Command('sticksmith')
    .description(
      'Turns a USB drive into a portable Windows or a Ventoy stick, and checks that it will start.',
    )
    .version(version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });

  program
    .command('drives')
    .description('list the drives that may become a stick, or test one')
    .option('--json', 'print one JSON object a line')
    .option('--all', 'also those that can’t be used, with the reason', false)
    .option('--test <drive>', 'erase this drive and find out how fast and how large it really is')
    .option('--unmount', 'unmount what is mounted from the drive to be tested', false)
    .option('--yes', 'agree that the drive to be tested is erased', false)
    .action((options: DrivesOptions & { json?: boolean }) => drives(options, context(options)));

  program
    .command('inspect')
    .description('show what an image holds')
    .argument('<image>', 'ISO, WIM, ESD or SWM file')
    .option('--contents <n>', 'list the apps and features of this edition')
    .option('--work-dir <folder>', 'where the Windows image of an ISO is copied for that')
    .option('--json', 'print one JSON object a line')
    .action((image: string, options: InspectOptions & { json?: boolean }) =>
      inspect(image, options, context(options)),
    );

  program
    .command('hash')
    .description('compute the SHA-256 of an image and compare it')
    .argument('<image>', 'any file')
    .option('--expect <sha256>', 'the value it must have')
    .option('--expect-file <file>', 'a checksum file that names it')
    .option('--json', 'print one JSON object a line')
    .action((image: string, options: { json?: boolean; expect?: string; expectFile?: string }) =>
      hash(image, options, context(options)),
    );

  addMakeCommand(program.command('make'), context);
  addStationCommand(program.command('station'), context);

  program
    .command('check')
    .description('check a finished stick without changing it')
    .argument('<target>', 'a drive or an image file')
    .option(
      '--boot [uefi|secure|bios|all]',
      'also start it in a virtual computer with uefi (default), secure (Secure Boot on), bios, or all of them',
    )
    .option('--pictures <folder>', 'save what the virtual computer’s screen showed, as PNG files')
    .option('--images', 'also compare the images on a Ventoy stick with the hashes beside them')
    .option('--report <file>', 'save what was found: a page (.html) or data (.json)')
    .option('--json', 'print one JSON object a line')
    .action((target: string, options: CheckOptions & { json?: boolean }) =>
      check(target, options, context(options)),
    );

  program
    .command('repair')
    .description('rewrite what starts a stick, where it is wrong; Windows and files stay')
    .argument('<target>', 'a drive or an image file')
    .option('--password-stdin', 'read the password or recovery key of an encrypted stick', false)
    .option('--ventoy-package <file>', 'a release archive, for a Ventoy stick')
    .option('--ventoy-sha256 <sha256>', 'what its SHA-256 must be')
    .option('--unmount', 'unmount what is mounted from the drive', false)
    .option('--work-dir <folder>', 'where what is rewritten is prepared and kept for a while')
    .option('--dry-run', 'show what is wrong and would be rewritten; change nothing', false)
    .option('--yes', 'agree that the target is changed', false)
    .option('--json', 'print one JSON object a line')
    .action((target: string, options: RepairOptions & { json?: boolean }) =>
      repair(target, options, context(options)),
    );

  program
    .command('restore')
    .description('make an ordinary exFAT drive of a stick again; everything on it is lost')
    .argument('<target...>', 'a drive or an image file; several are done at the same time')
    .option('--label <name>', 'what the drive is called', DEFAULT_ORDINARY_LABEL)
    .option('--scheme <mbr|gpt>', 'the table of partitions; without it mbr, and gpt above 2 TiB')
    .option('--unmount', 'unmount what is mounted from the drive', false)
    .option('--work-dir <folder>', 'where what is written is prepared')
    .option('--record-to <file>', 'append the record of each drive to this file, as a line of JSON')
    .option('--yes', 'agree that the target is erased', false)
    .option('--json', 'print one JSON object a line')
    .action((targets: string[], options: RestoreOptions & { json?: boolean }) =>
      restore(targets, options, context(options)),
    );

  program
    .command('unlock-test')
    .description(
      'prove that the password and the recovery key open an encrypted stick; changes nothing',
    )
    .argument('<target>', 'a drive or an image file')
    .option('--password-stdin', 'read the password from stdin', false)
    .option('--json', 'print one JSON object a line')
    .action((target: string, options: { json?: boolean; passwordStdin: boolean }) =>
      unlockTest(target, options, context(options)),
    );

  program
    .command('explain')
    .description('explain an error that a computer, Windows, Ventoy or this program showed')
    .argument('[code...]', 'a code or a message; without it, or with -, stdin is read')
    .option('--list', 'list all that is known', false)
    .option('--json', 'print one JSON object a line')
    .action((words: string[], options: { json?: boolean; list: boolean }) =>
      explain(words, options, context(options)),
    );

  program
    .command('doctor')
    .description('show which tools this computer has and lacks')
    .option('--json', 'print one JSON object a line')
    .action((options: { json?: boolean }) => doctor(context(options)));

  program
    .command('support')
    .description('print what helps others to find out what went wrong; it names no secrets')
    .option('--json', 'print one JSON object a line')
    .action((options: { json?: boolean }) => support(context(options)));

  program
    .command('driver-check')
    .description('show which drivers of a folder would go onto a stick, and why others not')
    .argument('<folder>', 'folder with .inf files anywhere below it')
    .option('--arch <x64|arm64>', 'for which processors', 'x64')
    .option('--json', 'print one JSON object a line')
    .action((folder: string, options: { json?: boolean; arch: string }) =>
      driverCheck(folder, options, context(options)),
    );

  program
    .command('practice')
    .description('make a small practice ISO for training and tests')
    .argument('<folder>', 'where it goes')
    .option('--payload <size>', 'how much the practice Windows holds')
    .option('--json', 'print one JSON object a line')
    .action((folder: string, options: { json?: boolean; payload?: string }) =>
      practice(folder, options, context(options)),
    );

  program
    .command('completion')
    .description('print a script by which a shell completes commands, options and values')
    .argument(`<${shells.join('|')}>`, 'the shell')
    .option('--json', 'print one JSON object a line')
    .action((shell: string, options: { json?: boolean }) => {
      completion(shell, commandTree(program), context(options));
    });

  addRecipeCommands(program.command('recipe'), context);
  addCacheCommands(program.command('cache'), context);
  addVentoyCommands(program.command('ventoy'), context);
  addDiaryCommands(program.command('diary'), context);
  addRecordCommands(program.command('records'), context);

  for (const command of program.commands) command.exitOverride();
  return program;
}

function addMakeCommand(command: Command, context: ContextOf): void {
  command
    .description('make a stick; everything on the target is erased, unless --install keeps it')
    .optionsGroup('What and where:')
    .option(
      '--kind <windows-to-go|ventoy>',
      'a portable Windows (default), or a Ventoy stick that starts images',
    )
    .option('--recipe <file>', 'a recipe; options change what it says')
    .option(
      '--target <drive-or-img>',
      'a drive, or a file ending in .img or .vhdx; repeatable',
      collect,
      [],
    )
    .option('--size <size>', 'size of an image file, such as 16G')
    .option('--expect-file <file>', 'a checksum file that names the image')
    .option(
      '--secrets-stdin',
      'read keys of networks, the product key and passwords of the menu as JSON from stdin',
      false,
    )
    .option('--password-stdin', 'read the password of an encrypted stick from stdin', false)
    .optionsGroup('How:')
    .option('--unmount', 'unmount what is mounted from the drive', false)
    .option('--work-dir <folder>', 'where Windows is unpacked before it is written')
    .option(
      '--keep <size>',
      'what unpacked Windows may take there for the next stick; 0 keeps none',
    )
    .option(
      '--direct',
      'unpack straight onto the drive: slow, for a work folder without room',
      false,
    )
    .option('--dry-run', 'print the operations and change nothing', false)
    .option('--host <linux|win32>', 'of a dry run: what such a computer would do')
    .option('--yes', 'agree that the target is erased or changed', false)
    .option('--report <file>', 'save what was made and found: a page (.html) or data (.json)')
    .option('--record-to <file>', 'append the record of each stick to this file, as a line of JSON')
    .option('--json', 'print one JSON object a line');
  const given = addRecipeOptions(command);
  command
    .addHelpText(
      'after',
      '\nWhat a recipe says is taken back by --no-NAME, as in --no-account or --no-wifi.',
    )
    .action((options: MakeOptions & { json?: boolean }) => make(options, given, context(options)));
}

function addStationCommand(command: Command, context: ContextOf): void {
  command
    .description('make a stick of every suitable drive that is plugged in, after one confirmation')
    .requiredOption('--recipe <file>', 'what goes onto each stick')
    .option('--limit <n>', 'end when so many sticks are finished')
    .option('--size-from <size>', 'take drives from this size on; the first one’s size otherwise')
    .option('--size-to <size>', '… and up to this one')
    .option('--allow-data', 'also erase drives that have files; needs the sizes', false)
    .option('--port <port>', 'only what is plugged in there; repeatable', collect, [])
    .option('--at-once <n>', 'sticks that are made at the same time')
    .option('--label <pattern>', 'what sticks are called, such as LOAN-##')
    .option('--computer-name <pattern>', 'what their computers are called, such as LOANER-##')
    .option('--first-number <n>', 'where their numbers begin')
    .option('--work-dir <folder>', 'where Windows is unpacked before it is written')
    .option(
      '--secrets-stdin',
      'read keys of networks and the product key as JSON from stdin',
      false,
    )
    .option('--password-stdin', 'read the password of encrypted sticks from stdin', false)
    .option('--record-to <file>', 'append the record of each stick to this file, as a line of JSON')
    .option('--yes', 'agree that these drives are erased', false)
    .option('--json', 'print one JSON object a line')
    .action((options: StationOptions & { json?: boolean }) => station(options, context(options)));
}

function addRecipeCommands(recipe: Command, context: ContextOf): void {
  recipe.description('recipes: all that goes onto a stick, as a JSON file');
  recipe
    .command('example')
    .description('print a recipe in which every field says something')
    .option('--kind <windows-to-go|ventoy>', 'what it makes', 'windows-to-go')
    .option('--json', 'print one JSON object a line')
    .action((options: { json?: boolean; kind: string }) => {
      recipeExample(options, context(options));
    });
  recipe
    .command('schema')
    .description('print the JSON Schema of recipes')
    .option('--json', 'print one JSON object a line')
    .action((options: { json?: boolean }) => {
      recipeSchema(context(options));
    });
  recipe
    .command('validate')
    .description('show what is wrong with a recipe, or what it says')
    .argument('<file>', 'a recipe')
    .option('--json', 'print one JSON object a line')
    .action((file: string, options: { json?: boolean }) => recipeValidate(file, context(options)));

  type Options = RecipesOptions & { json?: boolean };
  const ofFolder = (command: Command): Command =>
    command
      .option('--folder <folder>', 'where recipes are kept, if not where the settings say')
      .option('--json', 'print one JSON object a line');
  ofFolder(recipe.command('list'))
    .description('list the recipes that are kept')
    .action((options: Options) => recipeList(options, context(options)));
  ofFolder(recipe.command('import'))
    .description('keep a copy of a recipe')
    .argument('<file>', 'a recipe')
    .action((file: string, options: Options) => recipeImport(file, options, context(options)));
  ofFolder(recipe.command('export'))
    .description('save a copy of a kept recipe elsewhere')
    .argument('<name>', 'the name of its file, as “recipe list” shows it')
    .argument('<file>', 'where to; a file that is there is replaced')
    .action((name: string, file: string, options: Options) =>
      recipeExport(name, file, options, context(options)),
    );
  ofFolder(recipe.command('remove'))
    .description('take a kept recipe out of the list; it isn’t deleted')
    .argument('<name>', 'the name of its file, as “recipe list” shows it')
    .action((name: string, options: Options) => recipeRemove(name, options, context(options)));
}

/** `cache` and what is below it, all with the same options, which may stand before or after the word. */
function addCacheCommands(cache: Command, context: ContextOf): void {
  type Options = CacheOptions & { json?: boolean };
  const withOptions = (command: Command): Command =>
    command
      .option('--work-dir <folder>', 'the work folder in which they are kept')
      .option('--budget <size>', 'what they may take together, such as 40G')
      .option('--json', 'print one JSON object a line');

  withOptions(cache)
    .description('list the unpacked Windows builds that are kept for the next stick')
    .action((options: Options) => cacheList(options, context(options)));
  withOptions(cache.command('clear'))
    .description('remove all that no job uses')
    .action((_: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      return cacheClear(options, context(options));
    });
  withOptions(cache.command('remove'))
    .description('remove one')
    .argument('<key>', 'the first digits of its key, as “cache” lists it')
    .action((key: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      return cacheRemove(key, options, context(options));
    });
  withOptions(cache.command('prune'))
    .description('remove those used longest ago until the rest fits')
    .action((_: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      return cachePrune(options, context(options));
    });
}
