import { z } from 'zod';

/** Kinds of computer that a stick may be plugged into, as far as it matters to whether it starts. */
export const ComputerClassSchema = z.enum([
  /** A PC with 64 bits and UEFI that checks no signatures. */
  'uefi',
  /** Secure Boot with the certificates of 2011 only: a PC from before 2024 that got no new ones. */
  'secure-2011',
  /** Secure Boot with the certificates of 2023; the one of 2011 for Windows may have been revoked. */
  'secure-2023',
  /** A PC that starts by a BIOS, or by the compatibility module of a UEFI. */
  'bios',
  /** UEFI of 32 bits: small tablets and notebooks of about 2013 to 2015. */
  'uefi-ia32',
  /** A PC with an ARM processor of 64 bits. */
  'arm64',
  'mac-intel',
  /** A Mac with a processor of Apple's own. */
  'mac-apple',
]);
export type ComputerClass = z.infer<typeof ComputerClassSchema>;
export const computerClasses = ComputerClassSchema.options;

/** For the command line and saved reports; the wizard has words of its own. */
export const computerNames: Record<ComputerClass, string> = {
  uefi: 'PC with UEFI, Secure Boot off',
  'secure-2011': 'PC with Secure Boot, certificates of 2011 only',
  'secure-2023': 'PC with Secure Boot, certificates of 2023',
  bios: 'Older PC with a BIOS',
  'uefi-ia32': 'Tablet or small PC with 32-bit UEFI',
  arm64: 'PC with an ARM processor',
  'mac-intel': 'Mac with an Intel processor',
  'mac-apple': 'Mac with an Apple processor',
};
