import { SECTOR } from '../../../src-shared/units';
import { encodeGpt, exfatChecksum } from '../../disk';
import { crc32 } from '../../io';
import { smallFatVolume } from '../../disk/test-support/small-fat';

export interface SimulatedDisk {
  scheme: 'mbr' | 'gpt';
  /** Null leaves the line out of the menu file. */
  version?: string | null;
  secureBoot?: boolean;
  /** Of the data partition, up to 11 characters. */
  label?: string;
  /** After partition 2, in sectors; without what a GPT needs. */
  reserveSectors?: number;
  /** Changes to the files on VTOYEFI; null removes one. */
  files?: Readonly<Record<string, Buffer | null>>;
  efiLabel?: string | null;
}

export const EFI_SECTORS = 65536;
const DATA_START = 2048;
const DATA_SECTORS = 16384;
const GPT_TAIL = 33;
export const DISK_GUID = '00112233-4455-6677-8899-aabbccddeeff';
export const SIGNATURE = 0xddba6bbb;
const CORE_BYTES = 5 * SECTOR;

/** Where its parts are, in sectors. */
export interface DiskPlaces {
  sectors: number;
  data: { start: number; sectors: number };
  efi: { start: number; sectors: number };
}

export function placesOf({ scheme, reserveSectors = 0 }: SimulatedDisk): DiskPlaces {
  const efiStart = DATA_START + DATA_SECTORS;
  const sectors = efiStart + EFI_SECTORS + reserveSectors + (scheme === 'gpt' ? GPT_TAIL : 0);
  return {
    sectors,
    data: { start: DATA_START, sectors: DATA_SECTORS },
    efi: { start: efiStart, sectors: EFI_SECTORS },
  };
}

/**
 * A disk that is laid out as Ventoy's installer does, for tests, whole in memory (some 40 MiB). Its boot code and
 * programs have the right names and identifying bytes and start nothing.
 */
export function simulatedDisk(request: SimulatedDisk): Buffer {
  const { scheme } = request;
  const places = placesOf(request);
  const disk = Buffer.alloc(places.sectors * SECTOR);
  if (scheme === 'gpt') putGpt(disk, places);
  else putMbr(disk, places);
  simulatedBootImage().copy(disk, 0, 0, 440);
  Buffer.from('00112233445566778899aabbccddeeff', 'hex').copy(disk, 0x180);
  const core = simulatedCore();
  if (scheme === 'gpt') {
    disk.writeUInt8(0x22, 92);
    core.writeUInt8(0x23, 0x1f4);
  }
  core.copy(disk, (scheme === 'gpt' ? 34 : 1) * SECTOR);
  exfatVolume(places.data, request.label ?? 'Ventoy').copy(disk, places.data.start * SECTOR);
  efiVolume(request).copy(disk, places.efi.start * SECTOR);
  return disk;
}

/** Sector 0 as a release holds it: what Ventoy looks for, and something between that differs from zero. */
export function simulatedBootImage(): Buffer {
  const image = Buffer.alloc(SECTOR, 0x5a);
  image.fill(0, 0, 0x30);
  image.set([0xeb, 0x63, 0x90], 0);
  image.fill(0, 92, 100);
  image.writeUInt8(1, 92);
  image.write('VT\0Ge\0HD\0Rd\0 Er\r', 0x190, 'latin1');
  image.writeUInt16LE(0xaa55, 510);
  return image;
}

/** core.img as a release holds it: made for sector 1, its first sector names the second. */
export function simulatedCore(): Buffer {
  const core = Buffer.from(Array.from({ length: CORE_BYTES }, (_, i) => (i * 13 + 1) & 0xff));
  core.writeBigUInt64LE(2n, 0x1f4);
  core.writeUInt16LE(CORE_BYTES / SECTOR - 1, 0x1fc);
  return core;
}

