import { WINDOWS_ALIGNMENT } from '../../../src-shared/layout';
import { MiB } from '../../../src-shared/units';
import { MBR_TYPE, findFat32BootCode, type BootCodeFound, type Mbr } from '../../disk';
import { BIOS_BOOT_MANAGER } from '../../guest';
import { SLOW, aligned, nameOf } from './alignment';
import { AGAIN, fail, pass, warn, type Check, type Finding } from './finding';
import type { Stick } from './stick';

/** For sticks with an MBR, which start computers with a BIOS, too. */
export const mbrChecks: Check[] = [
  {
    id: 'mbr.table',
    next: AGAIN,
    run: (stick) =>
      onMbr(stick, ({ problem, entries, diskSignature }) => {
        if (problem !== null) return fail(`Not valid: ${problem}`);
        if (diskSignature === 0) return fail('The drive has no signature that a store could name');
        return pass(`Valid, ${String(entries.length)} partitions, drive ${hex(diskSignature)}`);
      }),
  },
  {
    id: 'mbr.active-partition',
    next: 'A BIOS would not know what to start. Repair the stick.',
    run: (stick) => onMbr(stick, activePartition),
  },
  {
    id: 'mbr.efi-partition',
    next: AGAIN,
    run: (stick) =>
      onMbr(stick, () =>
        stick.efi
          ? pass(`The EFI system partition is ${nameOf(stick.efi.entry)}`)
          : fail('There is no FAT32 partition for boot managers'),
      ),
  },
  {
    id: 'mbr.windows-partition',
    next: AGAIN,
    run: (stick) =>
      onMbr(stick, () =>
        stick.windows
          ? pass(`The Windows partition is ${nameOf(stick.windows.entry)}`)
          : fail('There is no partition for Windows'),
      ),
  },
  {
    id: 'mbr.boot-code',
    next: 'A BIOS would start nothing; UEFI does without. Repair the stick.',
    run: (stick) => onMbr(stick, ({ bootCode }) => judge(bootCode, 'Sector 0')),
  },
  {
    id: 'mbr.boot-sector',
    next: 'A BIOS would not get to the boot manager; UEFI does without. Repair the stick.',
    async run({ mbr, efi }) {
      if (!mbr || !efi) return null;
      return judge(await findFat32BootCode(efi.source), `The start of ${nameOf(efi.entry)}`);
    },
  },
  {
    id: 'mbr.boot-manager',
    next: 'A BIOS would find no boot manager. Repair the stick.',
    async run({ mbr, efi }) {
      if (!mbr || !efi?.volume.ok) return null;
      const manager = await efi.volume.value.find(BIOS_BOOT_MANAGER);
      return manager && !manager.isDirectory && manager.size > 0
        ? pass(`${BIOS_BOOT_MANAGER} is there, ${String(manager.size)} bytes`)
        : fail(`There is no ${BIOS_BOOT_MANAGER}`);
    },
  },
  {
    id: 'mbr.alignment',
    next: SLOW,
    run: (stick) => onMbr(stick, ({ entries }) => aligned(entries, MiB, '1 MiB')),
  },
  {
    id: 'mbr.windows-alignment',
    next: SLOW,
    run: ({ mbr, windows }) =>
      mbr && windows && aligned([windows.entry], WINDOWS_ALIGNMENT, '4 MiB'),
  },
];

function judge(found: BootCodeFound, where: string): Finding {
  switch (found) {
    case 'own':
      return pass(`${where} holds boot code`);
    case 'damaged':
      return fail(`${where} holds boot code that is damaged`);
    case 'none':
      return fail(`${where} holds no boot code`);
    case 'foreign':
      return warn(`${where} holds another program’s boot code, which isn’t judged`);
  }
}

function activePartition({ entries }: Mbr): Finding {
  const active = entries.filter((entry) => entry.active);
  const [only, ...others] = active;
  if (!only) return fail('No partition is active');
  if (others.length > 0) return fail(`${String(active.length)} partitions are active`);
  return only.index === 0 && only.type === MBR_TYPE.fat32
    ? pass(`${nameOf(only)}, FAT32, is active`)
    : fail(`${nameOf(only)} is active, not the first one with the boot managers`);
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
