import type { DiaryEntry } from '../../src-shared/diary';
import type { AnswerNote } from '../../src-shared/answer-notes';
import type { BuildCacheState, CachedBuild } from '../../src-shared/build-cache';
import { checkResult } from '../../src-shared/check';
import { predictStarts } from '../../src-shared/compatibility';
import type { Drive, JudgedDrive } from '../../src-shared/drive';
import type { DriveTestResult } from '../../src-shared/drive-test';
import type { StickErrorData } from '../../src-shared/errors';
import type { DriverPackage, DriverReport } from '../../src-shared/drivers';
import { sentence } from '../../src-shared/findings';
import type { Edition, ImageInfo } from '../../src-shared/image';
import {
  type JobState,
  type Phase,
  type Progress,
  type WindowsReport,
  type StickReport,
  type TargetProgress,
  waitingTarget,
} from '../../src-shared/job';
import { simulatedTimings } from '../../src-shared/timing/testing';
import type { WindowsContents } from '../../src-shared/windows-contents';

const BOOT_FILE = '/EFI/Boot/bootx64.efi';
const STICK_GUID = '4b1a1d0e-6d2c-4c8e-9f57-0d8b2ad0f2a1';

/** Made-up drives, images and jobs that look like real ones. */

const plainDrive: Drive = {
  path: '/dev/sdb',
  sizeBytes: 57_743_769_600,
  serial: '60A44C413AE8E411B9A20034',
  vendor: 'Kingston',
  model: 'DataTraveler 3.0',
  bus: 'usb',
  removable: true,
  readOnly: false,
  sectorBytes: 512,
  system: false,
  mountPoints: [],
  partitions: [
    {
      path: '/dev/sdb1',
      sizeBytes: 57_741_672_448,
      fileSystem: 'exFAT',
      label: 'FOTOS',
      mountPoints: ['/media/mara/FOTOS'],
    },
  ],
  deviceNumbers: ['8:16', '8:17'],
};

export const kingston = plainDrive;

export const emptyCard: Drive = {
  ...plainDrive,
  path: '/dev/mmcblk0',
  sizeBytes: 127_865_454_592,
  vendor: null,
  model: 'SD128',
  serial: null,
  bus: 'mmc',
  partitions: [],
  deviceNumbers: ['179:0'],
};

export const longNamed: Drive = {
  ...plainDrive,
  path: '/dev/sdc',
  sizeBytes: 1_000_204_886_016,
  vendor: 'Samsung Electronics',
  model: 'Portable SSD T7 Shield Limited Anniversary Edition “Größe 移动固态硬盘”',
  serial: 'S6XJNS0W',
  partitions: ['Backup of the whole family since 2009', 'Arbeit', '照片', 'swap', 'root'].map(
    (label, index) => ({
      path: `/dev/sdc${String(index + 1)}`,
      sizeBytes: 200e9,
      fileSystem: index === 0 ? 'NTFS' : null,
      label,
      mountPoints: [],
    }),
  ),
  deviceNumbers: ['8:32'],
};

const systemDrive: Drive = {
  ...plainDrive,
  path: '/dev/nvme0n1',
  sizeBytes: 512_110_190_592,
  vendor: null,
  model: 'WDC PC SN530',
  bus: 'nvme',
  removable: false,
  system: true,
};

export const offered = (drive: Drive): JudgedDrive => ({ drive, reasons: [] });
const internal: JudgedDrive = { drive: systemDrive, reasons: ['system', 'not-removable'] };
const small: JudgedDrive = {
  drive: { ...plainDrive, path: '/dev/sdd', sizeBytes: 8_004_304_896, model: 'Old Stick' },
  reasons: ['read-only', 'too-small'],
};

export const driveLists = {
  none: [],
  onlyInternal: [internal],
  one: [offered(kingston), internal],
  many: [offered(kingston), offered(emptyCard), offered(longNamed), internal, small],
  onWindows: [
    offered({ ...kingston, path: '\\\\.\\PhysicalDrive1', notes: ['bitlocker-locked'] }),
    offered({ ...emptyCard, path: '\\\\.\\PhysicalDrive2', notes: ['offline', 'bitlocker'] }),
    {
      drive: { ...systemDrive, path: '\\\\.\\PhysicalDrive0', notes: ['bitlocker'] },
      reasons: ['system', 'not-removable'],
    },
  ],
} satisfies Record<string, JudgedDrive[]>;