/** VTOYEFI's content as a release holds it, by path. */
export function simulatedFiles(version: string | null): Record<string, Buffer> {
  const line = version === null ? '' : `set VENTOY_VERSION="${version}"\n`;
  const names = [
    '/ventoy/ventoy.cpio',
    '/grub/localboot.cfg',
    '/tool/mount.exfat-fuse_aarch64',
    '/EFI/BOOT/BOOTX64.EFI',
    '/EFI/BOOT/grubx64.efi',
    '/EFI/BOOT/grubx64_real.efi',
    '/EFI/BOOT/mmx64.efi',
    '/EFI/BOOT/BOOTIA32.EFI',
    '/EFI/BOOT/grubia32.efi',
    '/EFI/BOOT/grubia32_real.efi',
    '/EFI/BOOT/mmia32.efi',
    '/EFI/BOOT/BOOTAA64.EFI',
    '/ENROLL_THIS_KEY_IN_MOKMANAGER.cer',
  ];
  return {
    ...Object.fromEntries(names.map((name) => [name, Buffer.from(`content of ${name}`)])),
    '/grub/grub.cfg': Buffer.from(`if [ "$grub_platform" = "pc" ]; then\nfi\n${line}`),
  };
}

/** ventoy.disk.img as a release holds it: with everything for Secure Boot. */
export function simulatedEfiImage(version: string | null = '1.1.17'): Buffer {
  return fatVolume(simulatedFiles(version), 'VTOYEFI');
}

function efiVolume({
  version = '1.1.17',
  secureBoot = true,
  files = {},
  efiLabel = 'VTOYEFI',
}: SimulatedDisk): Buffer {
  const present: Record<string, Buffer | null> = { ...simulatedFiles(version) };
  if (!secureBoot) {
    for (const kind of ['x64', 'ia32']) {
      const real = `/EFI/BOOT/grub${kind}_real.efi`;
      present[`/EFI/BOOT/BOOT${kind.toUpperCase()}.EFI`] = present[real] ?? null;
      for (const path of [real, `/EFI/BOOT/grub${kind}.efi`, `/EFI/BOOT/mm${kind}.efi`]) {
        present[path] = null;
      }
    }
    present['/ENROLL_THIS_KEY_IN_MOKMANAGER.cer'] = null;
  }
  return fatVolume({ ...present, ...files }, efiLabel);
}

function fatVolume(files: Record<string, Buffer | null>, label: string | null): Buffer {
  const present = Object.entries(files).filter(
    (each): each is [string, Buffer] => each[1] !== null,
  );
  return smallFatVolume({
    ...{ sectors: EFI_SECTORS, label, serial: 0x89ab1234, hiddenSectors: 0 },
    files: Object.fromEntries(present),
  });
}

function putMbr(disk: Buffer, { data, efi }: DiskPlaces): void {
  const put = (at: number, active: number, type: number, part: DiskPlaces['data']): void => {
    disk.writeUInt8(active, at);
    disk.writeUInt8(type, at + 4);
    disk.writeUInt32LE(part.start, at + 8);
    disk.writeUInt32LE(part.sectors, at + 12);
  };
  disk.writeUInt32LE(SIGNATURE, 440);
  put(446, 0x80, 0x07, data);
  put(462, 0, 0xef, efi);
  disk.writeUInt16LE(0xaa55, 510);
}

function putGpt(disk: Buffer, { sectors, data, efi }: DiskPlaces): void {
  const { head, tail } = encodeGpt({
    layout: {
      ...{ scheme: 'gpt', diskSectors: sectors, vhdx: null },
      partitions: [
        { role: 'windows', startLba: data.start, sectors: data.sectors },
        { role: 'shared', startLba: efi.start, sectors: efi.sectors },
      ],
    },
    diskGuid: DISK_GUID,
    guids: {
      windows: '11111111-2222-3333-4444-555555555555',
      shared: '77777777-2222-3333-4444-555555555555',
    },
  });
  head.copy(disk);
  tail.copy(disk, disk.length - tail.length);
  editGpt(disk, (entries) => {
    putName(entries, 0, 'Ventoy');
    putName(entries, 1, 'VTOYEFI');
    entries.writeBigUInt64LE(1n << 63n, 128 + 48);
  });
}

