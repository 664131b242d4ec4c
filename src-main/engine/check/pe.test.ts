import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEfiProgram } from './pe';
import { efiProgram } from './testing';

describe('reading an EFI program', () => {
  it.each([
    [0x8664, 'x64'],
    [0xaa64, 'arm64'],
    [0x014c, 'another architecture'],
  ])('finds machine %i to be %s', (machine, architecture) => {
    expect(readEfiProgram(efiProgram(machine))).toEqual({ architecture });
  });

  it.each<[string, (program: Buffer) => Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'start'],
    ['text', () => Buffer.alloc(2000, 'text'), 'start'],
    ['a DOS program', (p) => (p.writeUInt32LE(0x7fffffff, 60), p), 'PE header'],
    ['a 32-bit program', (p) => (p.writeUInt16LE(0x10b, 64 + 24), p), '64 bits'],
    ['a Windows program', (p) => (p.writeUInt16LE(3, 64 + 24 + 68), p), 'firmware'],
    ['half a program', (p) => p.subarray(0, p.length - 1), 'cut short'],
    ['a program of many sections', (p) => (p.writeUInt16LE(0xffff, 64 + 6), p), 'cut short'],
  ])('refuses %s', (_, change, reason) => {
    expect(readEfiProgram(change(efiProgram(0x8664)))).toEqual({
      problem: expect.stringContaining(reason) as string,
    });
  });

  it('never throws', () => {
    const change = fc.record({ at: fc.nat(200), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change), fc.nat(1000), (changes, length) => {
        const program = efiProgram(0x8664);
        for (const { at, to } of changes) program.writeUInt8(to, at);
        expect(readEfiProgram(program.subarray(0, length))).toBeTypeOf('object');
      }),
    );
  });
});
