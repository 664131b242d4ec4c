import { bcdChecks } from './bcd-checks';
import { efiChecks } from './efi-checks';
import { exfatChecks } from './exfat-checks';
import type { Check } from './finding';
import { gptChecks } from './gpt-checks';
import { ntfsChecks } from './ntfs-checks';
import { vhdxChecks } from './vhdx-checks';

/** All questions, in the order in which a computer meets their subjects when it starts. */
export const CHECKS: readonly Check[] = [
  ...gptChecks,
  ...efiChecks,
  ...bcdChecks,
  ...vhdxChecks,
  ...ntfsChecks,
  ...exfatChecks,
];
