import { z } from 'zod';
import { CheckResultSchema } from './check';

/**
 * What a virtual computer begins with: UEFI, UEFI whose Secure Boot trusts Microsoft's keys and nothing else, or a BIOS.
 */
export const BootFirmwareSchema = z.enum(['uefi', 'secure', 'bios']);
export type BootFirmware = z.infer<typeof BootFirmwareSchema>;
export const bootFirmwares = BootFirmwareSchema.options;

export const bootFirmwareNames: Readonly<Record<BootFirmware, string>> = {
  uefi: 'UEFI',
  secure: 'UEFI and Secure Boot',
  bios: 'a BIOS',
};

/**
 * How a stick behaved in a virtual computer.
 * - `started`: the stand-ins of a practice Windows ran and found every file as it should be.
 * - `menu`: a boot menu of the stick's waits for a choice.
 * - `refused-by-secure-boot`: the firmware, or a loader that it trusts, refused a program of the stick's.
 * - `loader-failed`: a program of the stick's ran and said what is wrong.
 * - `no-boot`: the firmware found nothing on the stick that it could start.
 * - `timed-out`: the time allowed was over while firmware or stand-ins were still at work.
 * - `unknown`: something was started that says nothing which can be read, such as Windows itself.
 */
export const BootOutcomeSchema = z.enum([
  'started',
  'menu',
  'refused-by-secure-boot',
  'loader-failed',
  'no-boot',
  'timed-out',
  'unknown',
]);
export type BootOutcome = z.infer<typeof BootOutcomeSchema>;

/** Who said what the outcome was read from. */
export const BootProgramSchema = z.enum([
  'firmware',
  'shim',
  'boot-code',
  'windows-boot-manager',
  'ventoy',
  'grub',
  'practice-stand-in',
]);
export type BootProgram = z.infer<typeof BootProgramSchema>;

/** What the virtual computer's screen showed. */
export const BootPictureSchema = z.object({
  /** A PNG file in base64. */
  png: z.base64(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type BootPicture = z.infer<typeof BootPictureSchema>;

export const BootTestResultSchema = z.object({
  firmware: BootFirmwareSchema,
  outcome: BootOutcomeSchema,
  /** Null for an outcome that nobody told. */
  program: BootProgramSchema.nullable(),
  /** The error code that the program named, such as `0xc000000f` or Ventoy's `12`, in lower case. */
  code: z.string().nullable(),
  /** The lines that matter, for a person. */
  evidence: z.string(),
  /** What the serial port printed and then what a text screen showed last, as plain text. */
  transcript: z.string(),
  /** Null where nothing was ever to be seen, or no virtual computer was started. */
  picture: BootPictureSchema.nullable(),
  seconds: z.number().nonnegative(),
  /** Who executed the instructions: the processor, or an emulator. Null where no virtual computer was started. */
  accelerator: z.enum(['kvm', 'tcg']).nullable(),
});
export type BootTestResult = z.infer<typeof BootTestResultSchema>;

/** What a test boot shows, in sentences for a person. */
export const bootTestProves: readonly string[] = [
  'The firmware of a virtual computer finds the stick’s boot program as it would find it on a USB drive, and starts or refuses it.',
  'A practice stick’s stand-ins go the way of Windows’ boot programs and compare the hash of every file that they read.',
  'Not a byte on the drive is changed: it is opened for reading only, and what the virtual computer writes is thrown away.',
];

/** What a test boot doesn't show, in sentences for a person. */
export const bootTestDoesNotProve: readonly string[] = [
  'That Windows gets to its desktop: its boot manager draws its screens itself, so of those there is only the picture to look at.',
  'That the firmware, the USB ports and the other hardware of a real computer get on with the stick.',
  'That a computer’s own Secure Boot agrees: its list of keys and of withdrawn programs may be newer or older.',
  'That Ventoy starts an image that was chosen in its menu.',
];

/** One of the firmware kinds asked for, and what to think of it. */
export const BootTestSchema = z.object({
  firmware: BootFirmwareSchema,
  /** Null where this computer lacks what the test takes. */
  result: BootTestResultSchema.nullable(),
  /** `boot.uefi`, `boot.secure` or `boot.bios`. */
  check: CheckResultSchema,
});
export type BootTest = z.infer<typeof BootTestSchema>;

/** Of each kind of firmware the newest test counts. In the order of `bootFirmwares`. */
export function withBootTest(tests: readonly BootTest[], newest: BootTest): BootTest[] {
  const all = [...tests.filter(({ firmware }) => firmware !== newest.firmware), newest];
  const place = ({ firmware }: BootTest): number => bootFirmwares.indexOf(firmware);
  return all.sort((one, other) => place(one) - place(other));
}

/** What is told while a stick is tested. */
export const BootTestEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('boot-test-started'), firmware: BootFirmwareSchema }),
  z.object({ type: z.literal('boot-test-ended'), test: BootTestSchema }),
]);
export type BootTestEvent = z.infer<typeof BootTestEventSchema>;
