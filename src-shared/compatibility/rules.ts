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
  /** `url`: null for what this project itself says. */
  source: { certainty: Certainty; name: string; url: string | null };
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
    source: {
      certainty: 'documented',
      name: 'Sticksmith’s checks, docs/checks.md',
      url: null,
    },
  },
  {
    id: 'no-x64-program',
    computers: X64,
    effect: 'obstacle',
    applies: ({ bootPrograms }) => bootPrograms.x64 === null,
    source: { certainty: 'specified', ...UEFI },
  },
  {
    id: 'no-ia32-program',
    computers: ['uefi-ia32'],
    effect: 'obstacle',
    applies: ({ bootPrograms }) => bootPrograms.ia32 === null,
    source: { certainty: 'documented', ...OVERVIEW },
  },
  {
    id: 'no-arm64-program',
    computers: ['arm64'],
    effect: 'obstacle',
    applies: ({ bootPrograms }) => bootPrograms.arm64 === null,
    source: { certainty: 'specified', ...UEFI },
  },
  {
    id: 'no-bios-start',
    computers: ['bios'],
    effect: 'obstacle',
    applies: ({ startsByBios }) => !startsByBios,
    source: { certainty: 'documented', ...OVERVIEW },
  },
  {
    id: 'unsigned',
    computers: SECURE,
    effect: 'obstacle',
    applies: (stick) => signerOf(stick) === 'unsigned',
    source: { certainty: 'specified', ...SECURE_BOOT },
  },
  {
    id: 'signature-broken',
    computers: SECURE,
    effect: 'obstacle',
    applies: (stick) => signerOf(stick) === 'broken',
    source: { certainty: 'specified', ...SECURE_BOOT },
  },
  {
    id: 'signer-unknown',
    computers: SECURE,
    effect: 'obstacle',
    applies: (stick) => signerOf(stick) === 'other',
    source: { certainty: 'specified', ...SECURE_BOOT },
  },
  {
    id: 'needs-2023',
    computers: ['secure-2011'],
    effect: 'obstacle',
    applies: (stick) => ['windows-2023', 'third-party-2023'].includes(signerOf(stick) ?? ''),
    source: { certainty: 'documented', ...REVOCATION },
  },
  {
    id: 'revoked-2011',
    computers: ['secure-2023'],
    effect: 'doubt',
    applies: (stick) => signerOf(stick) === 'windows-2011',
    source: { certainty: 'documented', ...REVOCATION },
  },
  {
    id: 'third-party',
    computers: SECURE,
    effect: 'doubt',
    applies: (stick) => (signerOf(stick) ?? '').startsWith('third-party'),
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
    source: { certainty: 'documented', ...OVERVIEW },
  },
  {
    id: 'mac-security-chip',
    computers: ['mac-intel'],
    effect: 'step',
    applies: () => true,
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
    source: {
      certainty: 'reported',
      name: 'Wikipedia, Boot Camp (software)',
      url: 'https://en.wikipedia.org/wiki/Boot_Camp_%28software%29',
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
