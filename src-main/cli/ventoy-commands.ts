import type { Command } from 'commander';
import type { Context } from './context';
import {
  ventoyAdd,
  ventoyList,
  ventoyRemove,
  ventoyRename,
  ventoyUpdate,
  type AddOptions,
  type ChangeOptions,
  type RemoveOptions,
  type UpdateOptions,
} from './commands/ventoy';
import { ventoyConfig, type ConfigOptions } from './commands/ventoy-config';
import { ventoyExplain } from './commands/ventoy-explain';
import {
  packageDownload,
  packageForget,
  packageInspect,
  packageKeep,
  packageList,
  type PackageOptions,
} from './commands/ventoy-package';
import { addOptions } from './recipe-arguments';
import { ventoyMenuGroup } from './ventoy-config-options';

interface WithJson {
  json?: boolean;
}

type MakeContext = (options: WithJson) => Context;

/** Fills `sticksmith ventoy`. */
export function addVentoyCommands(ventoy: Command, contextOf: MakeContext): void {
  ventoy.description('Ventoy sticks: what is on them, and changes that keep the rest');
  ventoy
    .command('list')
    .description('show what is on a Ventoy stick, without changing it')
    .argument('<target>', TARGET)
    .option('--json', JSON_HELP)
    .action((target: string, options: WithJson) => ventoyList(target, contextOf(options)));
  withChangeOptions(
    ventoy
      .command('add')
      .description('copy files onto a Ventoy stick, and read them back')
      .argument('<target>', TARGET)
      .argument('<file...>', 'images, and whatever the settings name')
      .option('--as <name>', 'path on the stick, for one file')
      .option('--sha256 <hex>', 'the SHA-256 that the file must have, for one file')
      .option('--checksums', 'keep a .sha256 file beside each', false),
  ).action((target: string, files: string[], options: AddOptions & WithJson) =>
    ventoyAdd(target, files, options, contextOf(options)),
  );
  withChangeOptions(
    ventoy
      .command('remove')
      .description('delete files of a Ventoy stick, and what its settings say of them')
      .argument('<target>', TARGET)
      .argument('<name...>', 'paths on the stick, as “list” shows them')
      .option(
        '--with-persistence',
        'delete also what these live systems keep, if no other image uses it',
        false,
      ),
  ).action((target: string, names: string[], options: RemoveOptions & WithJson) =>
    ventoyRemove(target, names, options, contextOf(options)),
  );
  withChangeOptions(
    ventoy
      .command('rename')
      .description('rename a file of a Ventoy stick, in its settings too')
      .argument('<target>', TARGET)
      .argument('<from>', 'path on the stick')
      .argument('<to>', 'its new path'),
  ).action((target: string, from: string, to: string, options: ChangeOptions & WithJson) =>
    ventoyRename(target, from, to, options, contextOf(options)),
  );
  withChangeOptions(
    ventoy
      .command('update')
      .description('renew Ventoy on a stick; its files stay')
      .argument('<target>', TARGET)
      .requiredOption('--ventoy-package <file>', 'a release archive of Ventoy: ventoy-….tar.gz')
      .option('--ventoy-sha256 <hex>', 'the SHA-256 that the archive must have')
      .option(
        '--secure-boot <on|off>',
        'change Secure Boot support, which stays as it is otherwise',
      ),
  ).action((target: string, options: UpdateOptions & WithJson) =>
    ventoyUpdate(target, options, contextOf(options)),
  );
  addConfigCommand(ventoy.command('config'), contextOf);
  ventoy
    .command('explain')
    .description('explain what Ventoy wrote, at its start or into its log')
    .argument('[file]', 'its log; without it stdin is read')
    .option('--json', JSON_HELP)
    .action((file: string | undefined, options: WithJson) =>
      ventoyExplain(file, contextOf(options)),
    );
  addPackageCommands(ventoy.command('package'), contextOf);
}

const TARGET = 'a drive or an image file';
const JSON_HELP = 'print one JSON object a line';

function withChangeOptions(command: Command): Command {
  return command
    .option('--unmount', 'unmount what is mounted from the drive', false)
    .option('--work-dir <folder>', 'where files lie that are needed meanwhile')
    .option('--yes', 'agree that the target is changed', false)
    .option('--json', JSON_HELP);
}

function addConfigCommand(command: Command, contextOf: MakeContext): void {
  withChangeOptions(
    command
      .description('print the settings of a Ventoy stick, or merge others into them')
      .argument('<target>', TARGET)
      .option('--secrets-stdin', 'read menuPasswords as JSON from stdin', false),
  );
  const given = addOptions(command, [ventoyMenuGroup]);
  command.action((target: string, options: ConfigOptions & WithJson) =>
    ventoyConfig(target, options, given, contextOf(options)),
  );
}

function addPackageCommands(command: Command, contextOf: MakeContext): void {
  command.description('release archives of Ventoy: look into them, keep copies');
  const withOptions = (made: Command): Command =>
    made
      .option('--work-dir <folder>', 'the work folder in which copies are kept')
      .option('--json', JSON_HELP);
  const withHash = (made: Command): Command =>
    withOptions(made.option('--sha256 <hex>', 'the SHA-256 that the archive must have'));
  type Options = PackageOptions & WithJson;

  withHash(command.command('inspect').argument('<file>', 'ventoy-….tar.gz or .zip'))
    .description('show what an archive is, without unpacking it')
    .action((file: string, options: Options) => packageInspect(file, options, contextOf(options)));
  withOptions(command.command('list'))
    .description('list the copies that are kept')
    .action((options: Options) => packageList(options, contextOf(options)));
  withHash(command.command('keep').argument('<file>', 'ventoy-….tar.gz'))
    .description('keep a copy of an archive')
    .action((file: string, options: Options) => packageKeep(file, options, contextOf(options)));
  withHash(command.command('download').argument('<url>', 'https address of an archive'))
    .description('download an archive that you name, and keep it')
    .action((url: string, options: Options) => packageDownload(url, options, contextOf(options)));
  withOptions(command.command('forget').argument('<version>', 'as “list” shows it'))
    .description('remove the copies of a version')
    .action((version: string, options: Options) =>
      packageForget(version, options, contextOf(options)),
    );
}
