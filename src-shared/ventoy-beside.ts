import { z } from 'zod';
import { VentoyDataPartitionSchema } from './ventoy-stick';

/** Why Ventoy can't be put beside what is on a disk. */
export const BesideRefusalSchema = z.enum([
  'no-table',
  'table-damaged',
  'table-unusual',
  'table-full',
  'no-first-partition',
  'first-partition-place',
  'partition-before',
  'file-system',
  'file-system-damaged',
  'no-room',
  'too-full',
  'unclean',
  'not-opened',
]);
export type BesideRefusal = z.infer<typeof BesideRefusalSchema>;

/** For a person; each follows “Ventoy can’t be put beside what is there: ”, and has no full stop. */
export const besideRefusals: Record<BesideRefusal, string> = {
  'no-table': 'the drive has no table of partitions',
  'table-damaged': 'the table of partitions is damaged',
  'table-unusual': 'the table of partitions has an unusual form, which Ventoy would damage',
  'table-full': 'the table of partitions has no free entry',
  'no-first-partition': 'the first entry in the table of partitions is free',
  'first-partition-place': 'the first partition does not begin at 1 MiB',
  'partition-before': 'another partition lies before the first one in the table',
  'file-system': 'its first partition has a file system that Ventoy or this program can’t use',
  'file-system-damaged': 'the file system of its first partition is damaged',
  'no-room':
    'there is no room of 32 MiB behind the first partition, and only NTFS and ext2 to ext4 can be made smaller',
  'too-full': 'the first partition is too full to be made smaller by 32 MiB',
  unclean: 'the file system of its first partition was not closed properly',
  'not-opened': 'the file system of its first partition can’t be opened here',
};

/** Whether Ventoy could be put beside what is on a disk that has none, or why not. */
export const VentoyBesideSchema = z.discriminatedUnion('possible', [
  z.object({
    possible: z.literal(true),
    /** As it is now. */
    data: VentoyDataPartitionSchema,
    /** It has to give away 32 MiB; otherwise there is room behind it. */
    shrinks: z.boolean(),
    /** Bytes that files can take in it once Ventoy has what it needs. */
    freeBytes: z.number(),
  }),
  z.object({
    possible: z.literal(false),
    reason: BesideRefusalSchema,
    /** What was found in particular, for a person; empty where the reason says it all. */
    detail: z.string(),
  }),
]);
export type VentoyBeside = z.infer<typeof VentoyBesideSchema>;
export type BesideRefused = Extract<VentoyBeside, { possible: false }>;

/** A reason in words, with what was found in particular. */
export function besideRefusalText({ reason, detail }: BesideRefused): string {
  return detail === '' ? besideRefusals[reason] : `${besideRefusals[reason]} (${detail})`;
}
