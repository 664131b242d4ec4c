import type { BootTest } from '../../src-shared/boot-test';
import { checkResult, type CheckResult } from '../../src-shared/check';
import { predictStarts } from '../../src-shared/compatibility';
import { sentence } from '../../src-shared/findings';
import type { RepairOutlook, RepairReport } from '../../src-shared/repair';
import type { StickCheck } from '../../src-shared/stick-check';
import { MiB } from '../../src-shared/units';
import { diaryEntries, kingston } from './samples';

/** Made-up checks, test boots and repairs of a stick that look like real ones. */

const STICK_ID = diaryEntries[0]?.stick.id ?? null;

const store = '/EFI/Microsoft/Boot/BCD';
const bootFile = '/EFI/Boot/bootx64.efi';

const passed: CheckResult[] = [
  checkResult('gpt.primary', 'pass', sentence('gpt.copy.valid', { count: 2, sector: 1 }), null),
  checkResult('gpt.agreement', 'pass', sentence('gpt.agreement.same'), null),
  checkResult('efi.boot-file', 'pass', sentence('efi.boot-file.right', { paths: bootFile }), null),
  checkResult('ntfs.boot-sector-copy', 'pass', sentence('ntfs.boot-sector-copy.same'), null),
];
const right = checkResult(
  'bcd.store',
  'pass',
  sentence('bcd.store.there', { path: store, count: 19 }),
  null,
);
const wrong = checkResult(
  'bcd.store',
  'fail',
  sentence('bcd.store.missing', { path: store, problem: 'it begins with zeros' }),
  sentence('next.repair'),
);
const unusual = checkResult(
  'efi.signature',
  'warn',
  sentence('signature.missing', { programs: bootFile }),
  sentence('next.efi.signature'),
);

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
    check: checkResult(
      'boot.uefi',
      'fail',
      sentence('boot.seen', { lines: 'Status: 0xc000000f', seconds: 41 }),
      sentence('next.boot.stopped', { code: '0xc000000f' }),
    ),
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
    check: checkResult(
      'boot.secure',
      'pass',
      sentence('boot.seen', { lines: 'GNU GRUB', seconds: 63 }),
      null,
    ),
  },
  {
    firmware: 'bios',
    result: {
      ...{ firmware: 'bios', outcome: 'no-boot', program: 'firmware', code: null, picture: null },
      ...{ evidence: 'No bootable device.', transcript: '', seconds: 12, accelerator: 'tcg' },
    },
    check: checkResult(
      'boot.bios',
      'warn',
      sentence('boot.seen', { lines: 'No bootable device.', seconds: 12 }),
      sentence('next.boot.uefi-only'),
    ),
  },
];

export const outlook: RepairOutlook = {
  before: brokenCheck.checks,
  steps: [
    {
      part: 'efi-partition',
      contents: ['boot-files', 'uefi-store'],
      ...{ startByte: MiB, bytes: 300 * MiB },
    },
    {
      part: 'primary-gpt',
      from: 'last',
      ...{ startByte: 512, bytes: 33 * 512 },
    },
  ],
  notes: [{ note: 'files-kept', count: 3 }],
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
