import { z } from 'zod';
import { StickErrorDataSchema, StickStateSchema } from './errors';
import { MBR_LIMIT_BYTES, WINDOWS_ALIGNMENT, type StickLayout } from './layout';
import { PhaseTimingSchema } from './timing';
import { MiB, SECTOR, alignDown } from './units';
import { ExfatLabelSchema } from './volume-label';

/** What the one partition is called when nobody says otherwise. */
export const DEFAULT_ORDINARY_LABEL = 'USB DRIVE';

/** How a drive becomes an ordinary one again: one partition with exFAT on all of it. */
export const RestoreWishesSchema = z.strictObject({
  /** Empty for none. */
  label: ExfatLabelSchema,
  /** Null: an MBR, which cameras, televisions and old computers read, and a GPT for what an MBR can't name. */
  scheme: z.enum(['mbr', 'gpt']).nullable(),
});
export type RestoreWishes = z.infer<typeof RestoreWishesSchema>;

/** A drive that is an ordinary one again. Sizes and places in bytes. */
export const RestoredDriveSchema = z.object({
  target: z.string(),
  targetBytes: z.number(),
  scheme: z.enum(['mbr', 'gpt']),
  partition: z.object({ startByte: z.number(), bytes: z.number() }),
  /** Empty for none. */
  label: z.string(),
  /** For files. */
  freeBytes: z.number(),
  writtenBytes: z.number(),
  /** Read back from the drive and compared. */
  verifiedBytes: z.number(),
});
export type RestoredDrive = z.infer<typeof RestoredDriveSchema>;

/** What was done, for the screen, for `--json` and for saving. */
export const RestoreReportSchema = z.object({
  /** Name and version. */
  program: z.string(),
  /** ISO 8601. */
  startedAt: z.string(),
  finishedAt: z.string(),
  /** Those that were finished, at least one. */
  drives: z.array(RestoredDriveSchema),
  failed: z.array(z.object({ target: z.string(), error: StickErrorDataSchema })),
  timings: z.array(PhaseTimingSchema),
});
export type RestoreReport = z.infer<typeof RestoreReportSchema>;

/** What came of one drive that a person had erased in the window. A cancellation may come when its content is gone. */
export const RestoreOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done'), drive: RestoredDriveSchema }),
  z.object({ outcome: z.literal('cancelled'), stick: StickStateSchema }),
]);
export type RestoreOutcome = z.infer<typeof RestoreOutcomeSchema>;

/** Less than this is no drive for files: exFAT's own structures take MiBs. */
export const MINIMUM_ORDINARY_BYTES = 16 * MiB;
/** Left free at the end: a GPT's second copy, and alignment. */
const TAIL_BYTES = MiB;

export type OrdinaryLayoutProblem =
  { problem: 'too-small'; neededBytes: number } | { problem: 'mbr-too-small' };

/**
 * One partition for files, from the first boundary of an erase block to the last MiB. The layout has it in the role `shared`,
 * which every kind of table lists as one for exFAT and no firmware starts from.
 */
export function ordinaryLayout(
  diskBytes: number,
  asked: RestoreWishes['scheme'],
): StickLayout | OrdinaryLayoutProblem {
  if (diskBytes < MINIMUM_ORDINARY_BYTES) {
    return { problem: 'too-small', neededBytes: MINIMUM_ORDINARY_BYTES };
  }
  const end = alignDown(diskBytes - TAIL_BYTES, MiB);
  const scheme = asked ?? (end > MBR_LIMIT_BYTES ? 'gpt' : 'mbr');
  if (scheme === 'mbr' && end > MBR_LIMIT_BYTES) return { problem: 'mbr-too-small' };
  return {
    scheme,
    diskSectors: Math.floor(diskBytes / SECTOR),
    partitions: [
      {
        role: 'shared',
        startLba: WINDOWS_ALIGNMENT / SECTOR,
        sectors: (end - WINDOWS_ALIGNMENT) / SECTOR,
      },
    ],
    vhdx: null,
  };
}
