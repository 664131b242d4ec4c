import { describe, expect, it } from 'vitest';
import { MiB } from '../../src-shared/units';
import { VentoyCommandSchema, ventoyArguments, type VentoyCommand } from './ventoy-command';

const install = {
  do: 'install',
  scheme: 'mbr',
  secureBoot: true,
  reserveBytes: 0,
  label: 'STICK',
} as const;

describe('the arguments of Ventoy’s program', () => {
  it.each<[VentoyCommand, string]>([
    [install, '-I -L STICK -s /dev/sdb'],
    [
      { ...install, scheme: 'gpt', secureBoot: false, reserveBytes: 512 * MiB },
      '-I -g -r 512 -L STICK -S /dev/sdb',
    ],
    [{ do: 'beside', secureBoot: false }, '-i -n -S /dev/sdb'],
    [{ do: 'update', secureBoot: true }, '-u -s /dev/sdb'],
    [{ do: 'update', secureBoot: false }, '-u -S /dev/sdb'],
  ])('for %o', (command, expected) => {
    expect(ventoyArguments(VentoyCommandSchema.parse(command), '/dev/sdb').join(' ')).toBe(
      expected,
    );
  });

  it.each(['Ventoy', 'a-b_c.1', 'Größe', '内', 'ABCDEFGHIJK'])('may have the label %s', (label) => {
    expect(VentoyCommandSchema.safeParse({ ...install, label }).success).toBe(true);
  });

  it.each([
    '',
    'A B',
    ' ',
    'A\t/dev/a',
    'A\u00a0B',
    'A\nB',
    'A\u0000',
    '*',
    'A?',
    'A[b]',
    'A\\',
    '-u',
    'ABCDEFGHIJKL',
  ])('never have the label %j', (label) => {
    expect(VentoyCommandSchema.safeParse({ ...install, label }).success).toBe(false);
  });

  it.each([-MiB, 1, MiB + 512, 0.5])('never reserve %d bytes', (reserveBytes) => {
    expect(VentoyCommandSchema.safeParse({ ...install, reserveBytes }).success).toBe(false);
  });
});
