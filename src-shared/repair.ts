import { z } from 'zod';
import { CheckResultSchema } from './check';

/** The parts of a stick that a repair can rewrite, in the order in which it does. */
export const repairParts = [
  'ntfs-boot-sector',
  'ntfs-boot-sector-copy',
  'efi-partition',
  'backup-gpt',
  'primary-gpt',
  'protective-mbr',
  'mbr',
] as const;

export const RepairStepSchema = z.object({
  part: z.enum(repairParts),
  /** What is rewritten and from what, for a person. */
  text: z.string(),
  /** Where on the disk: bytes that are rewritten lie in here. */
  startByte: z.number().int().nonnegative(),
  bytes: z.number().int().positive(),
});
export type RepairStep = z.infer<typeof RepairStepSchema>;

/** What a repair would do, found out without changing anything. */
export const RepairOutlookSchema = z.object({
  before: z.array(CheckResultSchema),
  /** Nothing where all is well, or where nothing that is wrong can be repaired. */
  steps: z.array(RepairStepSchema),
  /** What stays as it is, and what can’t be kept, for a person. */
  notes: z.array(z.string()),
  /** The check of what the stick will be. */
  expected: z.array(CheckResultSchema),
});
export type RepairOutlook = z.infer<typeof RepairOutlookSchema>;

export const RepairReportSchema = z.object({
  /** Path of the target. */
  target: z.string(),
  before: z.array(CheckResultSchema),
  steps: z.array(RepairStepSchema),
  notes: z.array(z.string()),
  after: z.array(CheckResultSchema),
  /** Bytes that differed and were written. */
  writtenBytes: z.number().int().nonnegative(),
  /** Bytes read back from the device and compared; 0 for an image file. */
  verifiedBytes: z.number().int().nonnegative(),
});
export type RepairReport = z.infer<typeof RepairReportSchema>;
