import { WINDOWS_ALIGNMENT } from '../../../src-shared/layout';
import { MiB } from '../../../src-shared/units';
import type { GptProblem, GptTable } from '../../disk';
import { SLOW, aligned, nameOf } from './alignment';
import { AGAIN, REPAIR, fail, pass, type Check, type Finding } from './finding';

export const gptChecks: Check[] = [
  {
    id: 'gpt.protective-mbr',
    next: REPAIR,
    run: ({ gpt }) =>
      gpt.protectiveMbr
        ? pass('Sector 0 protects the partition table from old programs')
        : fail('Sector 0 is no protective MBR, so firmware may not see a partition table'),
  },
  { id: 'gpt.primary', next: REPAIR, run: ({ gpt }) => copyOfTable(gpt.primary) },
  { id: 'gpt.backup', next: REPAIR, run: ({ gpt }) => copyOfTable(gpt.backup) },
  {
    id: 'gpt.agreement',
    next: REPAIR,
    run({ gpt }) {
      if ('problem' in gpt.primary || 'problem' in gpt.backup) return null;
      return gpt.agree
        ? pass('Both copies of the partition table say the same')
        : fail('The two copies of the partition table contradict each other');
    },
  },
  {
    id: 'gpt.efi-partition',
    next: AGAIN,
    run({ table, efi }) {
      if (!table) return null;
      return efi
        ? pass(`The EFI system partition is ${nameOf(efi.entry)}`)
        : fail('There is no EFI system partition');
    },
  },
  {
    id: 'gpt.windows-partition',
    next: AGAIN,
    run({ table, windows }) {
      if (!table) return null;
      return windows
        ? pass(`The Windows partition is ${nameOf(windows.entry)}`)
        : fail('There is no partition for Windows');
    },
  },
  {
    id: 'gpt.alignment',
    next: SLOW,
    run: ({ table }) => table && aligned(table.entries, MiB, '1 MiB'),
  },
  {
    id: 'gpt.windows-alignment',
    next: SLOW,
    run: ({ windows }) => windows && aligned([windows.entry], WINDOWS_ALIGNMENT, '4 MiB'),
  },
];

function copyOfTable(copy: GptTable | GptProblem): Finding {
  if ('problem' in copy) return fail(`Not valid: ${copy.problem}`);
  return pass(
    `Valid, ${String(copy.entries.length)} partitions, header in sector ${String(copy.headerLba)}`,
  );
}
