import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, rm, truncate, writeFile, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import {
  EFI_BYTES,
  MSR_BYTES,
  partitionOf,
  type PartitionRole,
  type StickLayout,
} from '../../../src-shared/layout';
import { MiB, SECTOR } from '../../../src-shared/units';
import { encodeGpt, encodeMbr, writeFat32Volume } from '../../disk';
import { buildBcd, type BcdDevice, type BcdRequest, type BootPlatform } from '../../guest';
import { MACHINE, SIMULATED_MICROSOFT, SimulatedSigner, efiProgram } from './program/testing';
import { HIVE_FILES, testSystemHive } from './test-support/simulated-hives';
import { openFileSource, type ByteSource } from '../../io';

const exec = promisify(execFile);

const DISK_GUID = '00112233-4455-6677-8899-aabbccddeeff';
const DISK_SIGNATURE = 0xddba6bbb;
export const SYSTEM_HIVE = '/Windows/System32/config/SYSTEM';
const guids = {
  efi: '11111111-2222-3333-4444-555555555555',
  msr: '99999999-2222-3333-4444-555555555555',
  windows: 'a1b2c3d4-e5f6-0718-293a-4b5c6d7e8f90',
  shared: '77777777-2222-3333-4444-555555555555',
};

/** A partition of the stick as its boot store names it, or one that isn't there. */
export function gptDevice(partitionGuid: string, diskGuid = DISK_GUID): BcdDevice {
  return { kind: 'gpt', diskGuid, partitionGuid };
}

export function windowsDevice(device: BcdDevice): Pick<BcdRequest, 'windows'> {
  return { windows: { device, osDevice: device } };
}

export function storeOf(
  layout: StickLayout,
  platform: BootPlatform,
  changes?: Partial<BcdRequest>,
): Buffer {
  const deviceOf = (role: 'efi' | 'windows'): BcdDevice =>
    layout.scheme === 'gpt' ? gptDevice(guids[role]) : mbrDevice(place(layout, role).start);
  return buildBcd({
    platform,
    system: deviceOf('efi'),
    ...windowsDevice(deviceOf('windows')),
    locale: 'en-US',
    description: 'Windows 11 Pro',
    loaderGuid: '0a0b0c0d-0102-0304-0506-070809101112',
    resumeGuid: '0a0b0c0d-0102-0304-0506-070809101113',
    hasMemtest: true,
    ...changes,
  });
}

/** A partition of an MBR stick, by its first byte. */
export function mbrDevice(start: number, diskSignature = DISK_SIGNATURE): BcdDevice {
  return { kind: 'mbr', diskSignature, partitionOffset: BigInt(start) };
}

/** What a test wants different from a sound stick. */
export interface StickChanges {
  /** `gpt` unless given. */
  scheme?: 'gpt' | 'mbr';
  /** Start of the first and the third partition, in sectors. */
  efiLba?: number;
  windowsLba?: number;
  bcd?: Partial<BcdRequest>;
  /** The same for the store for a BIOS. */
  biosBcd?: Partial<BcdRequest>;
  /** Changes to the files of the EFI system partition; null removes one. */
  efiFiles?: Record<string, Buffer | null>;
  /** Paths that the Windows partition lacks. */
  withoutWindows?: string[];
  /** Files that the Windows partition has besides, or in place of others. */
  windowsFiles?: Record<string, string | Buffer>;
}

export interface TestStick {
  path: string;
  layout: StickLayout;
  source: ByteSource;
  remove(): Promise<void>;
}

let programs: Promise<{ x64: Buffer; arm64: Buffer }> | null = null;

/** Programs with signatures by simulated certificates, made once. */
export function signedPrograms(): Promise<{ x64: Buffer; arm64: Buffer }> {
  programs ??= (async () => {
    const signer = await SimulatedSigner.make(SIMULATED_MICROSOFT);
    try {
      const [x64, arm64] = [MACHINE.x64, MACHINE.arm64].map(efiProgram) as [Buffer, Buffer];
      return { x64: await signer.sign(x64), arm64: await signer.sign(arm64) };
    } finally {
      await signer.remove();
    }
  })();
  return programs;
}

