import { basename, join } from 'node:path';
import type { LayoutPartition } from '../../src-shared/layout';
import type { StickPlan } from '../../src-shared/plan';
import { formatBytes, MiB, SECTOR } from '../../src-shared/units';
import type { Host } from '../host';
import type { Prepared, PreparedTarget } from './prepare';
import { windowsVolumeRequest } from './windows-volume';

const partitionNames = {
  efi: 'EFI system partition, FAT32',
  msr: 'Microsoft reserved partition',
  windows: 'Windows, NTFS',
  shared: 'shared files, exFAT',
} as const;

/** The exact operations of a plan, in order, one line each, for people who want to know before they agree. */
export function planOperations(
  plan: StickPlan,
  prepared: Prepared,
  workFolder: string,
  host: Host,
): string[] {
  const { info, edition } = prepared;
  const folder = join(workFolder, '.sticksmith-job-…');
  const staged = info.wim.insideIso !== null;
  const wimParts = staged
    ? info.wim.parts.map((part) => join(folder, basename(part)))
    : info.wim.parts;
  const lines = [
    `read ${info.path} once: SHA-256${staged ? `, copy ${info.wim.parts.join(', ')} to ${folder}` : ''}`,
    plan.image.sha256 === null
      ? 'go on with any SHA-256'
      : `stop unless the SHA-256 is ${plan.image.sha256}`,
  ];
  for (const target of prepared.targets) {
    const request = windowsVolumeRequest(plan, edition, target.layout, wimParts, folder);
    lines.push(...host.describeWindowsVolume(request), ...targetLines(plan, target, folder, host));
  }
  return lines;
}

function targetLines(
  plan: StickPlan,
  { name, target, layout }: PreparedTarget,
  folder: string,
  host: Host,
): string[] {
  const device = target.kind === 'drive';
  const shared = layout.partitions.find(({ role }) => role === 'shared');
  return [
    `make ${join(folder, 'efi.fat')}: FAT32 with the boot files of the image and a BCD for this stick`,
    ...(shared
      ? host.describeExfat({
          path: join(folder, 'shared.exfat'),
          bytes: shared.sectors * SECTOR,
          label: plan.space.sharedLabel,
          startLba: shared.startLba,
        })
      : []),
    ...(device && target.unmount ? [`unmount what is mounted from ${name}`] : []),
    device
      ? `open ${name} alone and erase its partition table (first and last ${formatBytes(MiB)})`
      : `create ${name}.unfinished, ${formatBytes(target.sizeBytes)}`,
    ...layout.partitions.filter(({ role }) => role !== 'msr').map((part) => writeLine(name, part)),
    ...(device ? [`flush ${name}, read back what was written and compare`] : []),
    `write the partition table (GPT, new GUIDs) to ${name} and flush:`,
    ...layout.partitions.map(tableLine),
    ...(device ? [] : [`rename ${name}.unfinished to ${name}`]),
    `check ${name} as firmware would read it`,
  ];
}

function writeLine(name: string, { role, startLba }: LayoutPartition): string {
  return `write allocated clusters of ${partitionNames[role]} to ${name} from byte ${String(startLba * SECTOR)}`;
}

function tableLine({ role, startLba, sectors }: LayoutPartition): string {
  const last = startLba + sectors - 1;
  const size = formatBytes(sectors * SECTOR);
  return `  sectors ${String(startLba)} to ${String(last)}, ${size}: ${partitionNames[role]}`;
}
