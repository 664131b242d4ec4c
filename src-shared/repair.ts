import { z } from 'zod';
import { CheckResultSchema } from './check';

/** From which of its two copies a partition table is rewritten: the one at the beginning of the disk, or at its end. */
const from = z.enum(['first', 'last']);

/** What is rewritten, and from what. */
export const RepairedPartSchema = z.discriminatedUnion('part', [
  z.object({
    part: z.enum(['ntfs-boot-sector', 'ntfs-boot-sector-copy']),
    /** Its number in the partition table, from 1. */
    partition: z.number().int().positive(),
  }),
  z.object({
    part: z.literal('efi-partition'),
    /** What is new in it, besides the volume itself. */
    contents: z.array(z.enum(['boot-files', 'uefi-store', 'bios-store'])),
  }),
  z.object({ part: z.enum(['backup-gpt', 'primary-gpt']), from }),
  z.object({ part: z.literal('protective-mbr') }),
  z.object({
    part: z.literal('mbr'),
    contents: z.array(z.enum(['active-partition', 'boot-code'])),
  }),
]);
export type RepairedPart = z.infer<typeof RepairedPartSchema>;

/** Where on the disk: bytes that are rewritten lie in here. */
export const RepairStepSchema = RepairedPartSchema.and(
  z.object({
    startByte: z.number().int().nonnegative(),
    bytes: z.number().int().positive(),
  }),
);
export type RepairStep = z.infer<typeof RepairStepSchema>;

/** What is done besides, what stays as it is, and what can’t be kept. */
export const RepairNoteSchema = z.discriminatedUnion('note', [
  z.object({ note: z.enum(['broken-off', 'efi-unreadable']) }),
  z.object({
    note: z.enum(['files-kept', 'uefi-entries-lost', 'bios-entries-lost']),
    count: z.number().int().positive(),
  }),
]);
export type RepairNote = z.infer<typeof RepairNoteSchema>;

/** What a repair would do, found out without changing anything. */
export const RepairOutlookSchema = z.object({
  before: z.array(CheckResultSchema),
  /** Nothing where all is well, or where nothing that is wrong can be repaired. */
  steps: z.array(RepairStepSchema),
  notes: z.array(RepairNoteSchema),
  /** The check of what the stick will be. */
  expected: z.array(CheckResultSchema),
});
export type RepairOutlook = z.infer<typeof RepairOutlookSchema>;

export const RepairReportSchema = z.object({
  /** Path of the target. */
  target: z.string(),
  before: z.array(CheckResultSchema),
  steps: z.array(RepairStepSchema),
  notes: z.array(RepairNoteSchema),
  after: z.array(CheckResultSchema),
  /** Bytes that differed and were written. */
  writtenBytes: z.number().int().nonnegative(),
  /** Bytes read back from the device and compared; 0 for an image file. */
  verifiedBytes: z.number().int().nonnegative(),
});
export type RepairReport = z.infer<typeof RepairReportSchema>;
