import { z } from 'zod';

export const ArchitectureSchema = z.enum(['x64', 'arm64', 'x86', 'arm', 'unknown']);
export type Architecture = z.infer<typeof ArchitectureSchema>;

/** One Windows inside a WIM, as its XML describes it. */
export const EditionSchema = z.object({
  /** Image index, from 1. */
  index: z.number().int().positive(),
  /** DISPLAYNAME, else NAME, else `Image N`. */
  name: z.string(),
  description: z.string().nullable(),
  /** EDITIONID, such as `Core`, `Professional`, `Education`. */
  editionId: z.string().nullable(),
  architecture: ArchitectureSchema,
  /** `10.0.22631.2861`, or null when the XML names none. */
  version: z.string().nullable(),
  build: z.number().int().nullable(),
  languages: z.array(z.string()),
  defaultLanguage: z.string().nullable(),
  /** TOTALBYTES: unpacked size in bytes, hard links counted once each. */
  totalBytes: z.number().int().nonnegative(),
  fileCount: z.number().int().nonnegative(),
  directoryCount: z.number().int().nonnegative(),
  /** `WINDOWS` node present: an installed Windows, not Setup's own image or data. */
  windows: z.boolean(),
});
export type Edition = z.infer<typeof EditionSchema>;

/** Core, CoreN, CoreSingleLanguage and CoreCountrySpecific are the editions called Home. */
export function isHome({ editionId }: Edition): boolean {
  return /^Core(N|SingleLanguage|CountrySpecific)?$/i.test(editionId ?? '');
}

export const WimKindSchema = z.enum(['wim', 'esd', 'swm']);

/** Where the WIM that will be applied lies. */
export const WimLocationSchema = z.object({
  kind: WimKindSchema,
  /** Path inside the ISO with `/`, or null when the image file itself is the WIM. */
  insideIso: z.string().nullable(),
  /** Bytes of all parts together. */
  sizeBytes: z.number().int().nonnegative(),
  /** Names of the parts of a split set, in order; one name for a whole WIM. Paths in the ISO, or file paths. */
  parts: z.array(z.string()).min(1),
  compression: z.enum(['none', 'xpress', 'lzx', 'lzms', 'unknown']),
  /** Solid resources, as in an ESD: applying needs more memory. */
  solid: z.boolean(),
});
export type WimLocation = z.infer<typeof WimLocationSchema>;

export const ImageInfoSchema = z.object({
  path: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  container: z.enum(['iso', 'wim']),
  /** Volume label of the ISO. */
  label: z.string().nullable(),
  wim: WimLocationSchema,
  editions: z.array(EditionSchema).min(1),
  /** The kinds of stick this image can become. */
  kinds: z.array(z.enum(['windows-to-go', 'ventoy'])),
});
export type ImageInfo = z.infer<typeof ImageInfoSchema>;

/** Outcome of comparing the image's hash with what is known about it. */
export const HashVerdictSchema = z.discriminatedUnion('verdict', [
  z.object({
    verdict: z.literal('match'),
    sha256: z.string(),
    by: z.enum(['pasted', 'file', 'trusted']),
  }),
  z.object({
    verdict: z.literal('mismatch'),
    sha256: z.string(),
    expected: z.string(),
    by: z.enum(['pasted', 'file']),
  }),
  z.object({ verdict: z.literal('unknown'), sha256: z.string() }),
]);
export type HashVerdict = z.infer<typeof HashVerdictSchema>;
