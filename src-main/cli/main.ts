import { Command, CommanderError } from 'commander';
import { stickError, toStickError } from '../../src-shared/errors';
import { createHost } from '../host/this-host';
import { version } from '../../package.json';
import {
  cacheClear,
  cacheList,
  cachePrune,
  cacheRemove,
  type CacheOptions,
} from './commands/cache';
import { check, type CheckOptions } from './commands/check';
import { doctor } from './commands/doctor';
import { driverCheck } from './commands/driver-check';
import { drives, type DrivesOptions } from './commands/drives';
import { explain } from './commands/explain';
import { hash } from './commands/hash';
import { inspect, type InspectOptions } from './commands/inspect';
import { make, type MakeOptions } from './commands/make';
import { practice } from './commands/practice';
import { recipeExample, recipeSchema, recipeValidate } from './commands/recipe';
import { repair, type RepairOptions } from './commands/repair';
import { unlockTest } from './commands/unlock-test';
import type { Context } from './context';
import { addDiaryCommands } from './diary-commands';
import { createOutput } from './output';
import { addRecipeOptions } from './recipe-arguments';
import { watchOutput } from './streams';
import { addVentoyCommands } from './ventoy-commands';

const abort = new AbortController();

function context(options: { json?: boolean }): Context {
  const allowLoop = process.env['STICKSMITH_ALLOW_LOOP'] === '1';
  return {
    host: createHost(),
    output: createOutput(options.json === true),
    signal: abort.signal,
    appFolder: __dirname,
    program: `sticksmith ${version}`,
    allowLoop,
  };
}

function collect(value: string, values: string[]): string[] {
  return [...values, value];
}

function buildProgram(): Command {
  const program = new Command('sticksmith')
    .description('Turns a USB drive into a portable Windows, and checks that it will start.')
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

  addMakeCommand(program.command('make'));

  program
    .command('check')
    .description('check a finished stick without changing it')
    .argument('<target>', 'a drive or an image file')
    .option(
      '--boot [firmware]',
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
    .command('driver-check')
    .description('show which drivers of a folder would go onto a stick, and why others not')
    .argument('<folder>', 'folder with .inf files anywhere below it')
    .option('--arch <architecture>', 'x64 or arm64', 'x64')
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

  addRecipeCommands(program.command('recipe'));
  addCacheCommands(program.command('cache'));
  addVentoyCommands(program.command('ventoy'), context);
  addDiaryCommands(program.command('diary'), context);

  for (const command of program.commands) command.exitOverride();
  return program;
}

function addMakeCommand(command: Command): void {
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
    .option('--json', 'print one JSON object a line');
  const given = addRecipeOptions(command);
  command
    .addHelpText(
      'after',
      '\nWhat a recipe says is taken back by --no-NAME, as in --no-account or --no-wifi.',
    )
    .action((options: MakeOptions & { json?: boolean }) => make(options, given, context(options)));
}

function addRecipeCommands(recipe: Command): void {
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
}

/** `cache` and what is below it, all with the same options, which may stand before or after the word. */
function addCacheCommands(cache: Command): void {
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

async function main(argv: string[]): Promise<void> {
  const json = argv.includes('--json');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      abort.abort(stickError('cancelled', {}));
    });
  }
  watchOutput(abort);
  try {
    await buildProgram().parseAsync(argv);
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return;
    const error =
      thrown instanceof CommanderError
        ? stickError('usage', {
            message: thrown.message.replace(/^error: /, '').replace(/\.$/, ''),
          })
        : toStickError(thrown);
    // Commander has printed its own message already.
    if (json || !(thrown instanceof CommanderError)) createOutput(json).error(error);
    process.exitCode = error.exitCode;
    // Nothing is left to be done. A drive that doesn't answer must not keep the prompt from coming back.
    if (error.code === 'cancelled') process.stdout.write('', () => process.exit());
  }
}

void main(process.argv);
