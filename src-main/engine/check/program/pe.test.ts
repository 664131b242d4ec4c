import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBootProgram } from './pe';
import { MACHINE, OPTIONAL_HEADER, PROGRAM_BYTES, efiProgram } from './testing';

/** Entry of the data directory for certificates, in a program for x64. */
const CERTIFICATES = OPTIONAL_HEADER + 112 + 4 * 8;

describe('reading a boot program', () => {
  it.each([
    [MACHINE.x64, 'x64'],
    [MACHINE.arm64, 'arm64'],
    [MACHINE.ia32, 'ia32'],
    [MACHINE.itanium, 'another architecture'],
  ])('finds machine %i to be %s', (machine, architecture) => {
    expect(readBootProgram(efiProgram(machine))).toMatchObject({
      ...{ architecture, kind: 'EFI application', certificates: null },
    });
  });

  it('tells what the boot manager starts from what firmware starts', () => {
    const program = efiProgram(MACHINE.x64);
    program.writeUInt16LE(16, OPTIONAL_HEADER + 68);
    expect(readBootProgram(program)).toMatchObject({ kind: 'boot application' });
  });

  it.each<[string, (program: Buffer) => Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'start'],
    ['text', () => Buffer.alloc(2000, 'text'), 'start'],
    ['a DOS program', (p) => (p.writeUInt32LE(0x7fffffff, 60), p), 'PE header'],
    ['a format of its own', (p) => (p.writeUInt16LE(0x107, OPTIONAL_HEADER), p), 'known format'],
    ['a 32-bit program for x64', (p) => (p.writeUInt16LE(0x10b, OPTIONAL_HEADER), p), 'PE32,'],
    ['a Windows program', (p) => (p.writeUInt16LE(3, OPTIONAL_HEADER + 68), p), 'firmware'],
    ['half a program', (p) => p.subarray(0, p.length - 1), 'cut short'],
    ['a program of many sections', (p) => (p.writeUInt16LE(0xffff, 64 + 6), p), 'cut short'],
    [
      'a signature in the middle of the program',
      (p) => (p.writeUInt32LE(600, CERTIFICATES), p.writeUInt32LE(8, CERTIFICATES + 4), p),
      'signature',
    ],
    [
      'a signature that reaches past the end',
      (p) => (
        p.writeUInt32LE(PROGRAM_BYTES, CERTIFICATES),
        p.writeUInt32LE(8, CERTIFICATES + 4),
        p
      ),
      'signature',
    ],
  ])('refuses %s', (_, change, reason) => {
    expect(readBootProgram(change(efiProgram(MACHINE.x64)))).toEqual({
      problem: expect.stringContaining(reason) as string,
    });
  });

  it('never throws', () => {
    const change = fc.record({ at: fc.nat(400), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change), fc.nat(PROGRAM_BYTES), (changes, length) => {
        const program = efiProgram(MACHINE.x64);
        for (const { at, to } of changes) program.writeUInt8(to, at);
        expect(readBootProgram(program.subarray(0, length))).toBeTypeOf('object');
      }),
    );
  });
});
