import { beforeAll, describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../../../src-shared/units';
import { checksPassed, type CheckResult } from '../../../../src-shared/check';
import { bufferSource, type ByteSource } from '../../../io';
import {
  editGpt,
  placesOf,
  putName,
  sealExfat,
  simulatedBootImage,
  simulatedCore,
  simulatedDisk,
  simulatedEfiImage,
  type SimulatedDisk,
} from '../../../ventoy/test-support/simulated-disk';
import { VENTOY_CHECKS, checkVentoyStick, type ExpectedVentoy, type ReleaseContent } from '.';

const { data, efi } = placesOf({ scheme: 'mbr' });
const DATA = data.start * SECTOR;
const EFI = efi.start * SECTOR;

let reference: ReleaseContent;
beforeAll(() => {
  reference = {
    bootImg: simulatedBootImage(),
    coreImg: simulatedCore(),
    diskImg: bufferSource(simulatedEfiImage()),
  };
});

/** Ids and states of everything that is not a pass. */
function complaints(results: CheckResult[]): Record<string, string> {
  return Object.fromEntries(
    results.filter(({ status }) => status !== 'pass').map(({ id, status }) => [id, status]),
  );
}

const asked = { version: '1.1.17', secureBoot: true, label: 'Ventoy' } as const;

function check(disk: Buffer, expected: Partial<ExpectedVentoy> = {}): Promise<CheckResult[]> {
  return checkVentoyStick(bufferSource(disk), { ...asked, ...expected });
}

describe('the check of a sound stick with Ventoy', () => {
  it.each([
    { scheme: 'mbr', secureBoot: true },
    { scheme: 'mbr', secureBoot: false },
    { scheme: 'gpt', secureBoot: true },
    { scheme: 'gpt', secureBoot: false },
  ] as const)('passes everything ($scheme, Secure Boot $secureBoot)', async (request) => {
    const disk = simulatedDisk({ ...request, reserveSectors: 2048 + 3 });
    const results = await check(disk, {
      ...{ scheme: request.scheme, secureBoot: request.secureBoot, reserveBytes: MiB },
      ...{ fileSystem: 'exfat', reference },
    });
    expect(complaints(results)).toEqual({});
    expect(checksPassed(results)).toBe(true);
    expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
    const gpt = [
      'ventoy.table-copy',
      'ventoy.data-name',
      'ventoy.efi-name',
      'ventoy.efi-attributes',
    ];
    const mbr = ['ventoy.active'];
    expect(results.map(({ id }) => id).sort()).toEqual(
      [
        ...(request.scheme === 'gpt' ? gpt : mbr),
        ...['table', 'scheme', 'data-start', 'data-type', 'efi-size', 'efi-start', 'efi-alignment'],
        ...['efi-type', 'reserve', 'boot-start', 'boot-mark', 'boot-core', 'core', 'core-next'],
        ...['disk-uuid', 'efi-volume', 'efi-label', 'files', 'loader', 'version', 'secure-boot'],
        ...['data-file-system', 'data-volume', 'data-copy', 'data-size', 'data-label'],
        ...['release-boot', 'release-core', 'release-efi'],
      ]
        .map((id) => (id.startsWith('ventoy.') ? id : `ventoy.${id}`))
        .sort(),
    );
  });

  it('takes version, Secure Boot, reserve and label as they are when nothing is expected', async () => {
    const disk = simulatedDisk({ scheme: 'mbr', secureBoot: false, version: '1.0.99', label: 'X' });
    const results = await checkVentoyStick(bufferSource(disk), { version: null });
    expect(complaints(results)).toEqual({});
    expect(results.find(({ id }) => id === 'ventoy.version')?.evidence).toContain('1.0.99');
  });

  it('reads little without a reference', async () => {
    let bytes = 0;
    const disk = bufferSource(simulatedDisk({ scheme: 'gpt' }));
    const counting: ByteSource = {
      size: disk.size,
      read(offset, length) {
        bytes += length;
        return disk.read(offset, length);
      },
    };
    await checkVentoyStick(counting, { version: null });
    expect(bytes).toBeLessThan(MiB);
  });
});

interface Case {
  what: string;
  disk: SimulatedDisk;
  change?: (disk: Buffer) => void;
  /** Besides what is expected anyway. */
  expected?: Partial<ExpectedVentoy>;
  finds: Record<string, 'warn' | 'fail'>;
  /** Part of the evidence of the first of them. */
  says: string;
}

const mbr = { scheme: 'mbr' } as const;
const gpt = { scheme: 'gpt' } as const;
const entries = (edit: (entries: Buffer) => void) => (disk: Buffer) => {
  editGpt(disk, edit);
};
/** Makes the volume smaller than what it lies in. */
function shrinkExfat(volume: Buffer, sectors: number): void {
  volume.writeBigUInt64LE(BigInt(sectors), 72);
  volume.writeUInt32LE(Math.floor((sectors - volume.readUInt32LE(88)) / 8), 92);
  sealExfat(volume);
}

const cases: Case[] = [
  {
    what: 'no table at all',
    disk: mbr,
    change: (disk) => disk.fill(0, 440, 512),
    finds: { 'ventoy.table': 'fail', 'ventoy.data-start': 'fail', 'ventoy.efi-size': 'fail' },
    says: 'no table',
  },
  {
    what: 'a first copy of the GPT that is damaged',
    disk: gpt,
    change: (disk) => disk.writeUInt8(0xff, SECTOR + 60),
    finds: { 'ventoy.table': 'fail' },
    says: 'checksum of the header is wrong',
  },
  {
    what: 'entries of the GPT that are damaged',
    disk: gpt,
    change: (disk) => disk.writeUInt8(0xff, 2 * SECTOR + 60),
    finds: { 'ventoy.table': 'fail' },
    says: 'checksum of the entries is wrong',
  },
  {
    what: 'a second copy of the GPT that is damaged',
    disk: gpt,
    change: (disk) => disk.writeUInt8(0xff, disk.length - SECTOR + 60),
    finds: { 'ventoy.table-copy': 'fail' },
    says: 'checksum of the header is wrong',
  },
  {
    what: 'an MBR where a GPT was asked for',
    disk: mbr,
    expected: { scheme: 'gpt' },
    finds: { 'ventoy.scheme': 'fail' },
    says: 'an MBR, not in a GPT',
  },
  {
    what: 'a partition 1 that starts elsewhere',
    disk: mbr,
    change(disk) {
      disk.copy(disk, (data.start + 8) * SECTOR, DATA, DATA + 100 * SECTOR);
      disk.writeUInt32LE(data.start + 8, 446 + 8);
      disk.writeUInt32LE(data.sectors - 8, 446 + 12);
      const volume = disk.subarray((data.start + 8) * SECTOR, EFI);
      shrinkExfat(volume, data.sectors - 8);
    },
    finds: { 'ventoy.data-start': 'fail' },
    says: 'sector 2056, not at 2048. At its start Ventoy would stop with error 5',
  },
  {
    what: 'a partition 1 of another type in an MBR',
    disk: mbr,
    change: (disk) => disk.writeUInt8(0x83, 446 + 4),
    finds: { 'ventoy.data-type': 'warn' },
    says: 'type 83, not 07 or 0C',
  },
  {
    what: 'a partition 1 of another type in a GPT',
    disk: gpt,
    change: entries((table) => table.fill(0x11, 0, 16)),
    finds: { 'ventoy.data-type': 'warn' },
    says: 'not the one for basic data',
  },
  {
    what: 'a partition 1 of another name',
    disk: gpt,
    change: entries((table) => {
      putName(table, 0, 'primary');
    }),
    finds: { 'ventoy.data-name': 'warn' },
    says: '“primary”, not Ventoy',
  },
  {
    what: 'no active partition',
    disk: mbr,
    change: (disk) => disk.writeUInt8(0, 446),
    finds: { 'ventoy.active': 'fail' },
    says: 'No partition is active',
  },
  {
    what: 'two active partitions',
    disk: mbr,
    change: (disk) => disk.writeUInt8(0x80, 462),
    finds: { 'ventoy.active': 'fail' },
    says: '1 and 2',
  },
  {
    what: 'a partition 2 of another size',
    disk: { ...mbr, reserveSectors: 8 },
    change: (disk) => disk.writeUInt32LE(65544, 462 + 12),
    finds: { 'ventoy.efi-size': 'fail' },
    says: '65544 sectors, not 65536. At its start Ventoy would stop with error 7',
  },
  {
    what: 'a gap between the partitions',
    disk: mbr,
    change: (disk) => {
      disk.writeUInt32LE(data.sectors - 8, 446 + 12);
      shrinkExfat(disk.subarray(DATA, EFI), data.sectors - 8);
    },
    finds: { 'ventoy.efi-start': 'fail' },
    says: 'error 7',
  },
  {
    what: 'a partition 2 that is not aligned',
    disk: { ...mbr, reserveSectors: 4 },
    change(disk) {
      disk.writeUInt32LE(data.sectors + 4, 446 + 12);
      disk.copy(disk, EFI + 4 * SECTOR, EFI, EFI + efi.sectors * SECTOR);
      disk.writeUInt32LE(efi.start + 4, 462 + 8);
    },
    finds: { 'ventoy.efi-alignment': 'warn' },
    says: 'no multiple of 4 KiB',
  },
  {
    what: 'a partition 2 of another type in an MBR',
    disk: mbr,
    change: (disk) => disk.writeUInt8(0x0e, 462 + 4),
    finds: { 'ventoy.efi-type': 'fail' },
    says: 'type 0E, not EF',
  },
  {
    what: 'a partition 2 with the type of an EFI system partition',
    disk: gpt,
    change: entries((table) =>
      Buffer.from('28732ac11ff8d211ba4b00a0c93ec93b', 'hex').copy(table, 128),
    ),
    finds: { 'ventoy.efi-type': 'fail' },
    says: 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b',
  },
  {
    what: 'a partition 2 of another name',
    disk: gpt,
    change: entries((table) => {
      putName(table, 1, 'EFI');
    }),
    finds: { 'ventoy.efi-name': 'fail' },
    says: '“EFI”, not VTOYEFI',
  },
  {
    what: 'a partition 2 that gets a drive letter',
    disk: gpt,
    change: entries((table) => table.writeBigUInt64LE(0n, 128 + 48)),
    finds: { 'ventoy.efi-attributes': 'warn' },
    says: 'attributes 00, not 8000000000000000',
  },
  {
    what: 'less reserved than asked for',
    disk: { ...gpt, reserveSectors: 2048 },
    expected: { reserveBytes: 2 * MiB },
    finds: { 'ventoy.reserve': 'fail' },
    says: '2048 sectors are free after Ventoy’s partitions (1.0 MiB), not 4096',
  },
  {
    what: 'another jump at the start of sector 0',
    disk: mbr,
    change: (disk) => disk.writeUInt8(0x3c, 1),
    finds: { 'ventoy.boot-start': 'fail' },
    says: 'error 12',
  },
  {
    what: 'something behind the jump',
    disk: gpt,
    change: (disk) => disk.writeUInt8(1, 0x2f),
    finds: { 'ventoy.boot-start': 'fail' },
    says: 'Bytes 0 to 47 of sector 0 are not Ventoy’s: 1 of them differ',
  },
  {
    what: 'other messages in sector 0',
    disk: mbr,
    change: (disk) => disk.write('GRUB ', 0x190, 'latin1'),
    finds: { 'ventoy.boot-mark': 'fail' },
    says: 'error 12',
  },
  {
    what: 'boot code that looks for core.img where it is with an MBR',
    disk: gpt,
    change: (disk) => disk.writeUInt8(1, 92),
    finds: { 'ventoy.boot-core': 'fail' },
    says: 'Sector 0 goes on in sector 1, not in 34',
  },
  {
    what: 'a core.img that was never written',
    disk: gpt,
    change: (disk) => disk.fill(0, 35 * SECTOR, 2048 * SECTOR),
    finds: { 'ventoy.core': 'fail' },
    says: 'are empty',
  },
  {
    what: 'a core.img that goes on where it does with an MBR',
    disk: gpt,
    change: (disk) => disk.writeUInt8(2, 17908),
    finds: { 'ventoy.core-next': 'fail' },
    says: 'goes on in sector 2, not in 35',
  },
  {
    what: 'a core.img with no sectors',
    disk: mbr,
    change: (disk) => disk.writeUInt16LE(0, SECTOR + 0x1fc),
    finds: { 'ventoy.core': 'warn' },
    says: 'claims 0 more sectors',
  },
  {
    what: 'no UUID',
    disk: mbr,
    change: (disk) => disk.fill(0, 0x180, 0x190),
    finds: { 'ventoy.disk-uuid': 'fail' },
    says: 'no UUID',
  },
  {
    what: 'no FAT volume in partition 2',
    disk: mbr,
    change: (disk) => disk.fill(0, EFI + 510, EFI + 512),
    finds: { 'ventoy.efi-volume': 'fail' },
    says: 'no signature',
  },
  {
    what: 'another label',
    disk: { ...gpt, efiLabel: 'EFI' },
    finds: { 'ventoy.efi-label': 'fail' },
    says: 'error 10',
  },
  {
    what: 'no ventoy.cpio',
    disk: { ...mbr, files: { '/ventoy/ventoy.cpio': null } },
    finds: { 'ventoy.files': 'fail' },
    says: 'error 4099',
  },
  {
    what: 'no localboot.cfg',
    disk: { ...mbr, files: { '/grub/localboot.cfg': null } },
    finds: { 'ventoy.files': 'fail' },
    says: 'With a BIOS: At its start Ventoy would stop with error 4098',
  },
  {
    what: 'no mount.exfat-fuse_aarch64',
    disk: { ...mbr, files: { '/tool/mount.exfat-fuse_aarch64': null } },
    finds: { 'ventoy.files': 'fail' },
    says: 'lacks /tool/mount.exfat-fuse_aarch64',
  },
  {
    what: 'an empty loader',
    disk: { ...mbr, files: { '/EFI/BOOT/BOOTX64.EFI': Buffer.alloc(0) } },
    finds: { 'ventoy.loader': 'fail' },
    says: 'not there or empty',
  },
  {
    what: 'no menu file',
    disk: { ...mbr, files: { '/grub/grub.cfg': null } },
    finds: { 'ventoy.version': 'fail' },
    says: 'not there or names no version',
  },
  {
    what: 'another version',
    disk: { ...mbr, version: '1.1.05' },
    finds: { 'ventoy.version': 'fail' },
    says: 'Ventoy 1.1.05, not 1.1.17',
  },
  {
    what: 'Secure Boot off though asked for',
    disk: { ...mbr, secureBoot: false },
    finds: { 'ventoy.secure-boot': 'fail' },
    says: 'off, though it was to be on',
  },
  {
    what: 'Secure Boot on though not wanted',
    disk: mbr,
    expected: { secureBoot: false },
    finds: { 'ventoy.secure-boot': 'fail' },
    says: 'on, though it was to be off',
  },
  {
    what: 'Secure Boot without the key to enrol',
    disk: { ...mbr, files: { '/ENROLL_THIS_KEY_IN_MOKMANAGER.cer': null } },
    finds: { 'ventoy.secure-boot': 'fail' },
    says: 'lacks /ENROLL_THIS_KEY_IN_MOKMANAGER.cer',
  },
  {
    what: 'something left of Secure Boot',
    disk: { ...mbr, secureBoot: false, files: { '/EFI/BOOT/mmx64.efi': Buffer.from('left') } },
    expected: { secureBoot: false },
    finds: { 'ventoy.secure-boot': 'fail' },
    says: '/EFI/BOOT/mmx64.efi is left of it',
  },
  {
    what: 'no file system for images',
    disk: mbr,
    change: (disk) => disk.fill(0, DATA, EFI),
    finds: { 'ventoy.data-file-system': 'fail' },
    says: 'find no images',
  },
  {
    what: 'another file system than asked for',
    disk: mbr,
    expected: { fileSystem: 'ntfs' },
    finds: { 'ventoy.data-file-system': 'fail' },
    says: 'holds exfat, not ntfs',
  },
  {
    what: 'a damaged boot region for images',
    disk: mbr,
    change: (disk) => disk.writeUInt8(0xff, DATA + 100),
    finds: { 'ventoy.data-volume': 'fail' },
    says: 'checksum of the main boot region is wrong',
  },
  {
    what: 'a file system larger than its partition',
    disk: mbr,
    change(disk) {
      const volume = disk.subarray(DATA, EFI);
      volume.writeBigUInt64LE(BigInt(data.sectors + 8), 72);
      sealExfat(volume);
    },
    finds: { 'ventoy.data-volume': 'fail', 'ventoy.data-copy': 'fail' },
    says: 'contradicts itself or the partition',
  },
  {
    what: 'a damaged copy of the boot region',
    disk: mbr,
    change: (disk) => disk.writeUInt8(0xff, DATA + 12 * SECTOR + 100),
    finds: { 'ventoy.data-copy': 'fail' },
    says: 'checksum of the backup boot region is wrong',
  },
  {
    what: 'a file system that leaves much of its partition unused',
    disk: mbr,
    change: (disk) => {
      shrinkExfat(disk.subarray(DATA, EFI), 4096);
    },
    finds: { 'ventoy.data-size': 'warn' },
    says: '6 MiB are never used',
  },
  {
    what: 'another label for images',
    disk: { ...mbr, label: 'MYSTICK' },
    finds: { 'ventoy.data-label': 'fail' },
    says: '“MYSTICK”, not “Ventoy”',
  },
];

describe('the check of a stick with Ventoy on which one thing is wrong', () => {
  it.each(cases)('finds $what', async ({ disk: request, change, expected, finds, says }) => {
    const disk = simulatedDisk(request);
    change?.(disk);
    const results = await check(disk, expected);
    expect(complaints(results)).toEqual(finds);
    const [first] = results.filter(({ status }) => status !== 'pass');
    expect(first?.evidence).toContain(says);
    expect(first?.next).not.toBe('');
  });
});

describe('the comparison with a release', () => {
  const compared: (Omit<Case, 'disk'> & { disk: SimulatedDisk })[] = [
    {
      what: 'boot code of another release',
      disk: mbr,
      change: (disk) => disk.writeUInt8(0, 0x80),
      finds: { 'ventoy.release-boot': 'fail' },
      says: '1 of 440 bytes differ, the first at 128',
    },
    {
      what: 'a core.img of another release',
      disk: gpt,
      change: (disk) => disk.fill(0xee, 36 * SECTOR, 36 * SECTOR + 10),
      finds: { 'ventoy.release-core': 'fail' },
      says: '10 of 2560 bytes differ, the first at 1024',
    },
    {
      what: 'a changed file on VTOYEFI, with Secure Boot',
      disk: { ...mbr, files: { '/EFI/BOOT/BOOTX64.EFI': Buffer.from('another loader') } },
      finds: { 'ventoy.release-efi': 'fail' },
      says: '/EFI/BOOT/BOOTX64.EFI differs',
    },
    {
      what: 'files on VTOYEFI that are changed, added and missing, without Secure Boot',
      disk: {
        ...mbr,
        secureBoot: false,
        files: {
          '/EFI/BOOT/BOOTX64.EFI': Buffer.from('another loader'),
          '/mine.txt': Buffer.from('mine'),
          '/EFI/BOOT/BOOTAA64.EFI': null,
        },
      },
      expected: { secureBoot: false },
      finds: { 'ventoy.release-efi': 'fail' },
      says: '/EFI/BOOT/BOOTX64.EFI differs; /mine.txt is no part of it; /efi/boot/bootaa64.efi is missing',
    },
  ];
  it.each(compared)('finds $what', async ({ disk: request, change, expected, finds, says }) => {
    const disk = simulatedDisk(request);
    change?.(disk);
    const results = await check(disk, { ...expected, reference });
    expect(complaints(results)).toEqual(finds);
    expect(results.find(({ status }) => status === 'fail')?.evidence).toContain(says);
  });

  it('lets marks on VTOYEFI be that are in none of its files', async () => {
    const disk = simulatedDisk(mbr);
    disk.writeUInt8(1, EFI + 20 * MiB);
    expect(complaints(await check(disk, { reference }))).toEqual({});
  });

  it('leaves out of core.img what an update keeps', async () => {
    const coreImg = Buffer.alloc(2047 * SECTOR, 0x77);
    simulatedCore().copy(coreImg);
    const disk = simulatedDisk(mbr);
    coreImg.copy(disk, SECTOR);
    disk.fill(0x99, 2040 * SECTOR, 2048 * SECTOR);
    const results = await check(disk, { reference: { ...reference, coreImg } });
    expect(complaints(results)).toEqual({});
  });

  it('and the cases above break every single thing that is asked', async () => {
    const all = {
      ...asked,
      scheme: 'gpt',
      fileSystem: 'exfat',
      reserveBytes: 0,
      reference,
    } as const;
    const ids = new Set<string>();
    for (const scheme of ['mbr', 'gpt'] as const) {
      const results = await check(simulatedDisk({ scheme }), { ...all, scheme });
      for (const { id } of results) ids.add(id);
    }
    const broken = new Set([...cases, ...compared].flatMap(({ finds }) => Object.keys(finds)));
    expect([...broken].sort()).toEqual([...ids].sort());
    // Menu and images have a test of their own, of files.
    const inFiles = ['ventoy.menu', 'ventoy.menu-files', 'ventoy.images'];
    const others = VENTOY_CHECKS.map(({ id }) => id).filter((id) => !inFiles.includes(id));
    expect([...ids].sort()).toEqual(others.sort());
  });
});