function edition(index: number, name: string, editionId: string, gigabytes: number): Edition {
  return {
    index,
    name,
    description: name,
    editionId,
    architecture: 'x64',
    version: '10.0.26100.4349',
    build: 26100,
    languages: ['en-GB'],
    defaultLanguage: 'en-GB',
    totalBytes: gigabytes * 1e9,
    fileCount: 98_000,
    directoryCount: 24_000,
    windows: true,
  };
}

export const windows11: ImageInfo = {
  path: '/home/mara/Downloads/Win11_24H2_EnglishInternational_x64.iso',
  sizeBytes: 5_460_387_840,
  container: 'iso',
  label: 'CCCOMA_X64FRE_EN-GB_DV9',
  wim: {
    kind: 'wim',
    insideIso: 'sources/install.wim',
    sizeBytes: 4_513_000_000,
    parts: ['sources/install.wim'],
    compression: 'lzx',
    solid: false,
  },
  editions: [
    edition(1, 'Windows 11 Home', 'Core', 18.3),
    edition(2, 'Windows 11 Home N', 'CoreN', 17.6),
    edition(3, 'Windows 11 Home Single Language', 'CoreSingleLanguage', 18.3),
    edition(4, 'Windows 11 Education', 'Education', 18.9),
    edition(5, 'Windows 11 Pro', 'Professional', 18.7),
    { ...edition(6, 'Windows Setup', '', 2), windows: false },
  ],
  kinds: ['windows-to-go', 'ventoy'],
};

export const sha256 = 'b56b911bf18a2ceaeb3904d87e7c770bdf92d3099599d61ac2497b91bf190b11';

export function progress(phase: Phase, part: number, overall: number): Progress {
  const totalBytes = 19_700_000_000;
  return {
    phase,
    target: phase === 'writing' || phase === 'verifying' ? '/dev/sdb' : null,
    doneBytes: Math.round(totalBytes * part),
    totalBytes,
    bytesPerSecond: phase === 'preparing' ? null : 61_300_000,
    overall,
    secondsLeft: phase === 'preparing' ? null : Math.round((1 - overall) * 900),
  };
}

/** Eight drives, as somebody has who makes sticks for a class: most of one make, one with a long name. */
export const eightDrives: Drive[] = Array.from({ length: 8 }, (_, index) => ({
  ...(index === 5 ? longNamed : kingston),
  path: `/dev/sd${'bcdefghi'.charAt(index)}`,
  serial: `60A44C413AE8E411B9A2000${String(index)}`,
  partitions: [],
}));

/** The drive is not what it claims, and its writing fails. */
export const mismatch: StickErrorData = {
  code: 'verify/mismatch',
  params: {
    target: '/dev/sdd',
    offset: 7_969_177_600,
    cause: 'the drive may hold less than it claims',
  },
  stick: 'unfinished',
  detail: 'chunk 1900 at 7969177600: found other data',
};

/** A row of a job: at a part of a phase, or `waiting`, `finished`, `failed`. */
export function row(
  { path }: { path: string },
  at: 'waiting' | 'finished' | 'failed' | [Phase, number],
): TargetProgress {
  const still = waitingTarget(path);
  if (at === 'waiting') return still;
  if (at === 'finished') return { ...still, state: 'finished', overall: 1 };
  if (at === 'failed') {
    const params = { ...mismatch.params, target: path };
    return { ...still, state: 'failed', overall: 0.4, error: { ...mismatch, params } };
  }
  const [phase, overall] = at;
  return {
    ...still,
    state: 'working',
    phase,
    doneBytes: 19.7e9 * overall,
    totalBytes: 19.7e9,
    bytesPerSecond: phase === 'flushing' ? null : 41_300_000,
    overall,
    secondsLeft: phase === 'resuming' ? null : (1 - overall) * 1100,
  };
}

