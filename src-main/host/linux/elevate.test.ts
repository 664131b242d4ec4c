import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elevatedCommand } from './elevate';

/** What sudo-prompt does with a command: `"` escaped, the whole in double quotes, read by sh and bash. */
function throughBothShells(command: string): string[] {
  const line = `/bin/bash -c "echo MARKER; ${command.replace(/"/g, '\\"')}"`;
  const output = execFileSync('/bin/sh', ['-c', line], { encoding: 'utf8' });
  expect(output.startsWith('MARKER\n')).toBe(true);
  return output.slice('MARKER\n'.length).split('\0').slice(0, -1);
}

/** printf prints its arguments with a zero after each, so none can be mistaken for two. */
const printed = (args: string[]) =>
  throughBothShells(elevatedCommand(['/usr/bin/printf', '%s\\0', ...args]));

describe('the command line for administrator rights', () => {
  it.each([
    ['blanks', '/opt/my app/electron'],
    ['a single quote', "/home/o'brien/a"],
    ['double quotes', '/x/"quoted"/y'],
    ['a command in backticks', '/x/`touch /tmp/owned`/y'],
    ['a command in $( )', '/x/$(touch /tmp/owned)/y'],
    ['a variable', '/x/$HOME/${PATH}'],
    ['backslashes', '/x\\y\\\\z\\'],
    ['a semicolon and pipes', '/x; touch /tmp/owned | cat & # !!'],
    ['a newline', '/x\ntouch /tmp/owned\n'],
    ['every quote at once', `'"\`$'"'\\'`],
    ['umlauts and Chinese characters', '/heim/Jürgen/便携'],
    ['a leading dash', '-rf'],
    ['nothing', ''],
  ])('passes on an argument with %s unchanged', (_, argument) => {
    expect(printed([argument, 'last'])).toEqual([argument, 'last']);
  });

  it('passes on any arguments unchanged', () => {
    const character = fc.oneof(
      fc.constantFrom(...Array.from(`'"\\$\`!;&|<>(){}[]*?~#= \t\n-`)),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    );
    const argument = fc
      .array(character, { maxLength: 12 })
      .map((parts) => parts.join(''))
      .filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1, maxLength: 3 }), (args) => {
        expect(printed(args)).toEqual(args);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses an argument that no program could be given', () => {
    expect(() => elevatedCommand(['a\0b'])).toThrow(RangeError);
  });
});
