import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { notUnderstood, powerShellParser } from '../../host/win32/powershell-grammar-testing';
import { allCommands, commandTree } from '../command-tree';
import { programForReading } from '../program-testing';
import { ownersOfEndings } from './offers';
import { completionFor, shells } from '.';

const tree = commandTree(programForReading());
const commands = allCommands(tree);

describe('the completion', () => {
  it.each(shells)('for %s has every command and every option', (shell) => {
    const script = completionFor[shell](tree);
    for (const { path, options } of commands) {
      expect(script).toContain(path.split(' ').at(-1));
      for (const { long } of options) {
        expect(script).toContain(shell === 'fish' ? `-l ${long.slice(2)} ` : long);
      }
    }
  });

  it('for PowerShell is PowerShell by its grammar, and ASCII alone', async () => {
    const parse = await powerShellParser();
    const script = completionFor.powershell(tree);
    expect(notUnderstood(parse(script))).toEqual([]);
    expect(script).toMatch(/^[\n -~]*$/);
  });

  it('knows endings of files only for options and commands that there are', () => {
    const owners = commands.flatMap(({ path, options }) => [
      path,
      ...options.map(({ long }) => long),
    ]);
    expect(ownersOfEndings.filter((owner) => !owners.includes(owner))).toEqual([]);
  });

  it('leaves out what help leaves out', () => {
    const program = new Command('sticksmith');
    program.command('shown').description('shown');
    program.command('hidden', { hidden: true }).description('hidden');
    expect(commandTree(program).below.map(({ path }) => path)).toEqual(['shown']);
  });
});
