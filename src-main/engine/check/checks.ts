import { bcdChecks, biosBcdChecks } from './bcd-checks';
import { bitLockerChecks } from './bitlocker-checks';
import { efiChecks } from './efi-checks';
import { exfatChecks } from './exfat-checks';
import type { Check } from './finding';
import { gptChecks } from './gpt-checks';
import { mbrChecks } from './mbr-checks';
import { ntfsChecks } from './ntfs-checks';
import { vhdxChecks } from './vhdx-checks';
import { driverChecks } from './driver-checks';
import { hiveChecks } from './hive-checks';
import { loaderChecks } from './program-checks';
import { windowsChecks } from './windows-checks';

/** All questions, in the order in which a computer meets their subjects when it starts. */
export const CHECKS: readonly Check[] = [
  ...gptChecks.map(withoutMbr),
  ...mbrChecks,
  ...efiChecks,
  ...bcdChecks,
  ...biosBcdChecks,
  ...vhdxChecks,
  ...bitLockerChecks,
  ...ntfsChecks,
  ...loaderChecks,
  ...hiveChecks,
  ...driverChecks,
  ...windowsChecks,
  ...exfatChecks,
];

/** A stick has a GPT or an MBR, and the questions of one make no sense of the other. */
function withoutMbr(check: Check): Check {
  return { ...check, run: (stick) => (stick.mbr ? null : check.run(stick)) };
}