export function running(
  phase: Phase,
  part: number,
  overall: number,
  targets: TargetProgress[] = [row(kingston, [phase, overall])],
): JobState {
  return {
    state: 'running',
    progress: progress(phase, part, overall),
    targets,
    log: [
      { level: 'info', text: 'Work folder: /home/mara/.cache/sticksmith' },
      { level: 'info', text: 'SHA-256 is as expected' },
      { level: 'warn', text: 'One file name is longer than 255 characters and was skipped' },
    ],
  };
}

function stickReport(target: string, verifiedBytes: number, failing: boolean): StickReport {
  return {
    target,
    computerName: null,
    targetBytes: kingston.sizeBytes,
    disk: { scheme: 'gpt', guid: STICK_GUID },
    partitions: [],
    writtenBytes: 19_702_345_728,
    verifiedBytes,
    resumedBytes: 0,
    bitLocker: null,
    checks: [
      checkResult('gpt.primary', 'pass', sentence('gpt.copy.valid', { count: 2, sector: 1 }), null),
      checkResult('gpt.agreement', 'pass', sentence('gpt.agreement.same'), null),
      checkResult(
        'efi.boot-file',
        'pass',
        sentence('efi.boot-file.right', { paths: BOOT_FILE }),
        null,
      ),
      failing
        ? checkResult(
            'bcd.device',
            'fail',
            sentence('bcd.device.none'),
            sentence('next.bcd.device'),
          )
        : checkResult('bcd.device', 'pass', sentence('bcd.device.right', { count: 5 }), null),
      checkResult(
        'efi.signature',
        'warn',
        sentence('signature.missing', { programs: BOOT_FILE }),
        sentence('next.efi.signature'),
      ),
    ],
    compatibility: predictStarts({
      system: { kind: 'windows', architecture: 'x64', build: 26100 },
      bootPrograms: { x64: 'windows-2011', ia32: null, arm64: null },
      startsByBios: false,
      failedChecks: failing ? ['bcd.device'] : [],
    }),
  };
}

export function report(target: string, verifiedBytes: number, failing: boolean): WindowsReport {
  return {
    version: 5,
    kind: 'windows-to-go',
    program: 'Sticksmith 0.1.0',
    startedAt: '2025-11-23T10:00:00Z',
    finishedAt: '2025-11-23T10:14:20Z',
    image: { path: windows11.path, sizeBytes: windows11.sizeBytes, sha256, hashExpected: true },
    edition: { index: 5, name: 'Windows 11 Pro', version: '10.0.26100.4349' },
    windows: { drivers: null, answerNotes: [] },
    sticks: [stickReport(target, verifiedBytes, failing)],
    failed: [],
    fromCache: false,
    timings: simulatedTimings([
      ['hashing', null, [[14, windows11.sizeBytes / 14]]],
      ['building', null, [[212, 18.7e9 / 212]]],
      ['writing', target, [[391, 19.7e9 / 391]]],
      ['verifying', target, [[205, verifiedBytes / 205]]],
    ]),
  };
}

/** A stick with a name, drivers and a person's own answer file. */
export function reportOfSetUp(): WindowsReport {
  const usual = report('/dev/sdb', 19_702_345_728, false);
  return {
    ...usual,
    sticks: usual.sticks.map((stick) => ({ ...stick, computerName: 'LOANER-07' })),
    windows: {
      drivers: driversFound,
      answerNotes: [
        {
          kind: 'file-wins',
          choice: 'timeZone',
          pass: 'oobeSystem',
          setting: 'Microsoft-Windows-Shell-Setup/TimeZone',
        },
        { kind: 'pass-not-run', pass: 'windowsPE' },
      ],
    },
  };
}

/** The same report of sticks that were encrypted, each with a key of its own. */
export function encrypted(plain: WindowsReport): WindowsReport {
  return {
    ...plain,
    sticks: plain.sticks.map((stick, index) => {
      const recoveryKeyId = `5F2C81A0-93D4-4B7E-A1C6-${String(index + 1).padStart(12, '0')}`;
      const recoveryKeyFile = `/home/mara/Documents/BitLocker Recovery Key ${recoveryKeyId}.TXT`;
      const freeSpace = 'zeroed' as const;
      return {
        ...stick,
        bitLocker: {
          by: 'sticksmith',
          cipher: 'xts-aes-128',
          recoveryKeyId,
          recoveryKeyFile,
          freeSpace,
        },
      };
    }),
  };
}

