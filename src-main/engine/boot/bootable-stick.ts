import type { FatVolume } from '../../disk';
import { REMOVABLE_BOOT_FILE } from '../../guest';
import type { ByteSource } from '../../io';
import { readVentoyLayout } from '../../ventoy';
import { readStick } from '../check';

/** What has to be known of a stick to judge what it did in a virtual computer. */
export type BootableStick =
  | { kind: 'ventoy' }
  | {
      kind: 'windows';
      /** At least one copy of a GPT is whole: then there is nothing for a BIOS. */
      hasGpt: boolean;
      /** Its boot program is a stand-in of a practice Windows, which nobody signed. */
      practice: boolean;
      /** What the stand-ins can't look into: a virtual disk that Windows lies in, or an encrypted volume. */
      closed: 'virtual-disk' | 'encrypted' | null;
    };

/** Boot managers have 1 to 3 MiB. */
const MAXIMUM_PROGRAM_BYTES = 32 * 1024 * 1024;
/** Begins each line that a stand-in prints, so that it is in its program. */
const STAND_IN_MARK = 'STICKSMITH-PRACTICE';

/** Throws only when the disk can't be read. */
export async function readBootableStick(disk: ByteSource): Promise<BootableStick> {
  if (await readVentoyLayout(disk)) return { kind: 'ventoy' };
  const { table, efi, container, bitLocker } = await readStick(disk);
  return {
    kind: 'windows',
    hasGpt: table !== null,
    practice: efi?.volume.ok === true && (await holdsStandIn(efi.volume.value)),
    closed: container ? 'virtual-disk' : bitLocker ? 'encrypted' : null,
  };
}

async function holdsStandIn(volume: FatVolume): Promise<boolean> {
  const path = REMOVABLE_BOOT_FILE.x64;
  const entry = await volume.find(path);
  if (!entry || entry.isDirectory || entry.size > MAXIMUM_PROGRAM_BYTES) return false;
  return (await volume.readFile(path, MAXIMUM_PROGRAM_BYTES)).includes(STAND_IN_MARK);
}
