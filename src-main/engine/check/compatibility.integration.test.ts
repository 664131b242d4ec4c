import { afterEach, describe, expect, it } from 'vitest';
import type { BootSigner, ComputerClass, Starts } from '../../../src-shared/compatibility';
import { examineStick } from '.';
import { windowsAbilities } from './abilities';
import { CHECKS } from './checks';
import { MACHINE, SimulatedSigner, efiProgram } from './program/testing';
import { runChecks } from './run-checks';
import { readStick } from './stick';
import { makeTestStick, signedPrograms, type StickChanges, type TestStick } from './testing';

const made: TestStick[] = [];

afterEach(async () => {
  for (const stick of made.splice(0)) await stick.remove();
});

async function stickWith(changes: StickChanges): Promise<TestStick> {
  const stick = await makeTestStick(changes);
  made.push(stick);
  return stick;
}

async function abilitiesOf(changes: StickChanges) {
  const { source } = await stickWith(changes);
  const stick = await readStick(source);
  return windowsAbilities(stick, await runChecks(CHECKS, stick));
}

async function startsOf(changes: StickChanges): Promise<Record<ComputerClass, Starts>> {
  const { compatibility } = await examineStick((await stickWith(changes)).source);
  const pairs = compatibility.map(({ computer, starts }) => [computer, starts]);
  return Object.fromEntries(pairs) as Record<ComputerClass, Starts>;
}

describe('which computers a stick starts', () => {
  it('is told from its boot programs and its partition table', async () => {
    expect(await startsOf({})).toEqual({
      ...{ uefi: 'yes', 'secure-2011': 'no', 'secure-2023': 'yes', bios: 'no' },
      ...{ 'uefi-ia32': 'no', arm64: 'no', 'mac-intel': 'perhaps', 'mac-apple': 'no' },
    });
    expect(await startsOf({ scheme: 'mbr' })).toMatchObject({ uefi: 'yes', bios: 'yes' });
    const withoutManager = { scheme: 'mbr', efiFiles: { '/bootmgr': null } } as const;
    expect(await startsOf(withoutManager)).toMatchObject({ bios: 'no' });
  });

  it('is told for ARM from the program for it', async () => {
    const { arm64 } = await signedPrograms();
    const boot = '/EFI/Microsoft/Boot/bootmgfw.efi';
    const starts = await startsOf({
      efiFiles: { '/EFI/Boot/bootx64.efi': null, '/EFI/Boot/bootaa64.efi': arm64, [boot]: arm64 },
      windowsFiles: { '/Windows/System32/winload.efi': arm64 },
    });
    expect(starts).toMatchObject({ uefi: 'no', 'secure-2023': 'no', arm64: 'yes' });
  });

  it('is a doubt everywhere once a check failed', async () => {
    const starts = await startsOf({ withoutWindows: ['/Windows/System32/winload.efi'] });
    expect(starts.uefi).toBe('perhaps');
  });
});

describe('what a stick can do', () => {
  it('has the build of Windows from its folder of versions, the newest one', async () => {
    const versions = '/Windows/servicing/Version';
    const { system } = await abilitiesOf({
      windowsFiles: {
        [`${versions}/10.0.22621.1/a.dll`]: 'x',
        [`${versions}/10.0.26100.1/a.dll`]: 'x',
        [`${versions}/notes/a.txt`]: 'x',
      },
    });
    expect(system).toEqual({ kind: 'windows', architecture: 'x64', build: 26100 });
    const { system: without } = await abilitiesOf({});
    expect(without).toEqual({ kind: 'windows', architecture: 'x64', build: null });
  });

  // Certificates with Microsoft's names that were made here.
  it.each<[authority: string, BootSigner]>([
    ['Windows UEFI CA 2023', 'windows-2023'],
    ['Microsoft Windows Production PCA 2011', 'windows-2011'],
    ['Microsoft Corporation UEFI CA 2011', 'third-party-2011'],
    ['Microsoft UEFI CA 2023', 'third-party-2023'],
    ['Somebody’s own', 'other'],
  ])('names who signed its boot program, certified by a simulated “%s”', async (authority, x64) => {
    const signer = await SimulatedSigner.make({ authority, signer: 'A signer' });
    try {
      const program = await signer.sign(efiProgram(MACHINE.x64));
      const { bootPrograms } = await abilitiesOf({
        efiFiles: { '/EFI/Boot/bootx64.efi': program },
      });
      expect(bootPrograms).toEqual({ x64, ia32: null, arm64: null });
    } finally {
      await signer.remove();
    }
  });

  it('tells a program without a signature, and one that isn’t what was signed', async () => {
    const unsigned = { '/EFI/Boot/bootx64.efi': efiProgram(MACHINE.x64) };
    expect((await abilitiesOf({ efiFiles: unsigned })).bootPrograms.x64).toBe('unsigned');
    const changed = Buffer.from((await signedPrograms()).x64);
    changed.writeUInt8(changed.readUInt8(600) ^ 1, 600);
    const broken = await abilitiesOf({ efiFiles: { '/EFI/Boot/bootx64.efi': changed } });
    expect(broken.bootPrograms.x64).toBe('broken');
    expect(broken.failedChecks).toContain('efi.signature');
  });

  it('has nothing for computers whose program is for others', async () => {
    const wrong = { '/EFI/Boot/bootaa64.efi': efiProgram(MACHINE.x64) };
    expect((await abilitiesOf({ efiFiles: wrong })).bootPrograms.arm64).toBeNull();
  });
});
