import { basename } from 'node:path';
import { windowsVolume, type LayoutPartition } from '../../src-shared/layout';
import type { WindowsPlan } from '../../src-shared/plan';
import { isProtectedHere } from '../../src-shared/protect';
import { formatBytes, MiB, SECTOR } from '../../src-shared/units';
import { diskOffset } from '../../src-shared/vhdx';
import type { HostDescription } from '../host';
import { BOOT_FOLDER, VOLUME_FILE } from './build-cache';
import { CONTAINER_FILE, containerVolume } from './container';
import { needsText } from './log-space';
import { place } from './place';
import type { Prepared, PreparedTarget } from './prepare';
import {
  buildVolumeSizes,
  commonFiles,
  windowsVolumeRequest,
  type VolumePlace,
} from './windows-volume';

const partitionNames = {
  efi: 'EFI system partition, FAT32',
  msr: 'Microsoft reserved partition',
  windows: 'Windows, NTFS',
  shared: 'shared files, exFAT',
} as const;

const tableNames = {
  gpt: 'GPT, new GUIDs',
  mbr: 'MBR, new signature, boot code for a BIOS',
} as const;

/** The exact operations of a plan, in order, one line each, for people who want to know before they agree. */
export function windowsOperations(
  plan: WindowsPlan,
  prepared: Prepared,
  workFolder: string,
  host: HostDescription,
): string[] {
  const folder = host.join(workFolder, '.sticksmith-job-…');
  const lines = [
    `Windows should have ${needsText(prepared)}`,
    ...imageLines(plan, prepared, folder),
  ];
  if (plan.way === 'staged') {
    lines.push(
      'unless a build with the same content was kept by an earlier job:',
      ...indented(buildLines(plan, prepared, folder, host)),
    );
  }
  if (prepared.targets.length > 1) lines.push('for all targets at the same time:');
  prepared.targets.forEach((target, index) => {
    const own = host.join(folder, `stick-${String(index + 1)}`);
    const one = targetLines(plan, prepared, target, own, host);
    lines.push(...(prepared.targets.length > 1 ? indented(one) : one));
  });
  return lines;
}

function imageLines(plan: WindowsPlan, { info }: Prepared, folder: string): string[] {
  const copied = info.wim.insideIso !== null;
  return [
    `read ${info.path} once: SHA-256${copied ? `, copy ${info.wim.parts.join(', ')} to ${folder}` : ''}`,
    plan.image.sha256 === null
      ? 'go on with any SHA-256'
      : `stop unless the SHA-256 is ${plan.image.sha256}`,
  ];
}

function buildLines(
  plan: WindowsPlan,
  prepared: Prepared,
  folder: string,
  host: HostDescription,
): string[] {
  const [volumeBytes] = buildVolumeSizes(prepared);
  return [
    ...unpackLines(plan, prepared, folder, host, {
      place: 'new-file',
      volumePath: host.join(folder, VOLUME_FILE),
      volumeBytes,
      bootFilesFolder: host.join(folder, BOOT_FOLDER),
    }),
    'list what is in use in it, in pieces of at most 4 MiB, each with its XXH64',
  ];
}

function unpackLines(
  plan: WindowsPlan,
  prepared: Prepared,
  folder: string,
  host: HostDescription,
  volume: VolumePlace,
): string[] {
  const { info } = prepared;
  const copied = info.wim.insideIso !== null;
  const wimParts = copied
    ? info.wim.parts.map((part) => host.join(folder, basename(part)))
    : info.wim.parts;
  return host.describeWindowsVolume(
    windowsVolumeRequest(
      { plan, prepared, tools: { host } },
      wimParts,
      commonFiles(prepared),
      volume,
    ),
  );
}

function targetLines(
  plan: WindowsPlan,
  prepared: Prepared,
  planned: PreparedTarget,
  folder: string,
  host: HostDescription,
): string[] {
  const { name, target, layout } = planned;
  const device = target.kind === 'drive';
  const direct = plan.way === 'direct';
  const preamble = diskOffset(target);
  const disk = preamble > 0 ? `the disk in ${name}` : name;
  return [
    ...(device
      ? host.describeOpening(name, target.unmount)
      : [
          `create ${name}.unfinished, ${preamble > 0 ? `${formatBytes(preamble)} of a virtual disk’s own structures and a disk of ` : ''}${formatBytes(target.sizeBytes)}`,
        ]),
    ...(direct ? directLines(plan, prepared, planned, folder, host) : []),
    ...containerLines(planned, folder, host),
    `make ${host.join(folder, 'efi.fat')}: FAT32 with the boot files of the image and ${
      layout.scheme === 'gpt' ? 'a BCD' : 'BCDs for UEFI and BIOS'
    } for this stick`,
    ...sharedLines(plan, planned, folder, host),
    ...(direct
      ? []
      : [`make ${host.join(folder, 'windows-overlay.bin')}: ${overlayText(planned)}`]),
    ...sealLines(plan, planned, folder, host),
    ...(device
      ? [`erase the partition table of ${name} (first and last ${formatBytes(MiB)})`]
      : []),
    ...layout.partitions
      .filter(({ role }) => role !== 'msr' && !(direct && role === 'windows'))
      .flatMap((part) => writeLines(plan, disk, part)),
    ...(device ? [`flush ${name}, read back what was written and compare`] : []),
    `write the partition table (${tableNames[layout.scheme]}) to ${disk}${preamble > 0 ? ', after it the first MiB of the file,' : ''} and flush:`,
    ...layout.partitions.map(tableLine),
    ...(device ? [] : [`rename ${name}.unfinished to ${name}`]),
    ...encryptLines(plan, planned, host),
    `check ${disk} as firmware would read it`,
    ...(isProtectedHere(plan.protect)
      ? ['open Windows’ volume by the password, and by the recovery key that it keeps itself']
      : []),
  ];
}

