import { z } from 'zod';
import type { StickReport } from '../job';
import type { WholeVentoyLayout } from '../ventoy-stick';

/**
 * What tells a stick from others for as long as it isn't made anew: `gpt:` and the GUID of its disk, `mbr:` and the eight
 * hexadecimal digits of its signature, or `ventoy:` and the 32 digits by which Ventoy knows its own. All lower case.
 */
export const StickIdSchema = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .regex(
        /^(gpt:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mbr:[0-9a-f]{8}|ventoy:[0-9a-f]{32})$/,
        'a stick is named by gpt: and a GUID, mbr: and 8 digits, or ventoy: and 32 digits',
      )
      .refine((id) => !/:[0-]+$/.test(id), 'nothing but zeros tells no stick from another'),
  );
export type StickId = z.infer<typeof StickIdSchema>;

/** A disk without an identifier of its own, which is all zeros then, has none: null. */
export function stickIdOfDisk(disk: StickReport['disk']): StickId | null {
  return checked(disk.scheme === 'gpt' ? `gpt:${disk.guid}` : `mbr:${disk.signature}`);
}

/** Ventoy's updates keep it, and so does its changing the table's signature. */
export function stickIdOfVentoy({ diskUuid }: Pick<WholeVentoyLayout, 'diskUuid'>): StickId | null {
  return checked(`ventoy:${diskUuid}`);
}

function checked(text: string): StickId | null {
  return StickIdSchema.safeParse(text).data ?? null;
}
