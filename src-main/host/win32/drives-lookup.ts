import type { DriveReport, ReportedDisk, ReportedPartition, ReportedVolume } from './drives-report';

/** MSFT_Disk's BusType. */
const BUS_FILE = 15;
const BUS_SPACES = 16;
/** Win32_DiskDrive's Capabilities: supports removable media. */
const REMOVABLE_MEDIA = 7;
/** Partition types of disks whose volumes may span several of them (dynamic disks). */
const DYNAMIC_GPT =
  /^\{(5808c8aa-7e8f-42e0-85d2-e1e90434cfb3|af9b60a0-1431-4f62-bc68-3311714a69ad)\}$/i;
const DYNAMIC_MBR = 0x42;
/** MSFT_PhysicalDisk's CannotPoolReason: in a pool already. */
const IN_A_POOL = 2;

/** A report, looked up by disk number. */
export class ReportedDisks {
  readonly #report: DriveReport;

  constructor(report: DriveReport) {
    this.#report = report;
  }

  partitionsOf(disk: number): ReportedPartition[] {
    return this.#report.partitions
      .filter(({ DiskNumber }) => DiskNumber === disk)
      .sort((a, b) => a.Offset - b.Offset);
  }

  volumeOf({ AccessPaths }: ReportedPartition): ReportedVolume | undefined {
    return this.#report.volumes.find(({ Path }) =>
      AccessPaths.some((path) => sameText(path, Path)),
    );
  }

  isPooled(disk: number): boolean {
    return (this.#report.pooled ?? []).some(
      ({ DeviceId, CannotPoolReason }) =>
        DeviceId === String(disk) && CannotPoolReason.includes(IN_A_POOL),
    );
  }

  hasRemovableMedium(disk: number): boolean {
    return (this.#report.diskDrives ?? []).some(
      ({ Index, Capabilities }) => Index === disk && Capabilities.includes(REMOVABLE_MEDIA),
    );
  }

  /** Win32_EncryptableVolume's ProtectionStatus: 0 off, 1 on, 2 can't be told, which a locked volume can't. */
  protectionOf({ AccessPaths }: ReportedPartition): 'off' | 'on' | 'locked' | null {
    const volume = (this.#report.encryptable ?? []).find(({ DeviceID }) =>
      AccessPaths.some((path) => sameText(path, DeviceID)),
    );
    if (!volume) return null;
    return (['off', 'on', 'locked'] as const)[volume.ProtectionStatus ?? 0] ?? null;
  }

  /** Whether the disk itself holds something of the running system. What Windows doesn't deny counts as said. */
  isSystem(disk: number): boolean {
    const reported = this.#report.disks.find(({ Number }) => Number === disk);
    if (!reported) return true;
    const partitions = this.partitionsOf(disk);
    return (
      reported.IsBoot !== false ||
      reported.IsSystem !== false ||
      reported.BootFromDisk === true ||
      partitions.some(({ IsBoot, IsSystem }) => IsBoot === true || IsSystem === true) ||
      this.#systemPaths().some((path) => this.#diskOf(path) === disk)
    );
  }

  /**
   * The disk first, then those that are built on it: disks whose file lies on it, and what files on these hold. Dynamic disks
   * count as built on each other, since a volume may span all of them.
   */
  withBuiltOn(disk: number): number[] {
    const found = new Set([disk]);
    for (const number of found) {
      for (const other of this.#report.disks) {
        if (this.#isBuiltOn(other, number)) found.add(other.Number);
      }
    }
    return [...found];
  }

  #isBuiltOn(disk: ReportedDisk, below: number): boolean {
    if (disk.BusType === BUS_FILE) {
      if (isNetworkPath(disk.Location ?? '')) return false;
      const holder = this.#diskOf(disk.Location ?? '');
      // Where its file lies can't be told: it may be here.
      return holder === null || holder === below;
    }
    if (disk.BusType === BUS_SPACES) return this.isPooled(below);
    return this.#isDynamic(disk.Number) && this.#isDynamic(below);
  }

  #isDynamic(disk: number): boolean {
    return this.partitionsOf(disk).some(
      ({ GptType, MbrType }) => MbrType === DYNAMIC_MBR || DYNAMIC_GPT.test(GptType ?? ''),
    );
  }

  #systemPaths(): string[] {
    const { pageFiles, dumpFiles, systemFolders } = this.#report;
    return [...pageFiles, ...(dumpFiles ?? []), ...systemFolders].filter(
      (path) => !!path,
    ) as string[];
  }

  /** The disk with the volume that holds a path: the one that is mounted deepest above it. */
  #diskOf(path: string): number | null {
    const wanted = path.replace(/^\\(\?\?|\\\?|\\\.)\\(?=[a-z]:)/i, '').toLowerCase();
    let best: { length: number; disk: number } | null = null;
    for (const partition of this.#report.partitions) {
      for (const point of partition.AccessPaths) {
        const folder = point.toLowerCase().replace(/\\?$/, '\\');
        const holds = `${wanted}\\`.startsWith(folder);
        if (holds && folder.length > (best?.length ?? 0)) {
          best = { length: folder.length, disk: partition.DiskNumber };
        }
      }
    }
    return best?.disk ?? null;
  }
}

function isNetworkPath(path: string): boolean {
  return /^\\\\(?![?.]\\)|^\\(\?\?|\\\?)\\UNC\\/i.test(path);
}

/** Windows' names and paths don't tell capital letters from small ones. */
export function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
