import type { Command } from 'commander';
import {
  diaryAdd,
  diaryExport,
  diaryImport,
  diaryList,
  diaryRemove,
  type AddEntryOptions,
  type StickOptions,
} from './commands/diary';
import type { Context } from './context';

interface WithJson {
  json?: boolean;
}

/** Fills `sticksmith diary`. */
export function addDiaryCommands(diary: Command, contextOf: (options: WithJson) => Context): void {
  diary.description('compatibility diary: where sticks really started, and where not');
  withStick(diary.command('add').argument('[target]', TARGET))
    .description('note how a stick fared on a computer; the stick is only read')
    .requiredOption('--model <text>', 'of the computer, as its label says')
    .option('--maker <text>', 'of the computer')
    .option(
      '--computer <pc|pc-ia32|pc-arm64|mac-intel|mac-apple>',
      'what it is; pc-ia32 has UEFI of 32 bits',
      'pc',
    )
    .requiredOption('--firmware <uefi|bios|unknown>', 'by which it was started')
    .option('--secure-boot <on|off|unknown>', 'what the firmware’s setup says', 'unknown')
    .requiredOption('--result <started|trouble|failed>', 'what came of it')
    .option('--seconds <n>', 'from switching on to the desktop')
    .option('--code <text>', 'code of the error on the screen')
    .option('--note <text>', 'what else is worth knowing')
    .option('--label <text>', 'what you call the stick; its drive’s name otherwise')
    .action((target: string | undefined, options: AddEntryOptions & WithJson) =>
      diaryAdd(target, options, contextOf(options)),
    );
  withStick(diary.command('list').argument('[target]', TARGET))
    .description('list what was noted, of all sticks or of one')
    .action((target: string | undefined, options: StickOptions & WithJson) =>
      diaryList(target, options, contextOf(options)),
    );
  withStick(diary.command('export').argument('<file>', 'its ending decides: .csv, .html or .json'))
    .description('write what was noted into a file; one that is there is replaced')
    .action((file: string, options: StickOptions & WithJson) =>
      diaryExport(file, options, contextOf(options)),
    );
  diary
    .command('import')
    .description('add the entries of an exported diary that are not there yet')
    .argument('<file>', 'a .json file')
    .option('--json', JSON_HELP)
    .action((file: string, options: WithJson) => diaryImport(file, contextOf(options)));
  diary
    .command('remove')
    .description('remove an entry')
    .argument('<id>', 'the first digits of its ID, as “list” shows it')
    .option('--json', JSON_HELP)
    .action((id: string, options: WithJson) => diaryRemove(id, contextOf(options)));
}

const TARGET = 'the stick: a drive or an image file';
const JSON_HELP = 'print one JSON object a line';

function withStick(command: Command): Command {
  return command
    .option('--stick <id>', 'the stick, by its ID in the diary, when it is not at hand')
    .option('--json', JSON_HELP);
}
