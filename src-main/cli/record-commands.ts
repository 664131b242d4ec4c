import type { Command } from 'commander';
import {
  recordsExport,
  recordsLabel,
  recordsList,
  recordsRemove,
  recordsSetAside,
  recordsShow,
  recordsWipe,
  type FindOptions,
  type ListOptions,
  type WipeOptions,
} from './commands/records';
import type { Context } from './context';

interface WithJson {
  json?: boolean;
}

const ID = 'the first digits of its ID, as “list” shows it';
const JSON_HELP = 'print one JSON object a line';

/** Fills `sticksmith records`. */
export function addRecordCommands(
  records: Command,
  contextOf: (options: WithJson) => Context,
): void {
  records.description('records: which sticks were made here, of what, and how that went');
  withSearch(records.command('list', { isDefault: true }))
    .description('list the sticks that were made, newest first')
    .option('--limit <n>', 'at most so many', '50')
    .option('--json', JSON_HELP)
    .action((options: ListOptions & WithJson) => recordsList(options, contextOf(options)));
  records
    .command('show')
    .description('show all that is kept of one stick, and where its time went')
    .argument('<id>', ID)
    .option('--json', JSON_HELP)
    .action((id: string, options: WithJson) => recordsShow(id, contextOf(options)));
  withSearch(
    records.command('export').argument('<file>', 'its ending decides: .csv, .html or .json'),
  )
    .description('write records into a file; one that is there is replaced')
    .option('--json', JSON_HELP)
    .action((file: string, options: FindOptions & WithJson) =>
      recordsExport(file, options, contextOf(options)),
    );
  records
    .command('label')
    .description('save a label to print and stick on, with a QR code of the record’s ID')
    .argument('<id>', ID)
    .argument('<file>', 'an .html file; one that is there is replaced')
    .option('--json', JSON_HELP)
    .action((id: string, file: string, options: WithJson) =>
      recordsLabel(id, file, contextOf(options)),
    );
  records
    .command('remove')
    .description('remove one record')
    .argument('<id>', ID)
    .option('--json', JSON_HELP)
    .action((id: string, options: WithJson) => recordsRemove(id, contextOf(options)));
  records
    .command('set-aside')
    .description('move damaged records into a folder of their own, where you can look at them')
    .option('--json', JSON_HELP)
    .action((options: WithJson) => recordsSetAside(contextOf(options)));
  records
    .command('wipe')
    .description('remove all records; nothing brings them back')
    .option('--yes', 'agree that all of them are removed', false)
    .option('--json', JSON_HELP)
    .action((options: WipeOptions & WithJson) => recordsWipe(options, contextOf(options)));
}

function withSearch(command: Command): Command {
  return command
    .option(
      '--search <words>',
      'only those that have all these words: drive, serial number, name, image, recipe, error',
    )
    .option('--since <date>', 'only those that were begun on this day or later, such as 2026-03-01')
    .option('--until <date>', 'only those that were begun on this day or before')
    .option('--result <result>', 'only finished, failed, cancelled, broken-off or running ones');
}
