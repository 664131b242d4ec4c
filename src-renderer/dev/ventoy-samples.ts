import type { BootImage } from '../../src-shared/boot-image';
import { checkResult } from '../../src-shared/check';
import { predictStarts } from '../../src-shared/compatibility';
import type { Drive } from '../../src-shared/drive';
import { sentence } from '../../src-shared/findings';
import type { StickContents } from '../../src-shared/ipc';
import type { VentoyReport, VentoyStickReport } from '../../src-shared/job';
import { simulatedTimings } from '../../src-shared/timing/testing';
import { MiB } from '../../src-shared/units';
import type { KeptVentoyPackage, VentoyPackage } from '../../src-shared/ventoy-package';
import { kingston, sha256, windows11 } from './samples';

/** Made-up images, releases and Ventoy sticks that look like real ones. */

const downloads = '/home/mara/Downloads';
const everywhere: BootImage['starts'] = {
  bios: true,
  uefi: { x64: true, ia32: false, aa64: false },
};

function image(name: string, sizeBytes: number, change: Partial<BootImage> = {}): BootImage {
  return {
    path: `${downloads}/${name}`,
    name,
    sizeBytes,
    kind: 'iso',
    family: 'other',
    title: null,
    version: null,
    architecture: 'x64',
    volumeId: null,
    live: null,
    starts: everywhere,
    windows: null,
    virtualDisk: null,
    notes: [],
    ...change,
  };
}

export const ubuntu = image('ubuntu-24.04.1-desktop-amd64.iso', 6_203_355_136, {
  family: 'ubuntu',
  title: 'Ubuntu 24.04.1 LTS',
  version: '24.04.1',
  live: true,
});

export const bootImages: BootImage[] = [
  ubuntu,
  image('debian-live-12.8.0-amd64-gnome.iso', 3_383_361_536, {
    family: 'debian-live',
    title: 'Debian 12.8 live, GNOME',
    live: true,
  }),
  image('Fedora-Workstation-Live-x86_64-41-1.4.iso', 2_467_989_504, {
    family: 'fedora',
    title: 'Fedora Workstation 41',
    live: true,
  }),
  image('Win11_24H2_EnglishInternational_x64.iso', windows11.sizeBytes, {
    family: 'windows',
    title: 'Windows 11',
    windows: { editions: windows11.editions },
  }),
  image('memtest86plus.iso', 6_144_000, { family: 'memtest', title: 'Memtest86+ 7.20' }),
  image(
    'Sammlung aller Rettungswerkzeuge der Abteilung für Systembetreuung 2025 救援工具合集.img',
    812_000_000,
    {
      kind: 'img',
      starts: { bios: true, uefi: { x64: false, ia32: false, aa64: false } },
      notes: [{ code: 'no-partition-table', detail: '' }],
    },
  ),
];

export const release: VentoyPackage = {
  path: `${downloads}/ventoy-1.1.17-linux.tar.gz`,
  fileName: 'ventoy-1.1.17-linux.tar.gz',
  sizeBytes: 20_412_311,
  sha256,
  hash: 'beside',
  version: '1.1.17',
  platform: 'linux',
  folder: 'ventoy-1.1.17',
};

export const keptReleases: KeptVentoyPackage[] = [
  {
    path: '/home/mara/.config/sticksmith/ventoy/ventoy-1.1.17-linux.tar.gz',
    sizeBytes: release.sizeBytes,
    sha256,
    version: '1.1.17',
    platform: 'linux',
    keptAt: '2025-11-20T09:15:00Z',
  },
  {
    path: '/home/mara/.config/sticksmith/ventoy/ventoy-1.1.05-linux.tar.gz',
    sizeBytes: 19_800_000,
    sha256: 'a'.repeat(64),
    version: '1.1.05',
    platform: 'linux',
    keptAt: '2025-03-02T18:20:00Z',
  },
];

/** A drive that looks like a Ventoy stick from outside. */
export const ventoyDrive: Drive = {
  ...kingston,
  partitions: [
    {
      path: '/dev/sdb1',
      sizeBytes: kingston.sizeBytes - 34 * MiB,
      fileSystem: 'exFAT',
      label: 'Ventoy',
      mountPoints: [],
    },
    {
      path: '/dev/sdb2',
      sizeBytes: 32 * MiB,
      fileSystem: 'FAT16',
      label: 'VTOYEFI',
      mountPoints: [],
    },
  ],
};

const layout: VentoyStickReport['ventoy'] = {
  state: 'whole',
  scheme: 'mbr',
  version: '1.1.05',
  secureBoot: true,
  data: { startLba: 2048, sectors: 112_711_680, fileSystem: 'exfat', label: 'Ventoy' },
  efi: { startLba: 112_713_728, sectors: 65_536 },
  reservedSectors: 0,
  diskUuid: '0123456789abcdef0123456789abcdef',
  id: { scheme: 'mbr', signature: 0x1a2b3c4d },
};

