import { allCommands, type CommandNode, type CommandOption } from '../command-tree';
import { offerFor, type Offer } from './offers';

/** A script for fish that completes `sticksmith`. */
export function fishCompletion(tree: CommandNode): string {
  const commands = allCommands(tree);
  const paths = commands.flatMap(({ path }) => (path === '' ? [] : [path]));
  const valued = commands.flatMap(({ path, options }) =>
    options.flatMap(({ long, value }) => (value === null ? [] : [`${path} ${long}`])),
  );
  return `# Completes sticksmith in fish; made by: sticksmith completion fish

set -g __sticksmith_commands ${paths.map(quoted).join(' ')}
set -g __sticksmith_valued ${valued.map(quoted).join(' ')}
${HELPERS}
complete -c sticksmith -f
${commands.flatMap(completions).join('\n')}
`;
}

const HELPERS = `
# The command before the cursor, and the number of the argument at the cursor.
function __sticksmith_place
    set -l command
    set -l position 1
    set -l skip 0
    for word in (commandline -opc)[2..]
        if test $skip = 1
            set skip 0
        else if string match -q -- '-*' $word
            contains -- "$command $word" $__sticksmith_valued; and set skip 1
        else if contains -- (string join ' ' $command $word) $__sticksmith_commands
            set command (string join ' ' $command $word)
        else
            set position (math $position + 1)
        end
    end
    echo "$command"
    echo $position
end

# Whether this command is before the cursor, and this argument at it: its number, or from a number on (2+).
function __sticksmith_at
    set -l place (__sticksmith_place)
    test "$place[1]" = "$argv[1]"; or return 1
    set -q argv[2]; or return 0
    if string match -q '*+' $argv[2]
        test $place[2] -ge (string trim -c + $argv[2])
    else
        test $place[2] -eq $argv[2]
    end
end

# Files with one of the endings, and folders on the way to them.
function __sticksmith_files
    set -l endings (string join '|' $argv)
    __fish_complete_path (commandline -ct) | string match -rei "(?:/|\\.(?:$endings))(?:\\t|\\$)"
end

function __sticksmith_drives
    set -l words (commandline -opc)
    $words[1] drives 2>/dev/null | string match -r '^/dev/\\S+'
end
`;

function completions(command: CommandNode): string[] {
  const { path, arguments: values, options, below } = command;
  const at = `__sticksmith_at ${path === '' ? '""' : `"${path}"`}`;
  return [
    ...below.map(({ path: name, description }) =>
      line(`${at} 1`, ['-a', quoted(name.split(' ').at(-1) ?? '')], description),
    ),
    ...options.map((option) => line(at, optionWords(option), option.description)),
    ...values.map(({ value, description }, index) => {
      const position = `${String(index + 1)}${value.variadic ? '+' : ''}`;
      return line(`${at} ${position}`, offerWords(offerFor(path, value)), description);
    }),
  ];
}

function optionWords({ long, short, value }: CommandOption): string[] {
  const names = [...(short === null ? [] : ['-s', short.slice(1)]), '-l', long.slice(2)];
  if (value === null) return names;
  const offer = offerFor(long, value);
  // One that may go without its value gets it behind a “=” only.
  const takesValue = value.optional ? [] : [offer.files?.length === 0 ? '-r' : '-x'];
  return [...names, ...takesValue, ...offerWords(offer)];
}

function offerWords({ words, files, folders, drives }: Offer): string[] {
  if (files?.length === 0) return ['-F'];
  const offered = [
    ...words,
    ...(drives ? ['(__sticksmith_drives)'] : []),
    ...(files ? [`(__sticksmith_files ${files.join(' ')})`] : []),
    ...(folders ? ['(__fish_complete_directories)'] : []),
  ];
  return offered.length === 0 ? [] : ['-a', quoted(offered.join(' '))];
}

function line(condition: string, words: string[], description: string): string {
  return ['complete -c sticksmith -n', quoted(condition), ...words, '-d', quoted(description)].join(
    ' ',
  );
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, (sign) => `\\${sign}`)}'`;
}
