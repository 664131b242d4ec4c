import { z } from 'zod';

/** 64 small hexadecimal digits. */
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The computers that Ventoy's two release packages are made for. */
export const VentoyPlatformSchema = z.enum(['linux', 'windows']);
export type VentoyPlatform = z.infer<typeof VentoyPlatformSchema>;

/**
 * A version as Ventoy writes it, `1.1.17`, perhaps with a word behind it. It becomes part of file names, so it holds no
 * other characters.
 */
export const VentoyVersionSchema = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,4}){1,3}([-.]?[A-Za-z0-9]{1,16})?$/);

/** Compares versions such as `1.1.17` by their numbers: below 0 when the first is the older one. */
export function compareVentoyVersions(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** What a release archive says of itself, found without unpacking it. */
export const VentoyPackageSchema = z.object({
  /** Absolute, with links resolved. */
  path: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  sha256: Sha256,
  /** What the hash was compared with: one that a person gave, `sha256.txt` beside the archive, or nothing. */
  hash: z.enum(['given', 'beside', 'none']),
  version: VentoyVersionSchema,
  platform: VentoyPlatformSchema,
  /** Name of the archive's top folder. */
  folder: z.string(),
});
export type VentoyPackage = z.infer<typeof VentoyPackageSchema>;

/** A release package of which this program keeps a copy. */
export const KeptVentoyPackageSchema = z.object({
  path: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  sha256: Sha256,
  version: VentoyVersionSchema,
  platform: VentoyPlatformSchema,
  /** When it was taken in; ISO 8601. */
  keptAt: z.iso.datetime(),
});
export type KeptVentoyPackage = z.infer<typeof KeptVentoyPackageSchema>;