/** A small stick in a sparse file: our table and EFI volume, NTFS by mkntfs and wimlib, exFAT by mkfs.exfat. */
export async function makeTestStick(changes: StickChanges = {}): Promise<TestStick> {
  const folder = await mkdtemp(join(tmpdir(), 'check "test" '));
  const path = join(folder, 'stick.img');
  const layout = testLayout(changes);
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await fillStick(path, layout, folder, changes);
    const source = await openFileSource(path);
    const remove = (): Promise<void> => source.close().then(removeFolder);
    return { path, layout, source, remove };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

async function fillStick(
  path: string,
  layout: StickLayout,
  folder: string,
  changes: StickChanges,
): Promise<void> {
  await writeFile(path, '');
  await truncate(path, layout.diskSectors * SECTOR);
  const disk = await open(path, 'r+');
  try {
    const { head, tail } =
      layout.scheme === 'gpt'
        ? encodeGpt({ layout, diskGuid: DISK_GUID, guids })
        : encodeMbr({ layout, diskSignature: DISK_SIGNATURE });
    await disk.write(head, 0, head.length, 0);
    await disk.write(tail, 0, tail.length, layout.diskSectors * SECTOR - tail.length);
    await putEfiVolume(disk, layout, folder, changes);
    const ntfs = await makeNtfs(layout, folder, changes);
    await copyInto(disk, ntfs, place(layout, 'windows').start);
    const exfat = join(folder, 'exfat');
    await writeFile(exfat, '');
    await truncate(exfat, place(layout, 'shared').bytes);
    await exec('mkfs.exfat', ['-L', 'SHARED', exfat]);
    await copyInto(disk, exfat, place(layout, 'shared').start);
  } finally {
    await disk.close();
  }
}

/** The same bytes but for those at `offset`. */
export function patched(source: ByteSource, offset: number, bytes: Buffer | number[]): ByteSource {
  const patch = Buffer.from(bytes);
  return {
    size: source.size,
    async read(at, length) {
      const found = Buffer.from(await source.read(at, length));
      const from = Math.max(offset, at);
      const to = Math.min(offset + patch.length, at + length);
      if (from < to) patch.copy(found, from - at, from - offset, to - offset);
      return found;
    },
  };
}

/** First byte of a partition and its size in bytes. */
export function place(layout: StickLayout, role: PartitionRole): { start: number; bytes: number } {
  const partition = partitionOf(layout, role);
  if (!partition) throw new Error(`no ${role} partition`);
  return { start: partition.startLba * SECTOR, bytes: partition.sectors * SECTOR };
}

function testLayout({ scheme = 'gpt', efiLba = 2048, windowsLba }: StickChanges): StickLayout {
  const efi = EFI_BYTES / SECTOR;
  const msr = MSR_BYTES / SECTOR;
  const start = windowsLba ?? (320 * MiB) / SECTOR;
  const shared = (400 * MiB) / SECTOR;
  return {
    scheme,
    vhdx: null,
    diskSectors: (412 * MiB) / SECTOR,
    partitions: [
      { role: 'efi', startLba: efiLba, sectors: efi },
      ...(scheme === 'gpt'
        ? [{ role: 'msr' as const, startLba: 2048 + efi + 2048, sectors: msr }]
        : []),
      { role: 'windows', startLba: start, sectors: shared - start },
      { role: 'shared', startLba: shared, sectors: (8 * MiB) / SECTOR },
    ],
  };
}

async function putEfiVolume(
  disk: FileHandle,
  layout: StickLayout,
  folder: string,
  { bcd, biosBcd, efiFiles = {} }: StickChanges,
): Promise<void> {
  const boot = '/EFI/Microsoft/Boot';
  const { x64 } = await signedPrograms();
  const files: Record<string, Buffer | null> = {
    '/EFI/Boot/bootx64.efi': x64,
    [`${boot}/bootmgfw.efi`]: x64,
    [`${boot}/memtest.efi`]: x64,
    [`${boot}/en-US/bootmgfw.efi.mui`]: Buffer.from('texts'),
    [`${boot}/Fonts/segoe_slboot.ttf`]: Buffer.from('a font'),
    [`${boot}/BCD`]: storeOf(layout, 'uefi', bcd),
    ...(layout.scheme === 'mbr'
      ? {
          '/bootmgr': Buffer.from('a boot manager'),
          '/Boot/memtest.exe': Buffer.from('a memory tester'),
          '/Boot/en-US/bootmgr.exe.mui': Buffer.from('texts'),
          '/Boot/BCD': storeOf(layout, 'bios', biosBcd),
        }
      : {}),
    ...efiFiles,
  };
  const path = join(folder, 'efi');
  const { start, bytes } = place(layout, 'efi');
  const { allocated } = await writeFat32Volume({
    path,
    bytes,
    startLba: start / SECTOR,
    label: null,
    serial: 0x12345678,
    files: Object.entries(files).flatMap(([name, content]) =>
      content ? [{ path: name, content: { kind: 'buffer' as const, bytes: content } }] : [],
    ),
  });
  const volume = await openFileSource(path);
  try {
    for (const { offset, length } of allocated) {
      await disk.write(await volume.read(offset, length), 0, length, start + offset);
    }
  } finally {
    await volume.close();
  }
}

async function makeNtfs(
  layout: StickLayout,
  folder: string,
  { withoutWindows = [], windowsFiles = {} }: StickChanges,
): Promise<string> {
  const tree = join(folder, 'tree');
  const { x64 } = await signedPrograms();
  const programNames = ['winload.efi', 'winresume.efi', 'winload.exe', 'winresume.exe'];
  const files: Record<string, string | Buffer> = {
    ...Object.fromEntries(programNames.map((name) => [`/Windows/System32/${name}`, x64])),
    ...HIVE_FILES,
    [SYSTEM_HIVE]: testSystemHive(),
    ...windowsFiles,
  };
  for (const [path, content] of Object.entries(files)) {
    if (withoutWindows.includes(path)) continue;
    await mkdir(join(tree, dirname(path)), { recursive: true });
    await writeFile(join(tree, path), content);
  }
  const volume = join(folder, 'ntfs');
  const { start, bytes } = place(layout, 'windows');
  await writeFile(volume, '');
  await truncate(volume, bytes);
  const geometry = [
    '-s',
    '512',
    '-c',
    '4096',
    '-p',
    String(start / SECTOR),
    '-H',
    '255',
    '-S',
    '63',
  ];
  await exec('mkntfs', ['-Q', '-F', '-q', ...geometry, volume]);
  const wim = join(folder, 'w.wim');
  await exec('wimlib-imagex', ['capture', tree, wim, '--compress=none']);
  await exec('wimlib-imagex', ['apply', wim, '1', volume]);
  return volume;
}

/** Copies what isn't zero, so that the file stays sparse. */
async function copyInto(disk: FileHandle, path: string, start: number): Promise<void> {
  const zeros = Buffer.alloc(MiB);
  const volume = await openFileSource(path);
  try {
    for (let offset = 0; offset < volume.size; offset += MiB) {
      const piece = await volume.read(offset, Math.min(MiB, volume.size - offset));
      if (!piece.equals(zeros.subarray(0, piece.length))) {
        await disk.write(piece, 0, piece.length, start + offset);
      }
    }
  } finally {
    await volume.close();
  }
}
