import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSignatures, type SignatureState } from './authenticode';
import { readBootProgram } from './pe';
import { MACHINE, SIMULATED_MICROSOFT, SimulatedSigner, efiProgram } from './testing';

const GRUB = '/usr/lib/grub/x86_64-efi/monolithic/grubx64.efi';

let signer: SimulatedSigner;
let signed: Buffer;
beforeAll(async () => {
  signer = await SimulatedSigner.make(SIMULATED_MICROSOFT);
  signed = await signer.sign(efiProgram(MACHINE.x64));
});
afterAll(() => signer.remove());

function judge(file: Buffer): SignatureState | { problem: string } {
  const program = readBootProgram(file);
  return 'problem' in program ? program : readSignatures(file, program);
}

function flipped(file: Buffer, at: number): Buffer {
  const changed = Buffer.from(file);
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  return changed;
}

const good = {
  kind: 'signed',
  signatures: [{ signer: SIMULATED_MICROSOFT.signer, issuer: SIMULATED_MICROSOFT.authority }],
};

describe('the signature of a program, made by osslsigncode with simulated certificates', () => {
  it.each(['x64', 'arm64', 'ia32'] as const)('is read for %s, with both names', async (name) => {
    const file = await signer.sign(efiProgram(MACHINE[name]));
    expect(await signer.judge(file)).toBe('good');
    expect(judge(file)).toEqual(good);
  });

  it('is read of a real program, whose length is no multiple of eight', async () => {
    const grub = Buffer.concat([readFileSync(GRUB), Buffer.alloc(3, 7)]);
    expect(judge(grub)).toEqual({ kind: 'unsigned' });
    const file = await signer.sign(grub);
    expect(judge(file)).toEqual(good);
    expect(judge(flipped(file, 1_000_000))).toMatchObject({ kind: 'broken' });
  });

  it('is read with names that are not ASCII', async () => {
    const other = await SimulatedSigner.make({ authority: 'Behörde 磁盘', signer: 'Prüfer' });
    try {
      expect(judge(await other.sign(efiProgram(MACHINE.x64)))).toEqual({
        kind: 'signed',
        signatures: [{ signer: 'Prüfer', issuer: 'Behörde 磁盘' }],
      });
    } finally {
      await other.remove();
    }
  });

  it('is not taken with SHA-1, which firmware doesn’t take either', async () => {
    const file = await signer.sign(efiProgram(MACHINE.x64), 'sha1');
    expect(judge(file)).toEqual({ kind: 'broken', problem: 'its digest is no SHA-256' });
  });

  it('fits no other program', async () => {
    const other = efiProgram(MACHINE.x64);
    other.writeUInt8(1, 600);
    const otherSigned = await signer.sign(other);
    const mixed = Buffer.concat([signed.subarray(0, 1024), otherSigned.subarray(1024)]);
    expect(mixed.length).toBe(signed.length);
    expect(judge(mixed)).toEqual({
      ...{ kind: 'broken', problem: 'the program was changed after it was signed' },
    });
  });

  it('breaks with every single flipped bit of the program but those that a signature leaves out', () => {
    const program = readBootProgram(signed);
    if ('problem' in program) throw new Error(program.problem);
    const free = new Set(
      program.unsigned.flatMap(({ offset, length }) =>
        Array.from({ length }, (_, i) => offset + i),
      ),
    );
    for (let at = 0; at < 1024; at += 1) {
      const state = judge(flipped(signed, at));
      const isGood = 'kind' in state && state.kind === 'signed';
      // The checksum is free to change; where the signature lies is not, since nothing is found elsewhere.
      if (isGood) expect(free.has(at), String(at)).toBe(true);
    }
  });

  it('breaks where the value is changed that the signer’s key made, as osslsigncode finds, too', async () => {
    // It is the last thing in the file, 256 bytes long, with up to seven bytes behind it.
    for (const at of [250, 200, 100, 20].map((before) => signed.length - before)) {
      expect(judge(flipped(signed, at))).toEqual({
        ...{ kind: 'broken', problem: 'the signer’s key does not fit the signature' },
      });
      expect(await signer.judge(flipped(signed, at))).toBe('bad');
    }
  });

  it('never makes reading throw, whatever is changed in it', () => {
    const change = fc.record({ at: fc.nat(signed.length - 1), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const file = Buffer.from(signed);
        for (const { at, to } of changes) file.writeUInt8(to, at);
        expect(judge(file)).toBeTypeOf('object');
      }),
      { numRuns: 2000 },
    );
  });
});