/** Several drives of one job, of which some failed. */
export function reportOfSeveral(
  finished: readonly Drive[],
  failed: readonly Drive[],
): WindowsReport {
  return {
    ...report('/dev/sdb', 19_702_345_728, false),
    sticks: finished.map(({ path }) => stickReport(path, 19_702_345_728, false)),
    failed: failed.map(({ path }) => ({
      target: path,
      error: { ...mismatch, params: { ...mismatch.params, target: path } },
    })),
    fromCache: true,
  };
}

/** What a test found on the usual drive, with something else about it. */
export function testOf(change: Partial<DriveTestResult> = {}): DriveTestResult {
  return {
    target: kingston.path,
    claimedBytes: kingston.sizeBytes,
    sequentialWrite: 96_400_000,
    sequentialRead: 141_000_000,
    randomWrite: 1_270_000,
    firstLostByte: null,
    provenBytes: kingston.sizeBytes,
    seconds: 12,
    ...change,
  };
}

function build(index: number, edition: string, image: string, inUse = false): CachedBuild {
  return {
    key: String(index).repeat(64),
    edition,
    image,
    bytes: 9.4e9 - index * 1e8,
    madeAt: '2025-11-02T18:20:00Z',
    usedAt: `2025-11-${String(20 - index).padStart(2, '0')}T09:15:00Z`,
    inUse,
  };
}

/** A number of kept builds, the first in use. */
export function buildCache(count: number): BuildCacheState {
  const builds = [
    build(1, 'Windows 11 Pro', 'Win11_24H2_EnglishInternational_x64.iso', true),
    build(2, 'Windows 11 Education', 'Win11_24H2_EnglishInternational_x64.iso'),
    build(
      3,
      'Windows 11 Enterprise LTSC 2024 für Unternehmen mit Volumenlizenz, 企业长期服务渠道',
      'de-de_windows_11_enterprise_ltsc_2024_x64_dvd_mit_einem_sehr_langen_namen.iso',
    ),
  ].slice(0, count);
  return {
    folder: '/home/mara/.cache/sticksmith/builds',
    budgetBytes: 32e9,
    usedBytes: builds.reduce((sum, { bytes }) => sum + bytes, 0),
    builds,
  };
}

const networkDriver: DriverPackage = {
  inf: 'Intel/WiFi/Netwtw14.inf',
  provider: 'Intel',
  className: 'Net',
  classGuid: '{4d36e972-e325-11ce-bfc1-08002be10318}',
  version: '23.40.0.4',
  date: '2024-03-12',
  architectures: ['x64'],
  catalog: 'Netwtw14.cat',
  files: 9,
  bytes: 24_600_000,
  bootCritical: false,
};

export const driverFolder = '/home/mara/drivers/Latitude 5450';

/** A folder in which most drivers fit, one is needed for the stick, and some can't be used. */
export const driversFound: DriverReport = {
  folder: driverFolder,
  taken: [
    networkDriver,
    {
      ...networkDriver,
      inf: 'ASMedia/asmtxhci.inf',
      provider: 'ASMedia Technology Inc.',
      className: 'USB',
      version: '1.16.61.1',
      files: 3,
      bytes: 1_200_000,
      bootCritical: true,
    },
    { ...networkDriver, inf: 'Realtek/hdxrt.inf', provider: 'Realtek', className: 'MEDIA' },
  ],
  refused: [
    { inf: 'Old/e1000.inf', reason: 'unsigned', detail: '' },
    { inf: 'Intel/Graphics/iigd_dch.inf', reason: 'files-missing', detail: 'igdkmd64.sys' },
    { inf: 'Qualcomm/qcwlan.inf', reason: 'wrong-architecture', detail: 'arm64' },
  ],
  totalBytes: 50_400_000,
};

