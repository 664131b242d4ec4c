import { z } from 'zod';
import type { BootSigner, StickAbilities } from './abilities';
import { computerClasses, type ComputerClass } from './computers';

/** Names of the rules. Records keep them, so none changes its meaning. */
export const RuleIdSchema = z.enum([
  'check-failed',
  'no-x64-program',
  'no-ia32-program',
  'no-arm64-program',
  'no-bios-start',
  'unsigned',
  'signature-broken',
  'signer-unknown',
  'needs-2023',
  'revoked-2011',
  'third-party',
  'ventoy-enrolment',
  'windows-11-bios',
  'windows-11-processor',
  'mac-unsupported',
  'mac-security-chip',
  'mac-apple-silicon',
]);
export type RuleId = z.infer<typeof RuleIdSchema>;

/** `obstacle`: it won't start. `doubt`: some computers of the class won't. `step`: something has to be done there first. */
export type Effect = 'obstacle' | 'doubt' | 'step';

/** How well a rule is known. Nothing here was seen on a real computer by this project. */
export type Certainty = 'documented' | 'reported' | 'specified';

export interface Rule {
  id: RuleId;
  computers: readonly ComputerClass[];
  effect: Effect;
  applies: (stick: StickAbilities, computer: ComputerClass) => boolean;
  /** Why, and what can be changed about it. */
  why: string;
  change: string;
  source: { certainty: Certainty; name: string; url: string };
}

const X64: readonly ComputerClass[] = ['uefi', 'secure-2011', 'secure-2023', 'mac-intel'];
const SECURE: readonly ComputerClass[] = ['secure-2011', 'secure-2023'];

const OVERVIEW = {
  name: 'Microsoft, Windows To Go overview',
  url: 'https://github.com/MicrosoftDocs/windows-itpro-docs/blob/public/windows/deployment/planning/windows-to-go-overview.md',
};
const UEFI = {
  name: 'UEFI specification 2.10, 3.5.1.1, Removable Media Boot Behavior',
  url: 'https://uefi.org/specs/UEFI/2.10/03_Boot_Manager.html',
};
const SECURE_BOOT = {
  name: 'UEFI specification 2.10, 32, Secure Boot and Driver Signing',
  url: 'https://uefi.org/specs/UEFI/2.10/32_Secure_Boot_and_Driver_Signing.html',
};
const REVOCATION = {
  name: 'Microsoft, Revoking vulnerable Windows boot managers',
  url: 'https://techcommunity.microsoft.com/t5/windows-it-pro-blog/revoking-vulnerable-windows-boot-managers/ba-p/4121735',
};

/** Windows 11 21H2 and 24H2. */
const FIRST_BUILD = { windows11: 22000, popcnt: 26100 };

