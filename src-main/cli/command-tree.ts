import type { Argument, Command, Option } from 'commander';

/* The commands as help lists them, as plain values: man page and completions of shells are made of these. */

/** A command, or the program itself. */
export interface CommandNode {
  /** Words behind the name of the program, such as `ventoy add`; empty for the program. */
  path: string;
  /** One sentence without its full stop. */
  description: string;
  arguments: CommandArgument[];
  options: CommandOption[];
  below: CommandNode[];
}

export interface CommandArgument {
  value: Placeholder;
  description: string;
}

export interface CommandOption {
  /** Such as `--json`. */
  long: string;
  /** Such as `-h`. */
  short: string | null;
  /** Null: the option takes none. */
  value: Placeholder | null;
  /** One sentence without its full stop. */
  description: string;
  /** Heading under which help lists it. */
  group: string;
}

/** What stands for a value in help. */
export interface Placeholder {
  /** Without brackets and dots: `file`, or `gpt|mbr` where one of these words is wanted. */
  name: string;
  /** The value may be left out. */
  optional: boolean;
  /** Several may follow each other. */
  variadic: boolean;
}

/** The tree below a command of commander. What help leaves out is left out here, and so is commander's own `help`. */
export function commandTree(command: Command, path = ''): CommandNode {
  const help = command.createHelp();
  return {
    path,
    description: command.description(),
    arguments: help.visibleArguments(command).map(argumentOf),
    options: help.visibleOptions(command).map(optionOf),
    below: help
      .visibleCommands(command)
      .filter((below) => command.commands.includes(below))
      .map((below) => commandTree(below, `${path} ${below.name()}`.trim())),
  };
}

/** A command and all below it. */
export function allCommands(tree: CommandNode): CommandNode[] {
  return [tree, ...tree.below.flatMap(allCommands)];
}

/** `ventoy add <target> <file...>` without options. */
export function commandLine({ path, arguments: values }: CommandNode): string {
  return [path, ...values.map(({ value }) => bracketed(value))].filter(Boolean).join(' ');
}

/** `<file...>` or `[target]`. */
export function bracketed({ name, optional, variadic }: Placeholder): string {
  const text = variadic ? `${name}...` : name;
  return optional ? `[${text}]` : `<${text}>`;
}

function argumentOf(argument: Argument): CommandArgument {
  const { required, variadic } = argument;
  return {
    value: { name: argument.name(), optional: !required, variadic },
    description: argument.description,
  };
}

function optionOf(option: Option): CommandOption {
  const { flags, long, short, required, variadic, description, helpGroupHeading } = option;
  const usual: unknown = option.defaultValue;
  if (long === undefined) throw new Error(`the option ${flags} has no long name`);
  const name = / [<[](.+?)(?:\.\.\.)?[>\]]$/.exec(flags)?.[1];
  return {
    long,
    short: short ?? null,
    value: name === undefined ? null : { name, optional: !required, variadic },
    description: typeof usual === 'string' ? `${description} (default: ${usual})` : description,
    group: helpGroupHeading ?? 'Options:',
  };
}