function directLines(
  plan: WindowsPlan,
  prepared: Prepared,
  { name, layout }: PreparedTarget,
  folder: string,
  host: HostDescription,
): string[] {
  const { startByte, bytes } = windowsVolume(layout);
  const { lend, path, giveBack } = host.describeLending(name, { offset: startByte, length: bytes });
  return [
    `erase the partition table of ${name} (first and last ${formatBytes(MiB)})`,
    ...lend,
    ...unpackLines(plan, prepared, folder, host, {
      place: 'device',
      volumePath: path,
      volumeBytes: bytes,
      bootFilesFolder: host.join(folder, BOOT_FOLDER),
    }),
    ...giveBack,
  ];
}

function containerLines(
  { layout }: PreparedTarget,
  folder: string,
  host: HostDescription,
): string[] {
  const { vhdx } = layout;
  if (!vhdx) return [];
  return [
    ...host.describeContainerVolume(
      containerVolume(layout, vhdx, host.join(folder, CONTAINER_FILE), Buffer.alloc(0)),
    ),
    `begin the virtual disk with its headers and an MBR for its one partition of ${String(windowsVolume(layout).bytes)} bytes`,
  ];
}

function sharedLines(
  plan: WindowsPlan,
  { layout }: PreparedTarget,
  folder: string,
  host: HostDescription,
): string[] {
  if (!layout.partitions.some(({ role }) => role === 'shared')) return [];
  const { bytes } = place(layout, 'shared');
  const path = host.join(folder, 'shared.exfat');
  const { sharedLabel } = plan.space;
  const labelled = sharedLabel === '' ? '' : `, labelled “${sharedLabel}”`;
  return [`make ${path}: an empty exFAT volume of ${String(bytes)} bytes${labelled}`];
}

function overlayText({ layout, content }: PreparedTarget): string {
  const { bytes } = windowsVolume(layout);
  const files = content.ownFiles.map(({ path }) => `, ${path}`).join('');
  return `the NTFS metadata that enlarges the volume to ${String(bytes)} bytes, a serial number of its own${files}`;
}

function sealLines(
  { protect }: WindowsPlan,
  { content }: PreparedTarget,
  folder: string,
  host: HostDescription,
): string[] {
  if (protect.kind !== 'now') return [];
  const whose = content.computerName === null ? '' : ` of ${content.computerName}`;
  return [
    `make keys for ${protect.cipher}, a password protector and a recovery protector; no TPM`,
    `make ${host.join(folder, 'bitlocker.bin')}: BitLocker’s first sector, its metadata three times, and the encrypted copy of NTFS’ first 8 KiB`,
    `save the recovery key${whose} in ${protect.recoveryFolder}; it is removed again if this stick isn’t finished`,
  ];
}

/** What this computer's Windows does with a stick that is written. */
function encryptLines(
  { protect }: WindowsPlan,
  { name, layout, content }: PreparedTarget,
  host: HostDescription,
): string[] {
  if (protect.kind !== 'after-writing') return [];
  const whose = content.computerName === null ? '' : ` of ${content.computerName}`;
  return [
    `have this computer’s Windows encrypt ${name}; before it begins, the recovery key${whose} is saved in ${protect.recoveryFolder}:`,
    ...indented(host.describeEncryption(name, windowsVolume(layout).startByte, protect)),
  ];
}

function writeLines(
  { protect }: WindowsPlan,
  name: string,
  { role, startLba }: LayoutPartition,
): string[] {
  const write = `write allocated clusters of ${partitionNames[role]} to ${name} from byte ${String(startLba * SECTOR)}`;
  if (role !== 'windows' || protect.kind !== 'now') return [write];
  return [
    ...(protect.clearFreeSpace
      ? ['make unreadable what lies where Windows will have free space: discard it, or write zeros']
      : []),
    `${write}, each sector encrypted on its way, and bitlocker.bin as it is`,
  ];
}

function tableLine({ role, startLba, sectors }: LayoutPartition): string {
  const last = startLba + sectors - 1;
  const size = formatBytes(sectors * SECTOR);
  return `  sectors ${String(startLba)} to ${String(last)}, ${size}: ${partitionNames[role]}`;
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
