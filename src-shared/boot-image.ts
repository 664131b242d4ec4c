import { z } from 'zod';
import { ArchitectureSchema, EditionSchema } from './image';

/** What Ventoy takes a file for. It goes by the end of the name alone, in capitals or not. */
export const BootImageKindSchema = z.enum(['iso', 'wim', 'img', 'vhd', 'vhdx', 'efi', 'vtoy']);
export type BootImageKind = z.infer<typeof BootImageKindSchema>;

/** What Ventoy would take a file of this name for; null when it would not list it. */
export function bootImageKind(name: string): BootImageKind | null {
  const extension = /[^/\\]\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return BootImageKindSchema.options.find((kind) => kind === extension) ?? null;
}

/** Files below this many bytes are not listed by Ventoy. */
export const SMALLEST_BOOT_IMAGE_BYTES = 32 * 1024;

/**
 * What starts from an image, as far as it matters to what Ventoy does with it: systems of one family find their
 * persistent storage the same way.
 */
export const BootFamilySchema = z.enum([
  'windows',
  /** With casper: Ubuntu and its flavours, Mint, Zorin, elementary. */
  'ubuntu',
  /** With live-boot: Debian live and what is made of it, but not Kali. */
  'debian-live',
  'kali',
  'mx',
  'antix',
  'arch',
  'kaos',
  'manjaro',
  /** A live system of dracut: Fedora, RHEL, Rocky, openEuler. */
  'fedora',
  'opensuse',
  'systemrescue',
  'gentoo',
  'memtest',
  'other',
]);
export type BootFamily = z.infer<typeof BootFamilySchema>;

/** Whether firmware of a kind finds something to start. Null: the image doesn't tell. */
export const BootStartsSchema = z.object({
  bios: z.boolean().nullable(),
  uefi: z.object({
    x64: z.boolean().nullable(),
    ia32: z.boolean().nullable(),
    aa64: z.boolean().nullable(),
  }),
});
export type BootStarts = z.infer<typeof BootStartsSchema>;

/** What a person should know before an image goes onto a stick. */
export const BootImageNoteCodeSchema = z.enum([
  'below-32-kib',
  'iso-named-img',
  'no-boot-program',
  'no-partition-table',
  'windows-not-read',
  'differencing-disk',
]);
export type BootImageNoteCode = z.infer<typeof BootImageNoteCodeSchema>;

export const BootImageNoteSchema = z.object({
  code: BootImageNoteCodeSchema,
  /** What exactly was found, for a person; may be empty. */
  detail: z.string(),
});
export type BootImageNote = z.infer<typeof BootImageNoteSchema>;

/** One sentence for each note, for where no translation is at hand. */
export const bootImageNotes: Record<BootImageNoteCode, string> = {
  'below-32-kib': 'It is smaller than 32 KiB, and Ventoy doesn’t list such files.',
  'iso-named-img': 'It is a disc image. With a name that ends in .iso, Ventoy starts it as one.',
  'no-boot-program': 'Nothing was found in it that a computer could start.',
  'no-partition-table': 'It has no partition table, so it may not be the image of a disk.',
  'windows-not-read': 'It looks like a disc of Windows, but its editions can’t be read.',
  'differencing-disk':
    'It holds only the changes to another virtual disk, and doesn’t start alone.',
};

/** A file that Ventoy can start, as `readBootImage` found it. */
export const BootImageSchema = z.object({
  path: z.string(),
  /** The file's name without its folder. */
  name: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  kind: BootImageKindSchema,
  family: BootFamilySchema,
  /** What a person would call it, such as `Ubuntu 24.04.1 LTS`; null when the image doesn't tell. */
  title: z.string().nullable(),
  /** Such as `24.04.1`. */
  version: z.string().nullable(),
  architecture: ArchitectureSchema,
  /** Volume identifier of the primary volume descriptor, else the label of its UDF. */
  volumeId: z.string().nullable(),
  /** Whether a whole system starts from it, rather than an installer or a tool. Null: the image doesn't tell. */
  live: z.boolean().nullable(),
  starts: BootStartsSchema,
  /** For discs and images of Windows; without editions when they can't be read. */
  windows: z.object({ editions: z.array(EditionSchema) }).nullable(),
  /** For VHD and VHDX: whether the file has its full size already, and the bytes of the disk inside. */
  virtualDisk: z
    .object({
      type: z.enum(['fixed', 'dynamic', 'differencing']),
      bytes: z.number().int().nonnegative(),
    })
    .nullable(),
  notes: z.array(BootImageNoteSchema),
});
export type BootImage = z.infer<typeof BootImageSchema>;
