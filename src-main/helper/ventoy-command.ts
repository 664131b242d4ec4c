import { z } from 'zod';
import { MiB } from '../../src-shared/units';

/**
 * A label that Ventoy2Disk.sh takes as it is. It hands its arguments on unquoted (`$*`), so that a blank
 * would begin another argument, which could name another disk, and `*`, `?` and `[` would name files.
 * exFAT has room for 11 UTF-16 code units (exFAT specification, section 7.3).
 */
const LabelSchema = z
  .string()
  .min(1)
  .max(11)
  .regex(/^[^-\s*?[\]\\\p{C}][^\s*?[\]\\\p{C}]*$/u, 'not a label that Ventoy’s program can take');

/** What Ventoy2Disk.sh is to do with a disk. */
export const VentoyCommandSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('install'),
    scheme: z.enum(['mbr', 'gpt']),
    secureBoot: z.boolean(),
    /** Bytes after the partitions that stay free; whole MiB. */
    reserveBytes: z.number().int().nonnegative().multipleOf(MiB),
    label: LabelSchema,
  }),
  z.strictObject({ do: z.literal('beside'), secureBoot: z.boolean() }),
  z.strictObject({ do: z.literal('update'), secureBoot: z.boolean() }),
]);
export type VentoyCommand = z.infer<typeof VentoyCommandSchema>;

/**
 * The arguments of Ventoy2Disk.sh. Whether Secure Boot is supported is always said: left out, an update
 * turns it on.
 */
export function ventoyArguments(command: VentoyCommand, disk: string): string[] {
  return [...optionsOf(command), command.secureBoot ? '-s' : '-S', disk];
}

function optionsOf(command: VentoyCommand): string[] {
  switch (command.do) {
    case 'install': {
      const { scheme, reserveBytes, label } = command;
      const style = scheme === 'gpt' ? ['-g'] : [];
      const reserve = reserveBytes > 0 ? ['-r', String(reserveBytes / MiB)] : [];
      return ['-I', ...style, ...reserve, '-L', label];
    }
    case 'beside':
      return ['-i', '-n'];
    case 'update':
      return ['-u'];
  }
}