export const ventoyContents: StickContents = {
  found: 'ventoy',
  layout,
  files: [
    { path: 'archlinux-2025.03.01-x86_64.iso', sizeBytes: 1_247_000_000 },
    { path: 'linux/linuxmint-22-cinnamon-64bit.iso', sizeBytes: 2_964_000_000 },
    { path: 'Win10_22H2_German_x64.iso', sizeBytes: 6_140_000_000 },
    { path: 'ventoy/ventoy.json', sizeBytes: 412 },
  ],
  freeBytes: 47_300_000_000,
  config: {
    control: [
      { VTOY_MENU_TIMEOUT: '30' },
      { VTOY_DEFAULT_IMAGE: '/archlinux-2025.03.01-x86_64.iso' },
    ],
    menu_alias: [{ image: '/Win10_22H2_German_x64.iso', alias: 'Windows 10 (old laptops)' }],
  },
};

/** Settings that depend on the boot mode, and are wrong in places. */
export const oddContents: StickContents = {
  ...ventoyContents,
  config: {
    control: [{ VTOY_MENU_TIMEOUT: '30' }],
    control_legacy: [{ VTOY_MENU_TIMEOUT: '5' }],
    menu_alias: { image: '/Win10_22H2_German_x64.iso', alias: 'Windows 10' },
    password: 'open sesame',
  },
};

export const damagedContents: StickContents = {
  ...ventoyContents,
  layout: {
    state: 'damaged',
    scheme: 'mbr',
    version: '1.1.05',
    problems: ['Sector 0 has other boot code than Ventoy’s; it would stop with error 12'],
    updateRepairs: true,
    data: layout.data,
  },
};

/** A drive without Ventoy, beside whose files it can be put. */
export const besideContents: StickContents = {
  found: 'other',
  beside: {
    possible: true,
    data: { startLba: 2048, sectors: 112_709_632, fileSystem: 'ntfs', label: 'FOTOS' },
    shrinks: true,
    freeBytes: 21_300_000_000,
  },
};

/** One with which that can’t be done. */
export const notBesideContents: StickContents = {
  found: 'other',
  beside: { possible: false, reason: 'no-room', detail: '' },
};

export function ventoyReport(target: string): VentoyReport {
  const copied = bootImages.slice(0, 3);
  const bytes = copied.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return {
    version: 5,
    kind: 'ventoy',
    program: 'Sticksmith 0.1.0',
    startedAt: '2025-11-23T10:00:00Z',
    finishedAt: '2025-11-23T10:09:20Z',
    package: release,
    windows: null,
    sticks: [
      {
        target,
        targetBytes: kingston.sizeBytes,
        ventoy: { ...layout, version: '1.1.17' },
        files: copied.map(({ name, sizeBytes }, index) => ({
          path: name,
          sizeBytes,
          sha256: String(index + 1).repeat(64),
          hashExpected: false,
          notes: [],
        })),
        removed: [],
        renamed: [],
        persistence: [
          {
            image: ubuntu.name,
            path: 'persistence/ubuntu-24.04.1-desktop-amd64.dat',
            bytes: 4096 * MiB,
            label: 'casper-rw',
            grown: false,
          },
        ],
        keptPersistence: [],
        windows: null,
        configNotes: [],
        needs: [{ code: 'secure-boot-enrolment', level: 'note', images: [] }],
        writtenBytes: bytes,
        verifiedBytes: bytes,
        checks: [
          checkResult(
            'ventoy.boot-mark',
            'pass',
            sentence('ventoy.boot-bytes.right', { from: 496, to: 511 }),
            null,
          ),
          checkResult(
            'ventoy.efi-size',
            'pass',
            sentence('ventoy.efi-size.right', { sectors: 65_536 }),
            null,
          ),
          checkResult(
            'ventoy.version',
            'pass',
            sentence('ventoy.version.right', { version: '1.1.17' }),
            null,
          ),
        ],
        compatibility: predictStarts({
          system: { kind: 'ventoy', secureBoot: true },
          bootPrograms: { x64: 'third-party-2011', ia32: 'third-party-2011', arm64: 'unsigned' },
          startsByBios: true,
          failedChecks: [],
        }),
      },
    ],
    failed: [],
    timings: simulatedTimings([
      ['installing', target, [[6, 0]]],
      ['copying', target, [[310, bytes / 310]]],
      ['comparing', target, [[180, bytes / 180]]],
    ]),
  };
}
