import type { RuleId } from './rules';

/** Why a rule speaks against a start, and what can be changed about it. Languages other than English have their own. */
export const ruleTexts: Record<RuleId, { why: string; change: string }> = {
  'check-failed': {
    why: 'A check of the stick failed.',
    change: 'Look at what failed, and repair the stick or make it again.',
  },
  'no-x64-program': {
    why: 'The stick has no boot program for 64-bit PCs (EFI\\Boot\\bootx64.efi).',
    change: 'Make it from an image of Windows for x64.',
  },
  'no-ia32-program': {
    why: 'UEFI of 32 bits starts only programs of 32 bits, and the stick has none (EFI\\Boot\\bootia32.efi).',
    change: 'Nothing helps for Windows 11, which has no 32 bits. A Ventoy stick starts such a PC.',
  },
  'no-arm64-program': {
    why: 'The stick has no boot program for ARM (EFI\\Boot\\bootaa64.efi).',
    change: 'Make another stick from an image of Windows for ARM64.',
  },
  'no-bios-start': {
    why: 'The stick has nothing that a BIOS can start.',
    change: 'Make it with an MBR, which starts by BIOS and by UEFI.',
  },
  unsigned: {
    why: 'The boot program has no signature, and Secure Boot starts only signed ones.',
    change:
      'Turn Secure Boot off in the computer’s set-up, or make the stick from an original image.',
  },
  'signature-broken': {
    why: 'The boot program is not what was signed: it was changed or damaged.',
    change: 'Repair the stick. If that doesn’t help, make it from another image.',
  },
  'signer-unknown': {
    why: 'The boot program is signed by somebody whose certificate computers don’t come with.',
    change: 'Add that certificate in the computer’s set-up, or turn Secure Boot off there.',
  },
  'needs-2023': {
    why: 'The boot program is signed with a certificate of 2023 that the computer doesn’t know.',
    change: 'Update the computer’s firmware or its Windows, which bring the certificate.',
  },
  'revoked-2011': {
    why: 'The boot manager is signed with the certificate of 2011. A computer that has revoked it refuses the stick.',
    change: 'Make the stick from an image that brings boot files of 2023.',
  },
  'third-party': {
    why: 'The boot program is signed for other makers than Microsoft. Some computers don’t trust those until told to.',
    change: 'Allow Microsoft’s third-party certificate in the computer’s set-up.',
  },
  'ventoy-enrolment': {
    why: 'At the first start with Secure Boot the computer asks to enrol Ventoy’s key.',
    change: 'Choose “Enroll key from disk” there, once for each computer.',
  },
  'windows-11-bios': {
    why: 'Microsoft makes Windows 11 for UEFI only.',
    change: 'It may start nevertheless. Windows 10 is meant for such computers.',
  },
  'windows-11-processor': {
    why: 'Windows 11 from 24H2 on doesn’t start on processors without POPCNT and SSE 4.2, those before about 2009.',
    change: 'Use Windows 10 or Windows 11 23H2 for such computers.',
  },
  'mac-unsupported': {
    why: 'Microsoft doesn’t support a portable Windows on Macs, and Windows lacks their drivers.',
    change: 'Hold the Option key while the Mac starts, and have Apple’s Boot Camp drivers at hand.',
  },
  'mac-security-chip': {
    why: 'Macs of 2018 to 2020 with a T2 chip don’t start from sticks until told to.',
    change:
      'In macOS Recovery open Startup Security Utility and allow booting from external media.',
  },
  'mac-apple-silicon': {
    why: 'Macs with Apple’s own processors start neither Windows nor Ventoy.',
    change: 'Use the image in a virtual machine there.',
  },
};
