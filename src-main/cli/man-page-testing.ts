import { version } from '../../package.json';
import { ExitCode } from '../../src-shared/errors';
import {
  allCommands,
  bracketed,
  commandLine,
  type CommandNode,
  type CommandOption,
} from './command-tree';

/** Shown by the man page, and run by the tests of the documents. */
export const manExamples = [
  ['See which drives can become a stick:', 'sticksmith drives'],
  ['See which editions an image holds:', 'sticksmith inspect Win11.iso'],
  [
    'Make a portable Windows of the sixth one:',
    'sticksmith make --image Win11.iso --edition 6 --target /dev/sdb',
  ],
  [
    'See what that would do, and change nothing:',
    'sticksmith make --image Win11.iso --edition 6 --target /dev/sdb --dry-run',
  ],
  ['Check a stick as a computer would read it:', 'sticksmith check /dev/sdb'],
  ['Look an error up that a computer showed:', 'sticksmith explain 0xc000000e'],
  [
    'Let bash complete what is typed:',
    'sticksmith completion bash > ~/.local/share/bash-completion/completions/sticksmith',
  ],
] as const;

const exitMeanings: Record<keyof typeof ExitCode, string> = {
  done: 'Done.',
  internal: 'A fault of the program.',
  usage: 'Usage, or a plan that can’t be.',
  refused: 'Refused for safety.',
  verification: 'Verification failed.',
  lacking: 'Something that this computer lacks.',
  io: 'A read or a write failed.',
  image: 'The image is not usable.',
  cancelled: 'Cancelled.',
};

const files: Items = [
  [
    '~/.cache/sticksmith/work',
    'What takes much space: unpacked Windows that is kept for the next stick, and what a job needs meanwhile. --work-dir names another folder.',
  ],
  [
    '~/.config/sticksmith',
    'Settings and logs of the wizard, and the diary of “diary”, which both have in common.',
  ],
];

const environment: Items = [
  [
    'XDG_CACHE_HOME',
    'Where the work folder lies, instead of ~/.cache. A relative path counts as none.',
  ],
  [
    'XDG_CONFIG_HOME',
    'Where settings and the diary lie, instead of ~/.config. A relative path counts as none.',
  ],
  [
    'STICKSMITH_DATA',
    'A folder in which the work folder, settings and the diary lie, in sticksmith-data, instead of all of those above.',
  ],
  [
    'PATH',
    'Where the programs are looked for that do part of the work, before /usr/sbin and /sbin.',
  ],
  ['LD_LIBRARY_PATH', 'Where libwim and libhivex are looked for first.'],
  ['STICKSMITH_ALLOW_LOOP', 'For tests. With the value 1, loop devices can be targets, too.'],
];

const seeAlso = ['lsblk(8)', 'ntfs-3g(8)', 'wimlib-imagex(1)', 'qemu-system-x86_64(1)'];

