import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArchitectureSchema } from '../image';
import {
  BootSignerSchema,
  PredictionSchema,
  RULES,
  RuleIdSchema,
  computerClasses,
  computerNames,
  predictStarts,
  type ComputerClass,
  type Starts,
  type StickAbilities,
} from '.';

const windows10: StickAbilities = {
  system: { kind: 'windows', architecture: 'x64', build: 19045 },
  bootPrograms: { x64: 'windows-2011', ia32: null, arm64: null },
  startsByBios: false,
  failedChecks: [],
};
const windows11: StickAbilities = {
  ...windows10,
  system: { kind: 'windows', architecture: 'x64', build: 26100 },
};
const ventoy: StickAbilities = {
  system: { kind: 'ventoy', secureBoot: true },
  bootPrograms: { x64: 'third-party-2011', ia32: 'third-party-2011', arm64: 'unsigned' },
  startsByBios: true,
  failedChecks: [],
};

function of(stick: StickAbilities, computer: ComputerClass) {
  const found = predictStarts(stick).find((prediction) => prediction.computer === computer);
  if (!found) throw new Error(`nothing is said of ${computer}`);
  return found;
}

describe('which computers a stick starts', () => {
  it.each<[string, StickAbilities, Record<ComputerClass, Starts>]>([
    [
      'Windows 10 with a GPT',
      windows10,
      {
        ...{ uefi: 'yes', 'secure-2011': 'yes', 'secure-2023': 'perhaps', bios: 'no' },
        ...{ 'uefi-ia32': 'no', arm64: 'no', 'mac-intel': 'perhaps', 'mac-apple': 'no' },
      },
    ],
    [
      'Windows 10 with an MBR',
      { ...windows10, startsByBios: true },
      {
        ...{ uefi: 'yes', 'secure-2011': 'yes', 'secure-2023': 'perhaps', bios: 'yes' },
        ...{ 'uefi-ia32': 'no', arm64: 'no', 'mac-intel': 'perhaps', 'mac-apple': 'no' },
      },
    ],
    [
      'Windows 11 with an MBR and boot files of 2023',
      {
        ...windows11,
        startsByBios: true,
        bootPrograms: { ...windows11.bootPrograms, x64: 'windows-2023' },
      },
      {
        ...{ uefi: 'yes', 'secure-2011': 'no', 'secure-2023': 'yes', bios: 'perhaps' },
        ...{ 'uefi-ia32': 'no', arm64: 'no', 'mac-intel': 'perhaps', 'mac-apple': 'no' },
      },
    ],
    [
      'Windows for ARM64',
      {
        ...windows11,
        system: { kind: 'windows', architecture: 'arm64', build: 26100 },
        bootPrograms: { x64: null, ia32: null, arm64: 'windows-2023' },
      },
      {
        ...{ uefi: 'no', 'secure-2011': 'no', 'secure-2023': 'no', bios: 'no' },
        ...{ 'uefi-ia32': 'no', arm64: 'yes', 'mac-intel': 'no', 'mac-apple': 'no' },
      },
    ],
    [
      'Ventoy with Secure Boot support',
      ventoy,
      {
        ...{ uefi: 'yes', 'secure-2011': 'perhaps', 'secure-2023': 'perhaps', bios: 'yes' },
        ...{ 'uefi-ia32': 'yes', arm64: 'yes', 'mac-intel': 'after-steps', 'mac-apple': 'no' },
      },
    ],
    [
      'Ventoy without',
      {
        ...ventoy,
        system: { kind: 'ventoy', secureBoot: false },
        bootPrograms: { x64: 'unsigned', ia32: 'unsigned', arm64: 'unsigned' },
      },
      {
        ...{ uefi: 'yes', 'secure-2011': 'no', 'secure-2023': 'no', bios: 'yes' },
        ...{ 'uefi-ia32': 'yes', arm64: 'yes', 'mac-intel': 'after-steps', 'mac-apple': 'no' },
      },
    ],
  ])('%s', (_, stick, expected) => {
    const found = predictStarts(stick).map(({ computer, starts }) => [computer, starts]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it('names the worst reason first', () => {
    const stick = { ...windows10, failedChecks: ['bcd.loader-path'] };
    expect(of(stick, 'bios')).toEqual({
      ...{ computer: 'bios', starts: 'no' },
      reasons: ['no-bios-start', 'check-failed'],
    });
    expect(of(stick, 'uefi')).toEqual({
      ...{ computer: 'uefi', starts: 'perhaps', reasons: ['check-failed'] },
    });
  });

  it.each([
    ['unsigned', 'unsigned'],
    ['broken', 'signature-broken'],
    ['other', 'signer-unknown'],
  ] as const)('Secure Boot refuses a boot program that is %s', (x64, rule) => {
    const stick = { ...windows10, bootPrograms: { ...windows10.bootPrograms, x64 } };
    for (const computer of ['secure-2011', 'secure-2023'] as const) {
      expect(of(stick, computer)).toMatchObject({ starts: 'no', reasons: [rule] });
    }
    expect(of(stick, 'uefi').starts).toBe('yes');
  });
});

const signer = fc.option(fc.constantFrom(...BootSignerSchema.options));
const anyStick: fc.Arbitrary<StickAbilities> = fc.record({
  system: fc.oneof(
    fc.record({
      kind: fc.constant('windows' as const),
      architecture: fc.constantFrom(...ArchitectureSchema.options),
      build: fc.option(fc.integer({ min: 1, max: 40_000 })),
    }),
    fc.record({ kind: fc.constant('ventoy' as const), secureBoot: fc.boolean() }),
  ),
  bootPrograms: fc.record({ x64: signer, ia32: signer, arm64: signer }),
  startsByBios: fc.boolean(),
  failedChecks: fc.array(fc.constantFrom('gpt.backup', 'bcd.loader-path')),
});

describe('any stick', () => {
  it('has one prediction for each class of computer, and a reason wherever it isn’t a plain yes', () => {
    fc.assert(
      fc.property(anyStick, (stick) => {
        const found = predictStarts(stick);
        expect(found.map(({ computer }) => computer)).toEqual(computerClasses);
        for (const prediction of found) {
          expect(PredictionSchema.parse(prediction)).toEqual(prediction);
          expect(prediction.reasons.length === 0).toBe(prediction.starts === 'yes');
        }
      }),
    );
  });

  it('is never better off for a check that failed', () => {
    const order: readonly Starts[] = ['yes', 'after-steps', 'perhaps', 'no'];
    fc.assert(
      fc.property(anyStick, (stick) => {
        const sound = predictStarts({ ...stick, failedChecks: [] });
        const damaged = predictStarts({ ...stick, failedChecks: ['bcd.loader-path'] });
        for (const [index, { starts }] of sound.entries()) {
          const worse = damaged[index]?.starts ?? 'yes';
          expect(order.indexOf(worse)).toBeGreaterThanOrEqual(order.indexOf(starts));
          expect(worse).not.toBe('yes');
        }
      }),
    );
  });
});

describe('the rules', () => {
  it('have each name once, say why and what to change, and name where it is known from', () => {
    expect(RULES.map(({ id }) => id)).toEqual(RuleIdSchema.options);
    for (const { why, change, source, computers } of RULES) {
      expect(why).toMatch(/\.$/);
      expect(change).toMatch(/\.$/);
      expect(source.url).toMatch(/^https:\/\//);
      expect(source.name).not.toBe('');
      expect(computers.length).toBeGreaterThan(0);
    }
  });

  it('each apply to some stick', () => {
    const applied = new Set<string>();
    for (const stick of fc.sample(anyStick, { numRuns: 3000, seed: 1 })) {
      for (const { reasons } of predictStarts(stick)) for (const id of reasons) applied.add(id);
    }
    expect([...applied].sort()).toEqual([...RuleIdSchema.options].sort());
  });

  it('are about computers that have a name', () => {
    expect(Object.keys(computerNames)).toEqual(computerClasses);
  });
});
