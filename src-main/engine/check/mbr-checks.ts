import { sentence, type Sentence } from '../../../src-shared/findings';
import { WINDOWS_ALIGNMENT } from '../../../src-shared/layout';
import { MiB } from '../../../src-shared/units';
import { MBR_TYPE, findFat32BootCode, type BootCodeFound, type Mbr } from '../../disk';
import { BIOS_BOOT_MANAGER } from '../../guest';
import { aligned, nameOf } from './alignment';
import { fail, pass, type Check, type Finding } from './finding';
import type { Stick } from './stick';

/** For sticks with an MBR, which start computers with a BIOS, too. */
export const mbrChecks: Check[] = [
  {
    id: 'mbr.table',
    next: 'next.again',
    run: (stick) =>
      onMbr(stick, ({ problem, entries, diskSignature }) => {
        if (problem !== null) return fail('table.damaged', { problem });
        if (diskSignature === 0) return fail('mbr.table.no-signature');
        return pass('mbr.table.valid', { count: entries.length, signature: hex(diskSignature) });
      }),
  },
  {
    id: 'mbr.active-partition',
    next: 'next.mbr.active-partition',
    run: (stick) => onMbr(stick, activePartition),
  },
  {
    id: 'mbr.efi-partition',
    next: 'next.again',
    run: (stick) =>
      onMbr(stick, () =>
        stick.efi
          ? pass('table.efi-partition', { partition: nameOf(stick.efi.entry) })
          : fail('mbr.efi-partition.missing'),
      ),
  },
  {
    id: 'mbr.windows-partition',
    next: 'next.again',
    run: (stick) =>
      onMbr(stick, () =>
        stick.windows
          ? pass('table.windows-partition', { partition: nameOf(stick.windows.entry) })
          : fail('table.no-windows-partition'),
      ),
  },
  {
    id: 'mbr.boot-code',
    next: 'next.mbr.boot-code',
    run: (stick) =>
      onMbr(stick, ({ bootCode }) => judge(bootCode, sentence(`mbr.boot-code.${bootCode}`))),
  },
  {
    id: 'mbr.boot-sector',
    next: 'next.mbr.boot-sector',
    async run({ mbr, efi }) {
      if (!mbr || !efi) return null;
      const partition = nameOf(efi.entry);
      const found = await findFat32BootCode(efi.source);
      return judge(found, sentence(`mbr.boot-sector.${found}`, { partition }));
    },
  },
  {
    id: 'mbr.boot-manager',
    next: 'next.mbr.boot-manager',
    async run({ mbr, efi }) {
      if (!mbr || !efi?.volume.ok) return null;
      const manager = await efi.volume.value.find(BIOS_BOOT_MANAGER);
      return manager && !manager.isDirectory && manager.size > 0
        ? pass('file.there', { path: BIOS_BOOT_MANAGER, bytes: manager.size })
        : fail('mbr.boot-manager.missing', { path: BIOS_BOOT_MANAGER });
    },
  },
  {
    id: 'mbr.alignment',
    next: 'next.slow',
    run: (stick) => onMbr(stick, ({ entries }) => aligned(entries, MiB, '1 MiB')),
  },
  {
    id: 'mbr.windows-alignment',
    next: 'next.slow',
    run: ({ mbr, windows }) =>
      mbr && windows && aligned([windows.entry], WINDOWS_ALIGNMENT, '4 MiB'),
  },
];

const bootCodeStatus = {
  own: 'pass',
  damaged: 'fail',
  none: 'fail',
  foreign: 'warn',
} as const satisfies Record<BootCodeFound, Finding['status']>;

function judge(found: BootCodeFound, evidence: Sentence): Finding {
  return { status: bootCodeStatus[found], evidence };
}

function activePartition({ entries }: Mbr): Finding {
  const active = entries.filter((entry) => entry.active);
  const [only, ...others] = active;
  if (!only) return fail('partition.none-active');
  if (others.length > 0) return fail('mbr.active-partition.several', { count: active.length });
  return only.index === 0 && only.type === MBR_TYPE.fat32
    ? pass('mbr.active-partition.right', { partition: nameOf(only) })
    : fail('mbr.active-partition.other', { partition: nameOf(only) });
}

function onMbr(
  { mbr }: Stick,
  look: (mbr: Mbr) => Finding | Promise<Finding>,
): Finding | null | Promise<Finding> {
  return mbr && look(mbr);
}

function hex(signature: number): string {
  return signature.toString(16).padStart(8, '0');
}