/** The text of docs/sticksmith.1, in the language of man(7), ASCII alone. */
export function manPage(tree: CommandNode): string {
  const commands = allCommands(tree).filter(({ path }) => path !== '');
  const leaves = commands.filter(
    (command) => command.below.length === 0 || command.path === 'cache',
  );
  const description = sentence(tree.description);
  return lines([
    `.\\" Made of the program's own definitions: vitest -u --run src-main/cli/man-page`,
    `.TH STICKSMITH 1 "" "Sticksmith ${version}" "User commands"`,
    '.SH NAME',
    'sticksmith \\- make and check portable Windows and Ventoy sticks',
    '.SH SYNOPSIS',
    '.B sticksmith',
    '.I command',
    '.RI [ option ...]',
    '.RI [ argument ...]',
    '.SH DESCRIPTION',
    text(description),
    text(
      'Windows is unpacked into a file, written to all targets at the same time and read back; the table of partitions is written last, so that an unfinished stick never looks finished. With --kind ventoy the stick starts images by Ventoy, of which you name a release archive.',
    ),
    '.PP',
    text(
      'A target is a whole drive or a file ending in .img or .vhdx. Everything on it is erased, after a question; only --yes answers it beforehand.',
    ),
    '.PP',
    text(
      'What a recipe, a JSON file, says about a stick is said by options, too. They change what the recipe says, and --no-NAME takes it back, as in --no-account or --no-wifi.',
    ),
    '.SH COMMANDS',
    text(
      'Every command knows --help. With --json, standard output carries one JSON object a line and nothing else, and nothing is asked.',
    ),
    ...leaves.flatMap(commandSection),
    '.SH EXIT STATUS',
    ...Object.entries(ExitCode).flatMap(([name, code]) =>
      tagged(text(String(code)), exitMeanings[name as keyof typeof ExitCode]),
    ),
    '.SH FILES',
    ...files.flatMap(([name, what]) => tagged(italic(name), what)),
    '.SH ENVIRONMENT',
    ...environment.flatMap(([name, what]) => tagged(bold(name), what)),
    '.SH EXAMPLES',
    ...manExamples.flatMap(([what, line], index) => [
      ...(index === 0 ? [] : ['.PP']),
      text(what),
      ...['.PP', '.nf', '.RS 4', escaped(line), '.RE', '.fi'],
    ]),
    '.SH SEE ALSO',
    seeAlso
      .map((page) =>
        page.replace(
          /^(.*)\((\d)\)$/,
          (_, name: string, section: string) => `.BR ${escaped(name)} (${section})`,
        ),
      )
      .join(' ,\n'),
    '.PP',
    text(
      'The pages in the folder docs of the program’s source say more: command-line.md, recipes.md, ventoy.md, errors.md.',
    ),
  ]);
}

type Items = readonly (readonly [name: string, what: string])[];

function commandSection(command: CommandNode): string[] {
  const { description, arguments: values, options } = command;
  const known = options.filter(({ long }) => long !== '--help');
  return [
    `.SS "${escaped(commandLine(command))}"`,
    text(sentence(description)),
    ...values.flatMap(({ value, description: what }) =>
      what === '' ? [] : tagged(italic(bracketed(value)), sentence(what)),
    ),
    ...groups(known).flatMap(([title, members]) => [
      ...(title === 'Options:' ? [] : ['.PP', text(title)]),
      ...members.flatMap((option) => tagged(optionTag(option), optionText(option))),
    ]),
  ];
}

/** In the order in which their first options come. */
function groups(options: CommandOption[]): [string, CommandOption[]][] {
  const titles = [...new Set(options.map(({ group }) => group))];
  return titles.map((title) => [title, options.filter(({ group }) => group === title)]);
}

function optionTag({ long, value }: CommandOption): string {
  return value === null ? bold(long) : `${bold(long)} ${italic(bracketed(value))}`;
}

/** A value that the sentence begins with stays as it has to be typed. */
function optionText({ value, description }: CommandOption): string {
  const [first = ''] = description.split(' ');
  return value?.name.split('|').includes(first) === true
    ? `${description}.`
    : sentence(description);
}

function tagged(tag: string, what: string): string[] {
  return ['.TP', tag, text(what)];
}

function bold(word: string): string {
  return `\\fB${escaped(word)}\\fR`;
}

function italic(word: string): string {
  return `\\fI${escaped(word)}\\fR`;
}

/** Lines of a text, none of them a request; words stay whole. */
function text(words: string): string {
  return escaped(words)
    .replace(new RegExp(`(.{1,${String(WIDTH)}})(?: |$)`, 'g'), '$1\n')
    .trimEnd()
    .replace(/^(?=[.'])/gm, '\\&');
}

/** Longer lines of the source are bad style. */
const WIDTH = 78;

const signs: Record<string, string> = {
  '\\': '\\e',
  '-': '\\-',
  '~': '\\(ti',
  '’': '\\(cq',
  '“': '\\(lq',
  '”': '\\(rq',
  '…': '...',
  '–': '\\(en',
};

function escaped(words: string): string {
  return words.replace(/[\\\-~’“”…–]/g, (sign) => signs[sign] ?? sign);
}

function sentence(words: string): string {
  const whole = /[.!?”]$/.test(words) ? words : `${words}.`;
  return `${whole.slice(0, 1).toUpperCase()}${whole.slice(1)}`;
}

function lines(all: string[]): string {
  return `${all.join('\n')}\n`;
}
