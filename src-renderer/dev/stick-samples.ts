import type { BootTest } from '../../src-shared/boot-test';
import type { CheckResult } from '../../src-shared/check';
import { predictStarts } from '../../src-shared/compatibility';
import type { RepairOutlook, RepairReport } from '../../src-shared/repair';
import type { StickCheck } from '../../src-shared/stick-check';
import { MiB } from '../../src-shared/units';
import { diaryEntries, kingston } from './samples';

/** Made-up checks, test boots and repairs of a stick that look like real ones. */

const STICK_ID = diaryEntries[0]?.stick.id ?? null;

const passed: CheckResult[] = [
  { id: 'gpt.primary', status: 'pass', evidence: 'Partition table at the beginning is whole' },
  { id: 'gpt.backup', status: 'pass', evidence: 'Its copy at the end equals it' },
  { id: 'efi.boot-file', status: 'pass', evidence: '/EFI/Boot/bootx64.efi, 1.6 MB, for x64' },
  { id: 'ntfs.boot-sector', status: 'pass', evidence: 'Boot sector and its copy are the same' },
];
const right: CheckResult = {
  id: 'bcd.readable',
  status: 'pass',
  evidence: '/EFI/Microsoft/Boot/BCD is a store with 3 entries',
};
const wrong: CheckResult = {
  id: 'bcd.readable',
  status: 'fail',
  evidence: '/EFI/Microsoft/Boot/BCD is no registry hive: it begins with zeros',
  next: 'Repair the stick.',
};
const unusual: CheckResult = {
  id: 'efi.signature',
  status: 'warn',
  evidence:
    'bootx64.efi is signed with Microsoft’s certificate of 2011, which newer computers may have revoked',
  next: 'Make the stick from a newer image.',
};

function checkOf(checks: CheckResult[]): StickCheck {
  return {
    target: kingston.path,
    checkedAt: '2026-03-05T09:30:00.000Z',
    checks,
    compatibility: predictStarts({
      system: { kind: 'windows', architecture: 'x64', build: 26100 },
      bootPrograms: { x64: 'windows-2011', ia32: null, arm64: null },
      startsByBios: false,
      failedChecks: checks.filter(({ status }) => status === 'fail').map(({ id }) => id),
    }),
    stickId: STICK_ID,
  };
}

export const soundCheck = checkOf([...passed, right]);
export const notedCheck = checkOf([...passed, right, unusual]);
export const brokenCheck = checkOf([...passed, wrong, unusual]);

const picture = {
  png: 'iVBORw0KGgoAAAANSUhEUgAAAKAAAABkAQAAAAApzQYiAAAASUlEQVR42mNgGAUDBb7vzS++V76BqoK0AEBbtr6vvvbd9nl13BcqCY5kAAkKUPQdoJogLQDUFlj0HaCGIK3yEbUFR8EoGAXYAQBi8oYpJTtlZQAAAABJRU5ErkJggg==',
  width: 160,
  height: 100,
};

/** One that started, one that was refused, and one that found nothing to start. */
export const bootTests: BootTest[] = [
  {
    firmware: 'uefi',
    result: {
      ...{ firmware: 'uefi', outcome: 'loader-failed', program: 'windows-boot-manager' },
      ...{ code: '0xc000000f', evidence: 'Status: 0xc000000f', transcript: '', picture },
      ...{ seconds: 41, accelerator: 'tcg' },
    },
    check: {
      ...{ id: 'boot.uefi', status: 'fail', evidence: 'Status: 0xc000000f (after 41 s)' },
      next: 'The boot program stopped with the error 0xc000000f. Make the stick again.',
    },
  },
  {
    firmware: 'secure',
    result: {
      ...{ firmware: 'secure', outcome: 'menu', program: 'grub', code: null, picture },
      ...{
        evidence: 'GNU GRUB\nWindows\nDebian\nMemory test\nFirmware setup',
        transcript: '',
        seconds: 63,
        accelerator: 'tcg',
      },
    },
    check: { id: 'boot.secure', status: 'pass', evidence: 'GNU GRUB (after 63 s)' },
  },
  {
    firmware: 'bios',
    result: {
      ...{ firmware: 'bios', outcome: 'no-boot', program: 'firmware', code: null, picture: null },
      ...{ evidence: 'No bootable device.', transcript: '', seconds: 12, accelerator: 'tcg' },
    },
    check: {
      ...{ id: 'boot.bios', status: 'warn', evidence: 'No bootable device. (after 12 s)' },
      next: 'A stick with a GPT starts computers with UEFI only. For those with a BIOS make it with an MBR (--scheme mbr).',
    },
  },
];

export const outlook: RepairOutlook = {
  before: brokenCheck.checks,
  steps: [
    {
      part: 'efi-partition',
      text: 'The EFI partition, made anew with the boot files of the stick’s own Windows 11 Pro and a new boot store',
      ...{ startByte: MiB, bytes: 300 * MiB },
    },
    {
      part: 'primary-gpt',
      text: 'The partition table at the beginning of the disk, from its copy at the end',
      ...{ startByte: 512, bytes: 33 * 512 },
    },
  ],
  notes: ['Files of other programs on the EFI partition stay: /EFI/tools/memtest.efi'],
  expected: notedCheck.checks,
};

export const nothingToRepair: RepairOutlook = {
  ...{ before: soundCheck.checks, expected: soundCheck.checks, steps: [], notes: [] },
};
export const notRepairable: RepairOutlook = {
  ...{ before: brokenCheck.checks, expected: brokenCheck.checks, steps: [], notes: [] },
};

export const repairReport: RepairReport = {
  target: kingston.path,
  ...{ before: outlook.before, steps: outlook.steps, notes: outlook.notes },
  after: outlook.expected,
  writtenBytes: 2_945_024,
  verifiedBytes: 2_945_024,
};
