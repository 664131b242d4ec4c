import { allCommands, type CommandNode } from '../command-tree';
import { offerFor, type Offer } from './offers';

/** A script for bash 4.4 or newer that completes `sticksmith`. It needs no other package. */
export function bashCompletion(tree: CommandNode): string {
  const commands = allCommands(tree);
  return `# Completes sticksmith in bash; made by: sticksmith completion bash
${HELPERS}
# What can follow a command: other commands, options, and options that take a value.
_sticksmith_command() {
  case $1 in
${commands.map(commandCase).join('\n')}
    *) return 1 ;;
  esac
}

# Offers values: of an option, or of the argument with that number.
_sticksmith_value() {
  case $1 in
${commands.flatMap(valueCases).join('\n')}
  esac
}

complete -F _sticksmith sticksmith
`;
}

const HELPERS = `
_sticksmith() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  local command='' commands options valued word position=1 i
  COMPREPLY=()
  _sticksmith_command ''
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $word == -* ]]; then
      if [[ " $valued " == *" $word "* && \${COMP_WORDS[i + 1]} != -* ]]; then
        # A = is a word of its own here.
        [[ \${COMP_WORDS[i + 1]} == = ]] && ((i++))
        ((i++))
      fi
    elif _sticksmith_command "\${command:+$command }$word"; then
      command=\${command:+$command }$word
    else
      ((position++))
    fi
  done
  if [[ $current == = ]]; then
    current=''
  elif [[ $previous == = ]]; then
    previous=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if [[ $previous == -* && " $valued " == *" $previous "* && $current != -* ]]; then
    _sticksmith_value "$command $previous"
  elif [[ $current == -* ]]; then
    _sticksmith_words $options
  else
    _sticksmith_words $commands
    _sticksmith_value "$command $position"
  fi
}

_sticksmith_words() {
  mapfile -t -O "\${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "$*" -- "$current")
}

# Files that match one of the patterns, and folders on the way to them.
_sticksmith_files() {
  local pattern
  compopt -o filenames
  mapfile -t -O "\${#COMPREPLY[@]}" COMPREPLY < <(
    compgen -d -- "$current"
    for pattern; do compgen -f -X "!$pattern" -- "$current"; done
  )
}

_sticksmith_folders() {
  _sticksmith_files
}

_sticksmith_drives() {
  local drive rest drives=()
  while read -r drive rest; do
    [[ $drive == /dev/* ]] && drives+=("$drive")
  done < <("\${COMP_WORDS[0]}" drives 2>/dev/null)
  _sticksmith_words "\${drives[@]}"
}
`;

function commandCase({ path, options, below }: CommandNode): string {
  const names = below.map((command) => command.path.split(' ').at(-1) ?? '');
  const longs = options.map(({ long }) => long);
  const valued = options.filter(({ value }) => value !== null).map(({ long }) => long);
  return `    '${path}')
      commands='${names.join(' ')}'
      options='${longs.join(' ')}'
      valued='${valued.join(' ')}'
      ;;`;
}

function valueCases({ path, arguments: values, options }: CommandNode): string[] {
  const ofOptions = options.flatMap(({ long, value }) =>
    value === null ? [] : valueCase(`'${path} ${long}'`, offerFor(long, value)),
  );
  const ofArguments = values.flatMap(({ value }, index) => {
    const label = value.variadic ? `'${path} '*` : `'${path} ${String(index + 1)}'`;
    return valueCase(label, offerFor(path, value));
  });
  return [...ofOptions, ...ofArguments];
}

function valueCase(label: string, { words, files, folders, drives }: Offer): string[] {
  const calls = [
    ...(words.length > 0 ? [`_sticksmith_words ${words.join(' ')}`] : []),
    ...(drives ? ['_sticksmith_drives'] : []),
    ...(files ? [`_sticksmith_files ${patterns(files).join(' ')}`] : []),
    ...(folders ? ['_sticksmith_folders'] : []),
  ];
  return calls.length === 0 ? [] : [`    ${label}) ${calls.join('; ')} ;;`];
}

/** Endings in any case. */
function patterns(endings: string[]): string[] {
  if (endings.length === 0) return [`'*'`];
  return endings.map((ending) => {
    const letters = [...ending].map((letter) =>
      /[a-z]/.test(letter) ? `[${letter}${letter.toUpperCase()}]` : letter,
    );
    return `'*.${letters.join('')}'`;
  });
}
