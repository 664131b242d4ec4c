import type { CommandArgument, CommandNode, CommandOption, Placeholder } from '../command-tree';
import { allCommands } from '../command-tree';
import { offerFor } from './offers';

/** A function for zsh's completion system that completes `sticksmith`: a file `_sticksmith` in a folder of its `fpath`. */
export function zshCompletion(tree: CommandNode): string {
  return `#compdef sticksmith
# Completes sticksmith in zsh; made by: sticksmith completion zsh

${HELPERS}
${allCommands(tree)
  .map((command) => (command.below.length > 0 ? groupFunction(command) : leafFunction(command)))
  .join('\n')}
if [[ $funcstack[1] == _sticksmith ]]; then
  _sticksmith "$@"
else
  compdef _sticksmith sticksmith
fi
`;
}

const HELPERS = `_sticksmith-drives() {
  local -a drives
  drives=(\${(M)\${\${(f)"$(_call_program drives \${(q)_sticksmith_program} drives 2>/dev/null)"}%%[[:space:]]*}:#/dev/*})
  compadd "$@" -a drives
}

_sticksmith-targets() {
  _alternative 'drives:drive:_sticksmith-drives' 'files:image file:_files -g "*.(#i)(img|vhdx)"'
}

_sticksmith-folders-or() {
  _alternative "words:word:($*)" 'folders:folder:_files -/'
}
`;

function leafFunction({ path, arguments: values, options }: CommandNode): string {
  return `${functionName(path)}() {
  _arguments -S : \\
${specs([...options.map(optionSpec), ...values.map((value) => argumentSpec(path, value))])}
}
`;
}

/** A command with others below it. */
function groupFunction({ path, options, below }: CommandNode): string {
  const nameOf = (command: CommandNode): string => command.path.split(' ').at(-1) ?? '';
  const list = below.map((command) => `    ${quoted(`${nameOf(command)}:${command.description}`)}`);
  const calls = below.map(
    (command) => `        ${nameOf(command)}) ${functionName(command.path)} ;;`,
  );
  return `${functionName(path)}() {
  local curcontext=$curcontext state line
${path === '' ? '  local _sticksmith_program=$words[1]\n' : ''}  local -a commands
  commands=(
${list.join('\n')}
  )
  _arguments -C -S : \\
${specs([...options.map(optionSpec), `'1: :->command'`, `'*:: :->rest'`])}
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case $words[1] in
${calls.join('\n')}
      esac
      ;;
  esac
}
`;
}

function functionName(path: string): string {
  return ['_sticksmith', ...path.split(' ').filter(Boolean)].join('_').replaceAll('-', '_');
}

function specs(list: string[]): string {
  return list.map((spec) => `    ${spec}`).join(' \\\n');
}

function optionSpec({ long, short, value, description }: CommandOption): string {
  const text = `[${escaped(description)}]`;
  if (short !== null) return `'(${short} ${long})'{${short},${long}}${quoted(text)}`;
  if (value === null) return quoted(`${long}${text}`);
  return quoted(`*${long}=${text}${value.optional ? '::' : ':'}${valueSpec(long, value)}`);
}

function argumentSpec(path: string, { value }: CommandArgument): string {
  const kind = value.variadic ? '*:' : value.optional ? '::' : ':';
  return quoted(`${kind}${valueSpec(path, value)}`);
}

/** A message and what is offered. */
function valueSpec(owner: string, value: Placeholder): string {
  const { words, files, folders, drives } = offerFor(owner, value);
  const message = escaped(value.name);
  if (drives) return `${message}:${files ? '_sticksmith-targets' : '_sticksmith-drives'}`;
  if (folders && words.length > 0) {
    return `${message}: _sticksmith-folders-or ${words.join(' ')}`;
  }
  if (folders) return `${message}:_files -/`;
  if (files?.length === 0) return `${message}:_files`;
  if (files) return `${message}:_files -g "*.(#i)${anyOf(files)}"`;
  return `${message}:(${words.join(' ')})`;
}

/** A pattern. Brackets around a single word would be qualifiers of files. */
function anyOf(endings: string[]): string {
  return endings.length === 1 ? endings.join('') : `(${endings.join('|')})`;
}

/** As a part of a specification of \`_arguments\`. */
function escaped(text: string): string {
  return text.replace(/[\\[\]:]/g, (sign) => `\\${sign}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
