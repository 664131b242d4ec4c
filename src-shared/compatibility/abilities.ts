import { z } from 'zod';
import { ArchitectureSchema } from '../image';

/**
 * Who signed a boot program, as far as firmware cares. The certificates' names are Microsoft's: “Windows Production PCA
 * 2011” and “Windows UEFI CA 2023” sign boot managers of Windows, “Microsoft Corporation UEFI CA 2011” and
 * “Microsoft UEFI CA 2023” programs of others.
 */
export const BootSignerSchema = z.enum([
  'windows-2011',
  'windows-2023',
  'third-party-2011',
  'third-party-2023',
  /** By somebody whose certificate computers don't come with. */
  'other',
  'unsigned',
  /** There is a signature, and the program isn't what was signed. */
  'broken',
]);
export type BootSigner = z.infer<typeof BootSignerSchema>;

/** What of a finished stick decides which computers it starts. */
export const StickAbilitiesSchema = z.object({
  system: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('windows'),
      architecture: ArchitectureSchema,
      /** Such as 26100; null when it can't be read, as in a volume that is encrypted. */
      build: z.number().int().nullable(),
    }),
    z.object({ kind: z.literal('ventoy'), secureBoot: z.boolean() }),
  ]),
  /** Who signed the program that firmware of each kind looks for; null: there is none. */
  bootPrograms: z.object({
    x64: BootSignerSchema.nullable(),
    ia32: BootSignerSchema.nullable(),
    arm64: BootSignerSchema.nullable(),
  }),
  /** A BIOS finds boot code, and what that goes on with. */
  startsByBios: z.boolean(),
  /** Names of the checks that failed. */
  failedChecks: z.array(z.string()),
});
export type StickAbilities = z.infer<typeof StickAbilitiesSchema>;
