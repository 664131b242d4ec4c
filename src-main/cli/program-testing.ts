import type { Command } from 'commander';
import { buildProgram } from './program';

/** The program's commands, to be looked at and to parse command lines, but not to do what they say. */
export function programForReading(): Command {
  return buildProgram(() => {
    throw new Error('these commands are only read');
  });
}

/** Reads a command line as the program does, and does nothing. Throws where the program would refuse it as `usage`. */
export function parseOnly(words: readonly string[]): void {
  const program = programForReading();
  silence(program);
  program.parse(words, { from: 'user' });
}

function silence(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  if (command.commands.length === 0 || command.name() === 'cache') command.action(() => undefined);
  command.commands.forEach(silence);
}