/** Changes the entries (128 bytes each) of both copies of a GPT and makes their checksums right again. */
export function editGpt(disk: Buffer, edit: (entries: Buffer) => void): void {
  const last = disk.length / SECTOR - 1;
  for (const [header, entries] of [
    [1, 2],
    [last, last - 32],
  ] as const) {
    const array = disk.subarray(entries * SECTOR, (entries + 32) * SECTOR);
    edit(array);
    const head = disk.subarray(header * SECTOR, header * SECTOR + 92);
    head.writeUInt32LE(crc32(array), 88);
    head.writeUInt32LE(0, 16);
    head.writeUInt32LE(crc32(head), 16);
  }
}

export function putName(entries: Buffer, index: number, name: string): void {
  entries.fill(0, index * 128 + 56, (index + 1) * 128);
  entries.write(name, index * 128 + 56, 'utf16le');
}

const CLUSTER_SECTORS = 8;
const FAT_LBA = 24;
const FAT_SECTORS = 24;

/** An empty exFAT volume: boot regions, table, bitmap, root folder with a label. The upcase table is left out. */
export function exfatVolume(place: { start: number; sectors: number }, label: string): Buffer {
  const volume = Buffer.alloc(place.sectors * SECTOR);
  const heapLba = FAT_LBA + FAT_SECTORS;
  const clusters = Math.floor((place.sectors - heapLba) / CLUSTER_SECTORS);
  volume.set([0xeb, 0x76, 0x90], 0);
  volume.write('EXFAT   ', 3, 'latin1');
  volume.writeBigUInt64LE(BigInt(place.start), 64);
  volume.writeBigUInt64LE(BigInt(place.sectors), 72);
  volume.writeUInt32LE(FAT_LBA, 80);
  volume.writeUInt32LE(FAT_SECTORS, 84);
  volume.writeUInt32LE(heapLba, 88);
  volume.writeUInt32LE(clusters, 92);
  volume.writeUInt32LE(3, 96);
  volume.writeUInt32LE(0x12345678, 100);
  volume.writeUInt16LE(0x0100, 104);
  volume.writeUInt8(9, 108);
  volume.writeUInt8(Math.log2(CLUSTER_SECTORS), 109);
  volume.writeUInt8(1, 110);
  volume.writeUInt8(0x80, 111);
  for (let sector = 0; sector < 9; sector += 1) volume.writeUInt16LE(0xaa55, sector * SECTOR + 510);
  sealExfat(volume);
  [0xfffffff8, 0xffffffff, 0xffffffff, 0xffffffff].forEach((value, i) => {
    volume.writeUInt32LE(value, FAT_LBA * SECTOR + i * 4);
  });
  volume.writeUInt8(0x03, heapLba * SECTOR);
  const root = volume.subarray((heapLba + CLUSTER_SECTORS) * SECTOR);
  root.writeUInt8(0x83, 0);
  root.writeUInt8(label.length, 1);
  root.write(label, 2, 'utf16le');
  root.writeUInt8(0x81, 32);
  root.writeUInt32LE(2, 32 + 20);
  root.writeBigUInt64LE(BigInt(Math.ceil(clusters / 8)), 32 + 24);
  return volume;
}

/** Makes the checksum of the main boot region right, and the other region equal to it. */
export function sealExfat(volume: Buffer): void {
  const sum = exfatChecksum(volume.subarray(0, 11 * SECTOR));
  for (let at = 11 * SECTOR; at < 12 * SECTOR; at += 4) volume.writeUInt32LE(sum, at);
  volume.copy(volume, 12 * SECTOR, 0, 12 * SECTOR);
}
