import { WINDOWS_ALIGNMENT } from '../../../src-shared/layout';
import { MiB } from '../../../src-shared/units';
import type { GptProblem, GptTable } from '../../disk';
import { aligned, nameOf } from './alignment';
import { fail, pass, type Check, type Finding } from './finding';

export const gptChecks: Check[] = [
  {
    id: 'gpt.protective-mbr',
    next: 'next.repair',
    run: ({ gpt }) =>
      gpt.protectiveMbr ? pass('gpt.protective-mbr.there') : fail('gpt.protective-mbr.missing'),
  },
  { id: 'gpt.primary', next: 'next.repair', run: ({ gpt }) => copyOfTable(gpt.primary) },
  { id: 'gpt.backup', next: 'next.repair', run: ({ gpt }) => copyOfTable(gpt.backup) },
  {
    id: 'gpt.agreement',
    next: 'next.repair',
    run({ gpt }) {
      if ('problem' in gpt.primary || 'problem' in gpt.backup) return null;
      return gpt.agree ? pass('gpt.agreement.same') : fail('gpt.agreement.different');
    },
  },
  {
    id: 'gpt.efi-partition',
    next: 'next.again',
    run({ table, efi }) {
      if (!table) return null;
      return efi
        ? pass('table.efi-partition', { partition: nameOf(efi.entry) })
        : fail('gpt.efi-partition.missing');
    },
  },
  {
    id: 'gpt.windows-partition',
    next: 'next.again',
    run({ table, windows }) {
      if (!table) return null;
      return windows
        ? pass('table.windows-partition', { partition: nameOf(windows.entry) })
        : fail('table.no-windows-partition');
    },
  },
  {
    id: 'gpt.alignment',
    next: 'next.slow',
    run: ({ table }) => table && aligned(table.entries, MiB, '1 MiB'),
  },
  {
    id: 'gpt.windows-alignment',
    next: 'next.slow',
    run: ({ windows }) => windows && aligned([windows.entry], WINDOWS_ALIGNMENT, '4 MiB'),
  },
];

function copyOfTable(copy: GptTable | GptProblem): Finding {
  if ('problem' in copy) return fail('table.damaged', { problem: copy.problem });
  return pass('gpt.copy.valid', { count: copy.entries.length, sector: copy.headerLba });
}
