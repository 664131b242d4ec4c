import { z } from 'zod';
import { StickIdSchema } from './stick-id';
import { textUpTo } from './text';

/** Most UTF-16 units that the texts of an entry may have. */
export const DIARY_LIMITS = { label: 80, maker: 60, model: 80, code: 60, note: 1000 } as const;
/** A day. A Windows that takes longer has not started. */
export const MOST_SECONDS = 86_400;

/** What kind of computer it was, where that decides by which way it starts. */
export const ComputerKindSchema = z.enum([
  /** One with an Intel or AMD processor, and a firmware of its processor's width. */
  'pc',
  /** The same with UEFI of 32 bits. */
  'pc-ia32',
  'pc-arm64',
  'mac-intel',
  'mac-apple',
]);
export type ComputerKind = z.infer<typeof ComputerKindSchema>;

export const FirmwareSchema = z.enum(['uefi', 'bios', 'unknown']);
export type Firmware = z.infer<typeof FirmwareSchema>;

export const SecureBootSchema = z.enum(['on', 'off', 'unknown']);
export type SecureBoot = z.infer<typeof SecureBootSchema>;

export const DiaryResultSchema = z.enum(['started', 'started-with-trouble', 'did-not-start']);
export type DiaryResult = z.infer<typeof DiaryResultSchema>;

/** Where a stick really started or did not, as somebody saw it. */
export const DiaryEntrySchema = z
  .strictObject({
    /** What tells this entry from all others, on whichever computer it was written. */
    id: z.guid().transform((id) => id.toLowerCase()),
    stick: z.strictObject({
      id: StickIdSchema,
      /** What a person calls the stick, or its drive; may be empty. */
      label: textUpTo(DIARY_LIMITS.label),
    }),
    /** ISO 8601 in UTC: when it was noted. */
    when: z.iso.datetime(),
    computer: z.strictObject({
      kind: ComputerKindSchema,
      /** Empty where nobody said. */
      maker: textUpTo(DIARY_LIMITS.maker),
      model: textUpTo(DIARY_LIMITS.model).refine((model) => model !== '', 'a model is missing'),
    }),
    firmware: FirmwareSchema,
    secureBoot: SecureBootSchema,
    result: DiaryResultSchema,
    /** From switching on to the desktop; null where nobody looked at the clock, and where it did not start. */
    seconds: z.number().int().min(1).max(MOST_SECONDS).nullable(),
    /** The code of the error that was on the screen; empty where there was none. */
    code: textUpTo(DIARY_LIMITS.code),
    note: textUpTo(DIARY_LIMITS.note),
  })
  .refine(({ firmware, secureBoot }) => firmware !== 'bios' || secureBoot !== 'on', {
    path: ['secureBoot'],
    message: 'a BIOS has no Secure Boot',
  })
  .refine(({ result, seconds }) => result !== 'did-not-start' || seconds === null, {
    path: ['seconds'],
    message: 'what did not start took no time to the desktop',
  });
export type DiaryEntry = z.infer<typeof DiaryEntrySchema>;