/** What is known about which sticks start which computers. */
export const RULES: readonly Rule[] = [
  {
    id: 'check-failed',
    computers: computerClasses,
    effect: 'doubt',
    applies: ({ failedChecks }) => failedChecks.length > 0,
    why: 'A check of the stick failed.',
    change: 'Look at what failed, and repair the stick or make it again.',
    source: {
      certainty: 'documented',
      name: 'Sticksmith’s own checks',
      url: 'https://uefi.org/specs/UEFI/2.10/05_GUID_Partition_Table_Format.html',
    },
  },
  {
    id: 'no-x64-program',
    computers: X64,
    effect: 'obstacle',
    applies: ({ bootPrograms }) => bootPrograms.x64 === null,
    why: 'The stick has no boot program for 64-bit PCs (EFI\\Boot\\bootx64.efi).',
    change: 'Make it from an image of Windows for x64.',
    source: { certainty: 'specified', ...UEFI },
  },
  {
    id: 'no-ia32-program',
    computers: ['uefi-ia32'],
    effect: 'obstacle',
    applies: ({ bootPrograms }) => bootPrograms.ia32 === null,
    why: 'UEFI of 32 bits starts only programs of 32 bits, and the stick has none (EFI\\Boot\\bootia32.efi).',
    change: 'Nothing helps for Windows 11, which has no 32 bits. A Ventoy stick starts such a PC.',
    source: { certainty: 'documented', ...OVERVIEW },
  },
  {
    id: 'no-arm64-program',
    computers: ['arm64'],
    effect: 'obstacle',
    applies: ({ bootPrograms }) => bootPrograms.arm64 === null,
    why: 'The stick has no boot program for ARM (EFI\\Boot\\bootaa64.efi).',
    change: 'Make another stick from an image of Windows for ARM64.',
    source: { certainty: 'specified', ...UEFI },
  },
  {
    id: 'no-bios-start',
    computers: ['bios'],
    effect: 'obstacle',
    applies: ({ startsByBios }) => !startsByBios,
    why: 'The stick has nothing that a BIOS can start.',
    change: 'Make it with an MBR, which starts by BIOS and by UEFI.',
    source: { certainty: 'documented', ...OVERVIEW },
  },
  {
    id: 'unsigned',
    computers: SECURE,
    effect: 'obstacle',
    applies: (stick) => signerOf(stick) === 'unsigned',
    why: 'The boot program has no signature, and Secure Boot starts only signed ones.',
    change:
      'Turn Secure Boot off in the computer’s set-up, or make the stick from an original image.',
    source: { certainty: 'specified', ...SECURE_BOOT },
  },
  {
    id: 'signature-broken',
    computers: SECURE,
    effect: 'obstacle',
    applies: (stick) => signerOf(stick) === 'broken',
    why: 'The boot program is not what was signed: it was changed or damaged.',
    change: 'Repair the stick. If that doesn’t help, make it from another image.',
    source: { certainty: 'specified', ...SECURE_BOOT },
  },
  {
    id: 'signer-unknown',
    computers: SECURE,
    effect: 'obstacle',
    applies: (stick) => signerOf(stick) === 'other',
    why: 'The boot program is signed by somebody whose certificate computers don’t come with.',
    change: 'Add that certificate in the computer’s set-up, or turn Secure Boot off there.',
    source: { certainty: 'specified', ...SECURE_BOOT },
  },
  {
    id: 'needs-2023',
    computers: ['secure-2011'],
    effect: 'obstacle',
    applies: (stick) => ['windows-2023', 'third-party-2023'].includes(signerOf(stick) ?? ''),
    why: 'The boot program is signed with a certificate of 2023 that the computer doesn’t know.',
    change: 'Update the computer’s firmware or its Windows, which bring the certificate.',
    source: { certainty: 'documented', ...REVOCATION },
  },
  {
    id: 'revoked-2011',
    computers: ['secure-2023'],
    effect: 'doubt',
    applies: (stick) => signerOf(stick) === 'windows-2011',
    why: 'The boot manager is signed with the certificate of 2011. A computer that has revoked it refuses the stick.',
    change: 'Make the stick from an image that brings boot files of 2023.',
    source: { certainty: 'documented', ...REVOCATION },
  },
  {
    id: 'third-party',
    computers: SECURE,
    effect: 'doubt',
    applies: (stick) => (signerOf(stick) ?? '').startsWith('third-party'),
    why: 'The boot program is signed for other makers than Microsoft. Some computers don’t trust those until told to.',
    change: 'Allow Microsoft’s third-party certificate in the computer’s set-up.',
    source: {
      certainty: 'reported',
      name: 'shim, issue 825, and Microsoft’s Secure Boot objects, issue 422',
      url: 'https://github.com/microsoft/secureboot_objects/issues/422',
    },
  },
  {
    id: 'ventoy-enrolment',
    computers: SECURE,
    effect: 'step',
    applies: ({ system }) => system.kind === 'ventoy' && system.secureBoot,
    why: 'At the first start with Secure Boot the computer asks to enrol Ventoy’s key.',
    change: 'Choose “Enroll key from disk” there, once for each computer.',
    source: {
      certainty: 'documented',
      name: 'Ventoy, About Secure Boot in UEFI mode',
      url: 'https://www.ventoy.net/en/doc_secure.html',
    },
  },
  {
    id: 'windows-11-bios',
    computers: ['bios'],
    effect: 'doubt',
    applies: ({ system }) => isBuildFrom(system, FIRST_BUILD.windows11),
    why: 'Microsoft makes Windows 11 for UEFI only.',
    change: 'It may start nevertheless. Windows 10 is meant for such computers.',
    source: {
      certainty: 'documented',
      name: 'Microsoft, Windows 11 requirements',
      url: 'https://learn.microsoft.com/windows/whats-new/windows-11-requirements',
    },
  },
  {
    id: 'windows-11-processor',
    computers: ['bios'],
    effect: 'doubt',
    applies: ({ system }) => isBuildFrom(system, FIRST_BUILD.popcnt),
    why: 'Windows 11 from 24H2 on doesn’t start on processors without POPCNT and SSE 4.2, those before about 2009.',
    change: 'Use Windows 10 or Windows 11 23H2 for such computers.',
    source: {
      certainty: 'reported',
      name: 'Pureinfotech, Windows 11 24H2 will fail to boot in unsupported CPUs',
      url: 'https://pureinfotech.com/windows-11-24h2-fail-boot-unsupported-cpus/',
    },
  },
  {
    id: 'mac-unsupported',
    computers: ['mac-intel'],
    effect: 'doubt',
    applies: ({ system }) => system.kind === 'windows',
    why: 'Microsoft doesn’t support a portable Windows on Macs, and Windows lacks their drivers.',
    change: 'Hold the Option key while the Mac starts, and have Apple’s Boot Camp drivers at hand.',
    source: { certainty: 'documented', ...OVERVIEW },
  },
  {
    id: 'mac-security-chip',
    computers: ['mac-intel'],
    effect: 'step',
    applies: () => true,
    why: 'Macs of 2018 to 2020 with a T2 chip don’t start from sticks until told to.',
    change:
      'In macOS Recovery open Startup Security Utility and allow booting from external media.',
    source: {
      certainty: 'reported',
      name: 'AppleInsider, How to make new T2-secured Macs boot from external drives',
      url: 'https://appleinsider.com/articles/19/01/15/how-to-make-new-t2-secured-macs-boot-from-external-drives',
    },
  },
  {
    id: 'mac-apple-silicon',
    computers: ['mac-apple'],
    effect: 'obstacle',
    applies: () => true,
    why: 'Macs with Apple’s own processors start neither Windows nor Ventoy.',
    change: 'Use the image in a virtual machine there.',
    source: {
      certainty: 'reported',
      name: 'Wikipedia, Boot Camp (software)',
      url: 'https://en.wikipedia.org/wiki/Boot_Camp_(software)',
    },
  },
];

/** Who signed what a PC with Secure Boot starts; null when there is nothing to start. */
function signerOf({ bootPrograms }: StickAbilities): BootSigner | null {
  return bootPrograms.x64;
}

function isBuildFrom(system: StickAbilities['system'], first: number): boolean {
  return system.kind === 'windows' && (system.build ?? 0) >= first;
}

export function ruleOf(id: RuleId): Rule {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`there is no rule ${id}`);
  return rule;
}
