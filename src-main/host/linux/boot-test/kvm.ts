import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { BootFirmware } from '../../../../src-shared/boot-test';

/**
 * The firmware with which it has been tried in vain. Found out once: the answer doesn't change while this program runs. Some
 * processors and virtual ones come to a halt in a BIOS's 16-bit code, after it has printed its first lines, so that it isn't
 * tried there at all.
 */
const triedInVain = new Set<BootFirmware>(['bios']);

/** Whether the processor itself may execute a virtual computer's instructions, as far as can be told without trying. */
export async function kvmMayWork(firmware: BootFirmware): Promise<boolean> {
  if (triedInVain.has(firmware)) return false;
  return access('/dev/kvm', constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Notes that it has been tried. */
export function kvmWorksNot(firmware: BootFirmware): void {
  triedInVain.add(firmware);
}