export const driversRefused: DriverReport = { ...driversFound, taken: [], totalBytes: 0 };

const someApps = [
  ['Clipchamp.Clipchamp', 'Microsoft Clipchamp'],
  ['Microsoft.BingNews', 'News'],
  ['Microsoft.BingWeather', 'MSN Weather'],
  ['Microsoft.DesktopAppInstaller', 'App Installer'],
  ['Microsoft.GamingApp', 'Xbox'],
  ['Microsoft.Paint', 'Paint'],
  ['Microsoft.OutlookForWindows', 'Outlook for Windows'],
  ['Microsoft.WindowsCalculator', 'Windows Calculator'],
  ['Microsoft.WindowsStore', 'Microsoft Store'],
  ['Microsoft.YourPhone', 'Phone Link'],
] as const;
const someFeatures = [
  ['Microsoft-Hyper-V-All', 'Hyper-V', false],
  ['NetFx3', '.NET Framework 3.5 (includes .NET 2.0 and 3.0)', false],
  ['Printing-PrintToPDFServices-Features', 'Microsoft Print to PDF', true],
  ['SMB1Protocol', 'SMB 1.0/CIFS File Sharing Support', false],
  ['WorkFolders-Client', null, true],
] as const;

/** An edition's own lists, with so many more entries that they have to be searched. */
export function windowsContents(more: number): WindowsContents {
  const numbers = Array.from({ length: more }, (_, index) => String(index + 1).padStart(3, '0'));
  return {
    apps: [
      ...someApps.map(([name, displayName]) => ({ name, displayName, version: '1.0' })),
      ...numbers.map((number) => ({
        name: `Contoso.Application${number}`,
        displayName: `Contoso application ${number} with quite a long name`,
        version: null,
      })),
    ],
    features: [
      ...someFeatures.map(([name, displayName, enabled]) => ({ name, displayName, enabled })),
      ...numbers.map((number) => ({
        name: `Contoso-Feature-${number}`,
        displayName: `Feature ${number}`,
        enabled: null,
      })),
    ],
  };
}

/** What an answer file of somebody's own may have to be said about it. */
export const answerNotes: AnswerNote[] = [
  {
    kind: 'file-wins',
    choice: 'timeZone',
    pass: 'oobeSystem',
    setting: 'Microsoft-Windows-Shell-Setup/TimeZone',
  },
  { kind: 'pass-not-run', pass: 'windowsPE' },
];

/** Of the stick in `report`, newest first. */
export const diaryEntries: DiaryEntry[] = [
  {
    id: 'c0a8012e-0000-4000-8000-000000000003',
    stick: { id: `gpt:${STICK_GUID}`, label: 'Kingston DataTraveler 3.0' },
    when: '2026-03-04T17:20:00.000Z',
    computer: { kind: 'pc', maker: 'Hewlett-Packard', model: 'EliteBook 840 G3' },
    firmware: 'uefi',
    secureBoot: 'on',
    result: 'did-not-start',
    seconds: null,
    code: '0xc0000428',
    note: 'Went back to the boot menu after the message. The firmware is from 2019.',
  },
  {
    id: 'c0a8012e-0000-4000-8000-000000000002',
    stick: { id: `gpt:${STICK_GUID}`, label: 'Kingston DataTraveler 3.0' },
    when: '2026-03-03T08:05:00.000Z',
    computer: { kind: 'pc', maker: 'Lenovo', model: 'ThinkPad T480' },
    firmware: 'uefi',
    secureBoot: 'off',
    result: 'started',
    seconds: 95,
    code: '',
    note: '',
  },
  {
    id: 'c0a8012e-0000-4000-8000-000000000001',
    stick: { id: `gpt:${STICK_GUID}`, label: 'Kingston DataTraveler 3.0' },
    when: '2026-03-01T10:20:30.000Z',
    computer: { kind: 'pc', maker: '', model: 'Computer of the library' },
    firmware: 'uefi',
    secureBoot: 'off',
    result: 'started-with-trouble',
    seconds: 340,
    code: '',
    note: 'No sound, and the wireless network only after a second start.',
  },
];
