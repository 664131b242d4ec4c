import { stat } from 'node:fs/promises';
import { KiB, MiB, alignDown, alignUp } from '../../../../../src-shared/units';
import { runTool } from '../../../run-tool';
import type { Computer, SimulatedDisk, SimulatedVolume } from './computer';
import { diskpartError, nothingSelected, serviceError } from './diskpart-error';
import type { DiskpartCommand, DiskpartCommandName } from './diskpart-grammar';
import { placeOf, samePlace, withPath, SimulatedFiles } from './files';
import {
  GPT_TYPE,
  activatePartition,
  appendPartition,
  eraseTables,
  freeRanges,
  readTable,
  setPartitionType,
  writeEmptyTable,
  type Partition,
  type PartitionTable,
} from './partition-table';
import { SimulationLimit } from './simulation-limit';
import { attachVhdx, createVhdx, detachVhdx } from './vdisk';
import { withVolumeDevice } from './volume-access';

/** Windows’ own disk. It can be selected, and nothing can be done to it. */
const OWN_DISK = 0;
/** The reserved partition that comes with a GPT on a running Windows: from sector 34 to 16 MiB (reported). */
const RESERVED_END = 16 * MiB;
const MBR_TYPE = { ntfs: '7', exfat: '7', fat32: 'C' } as const;

/** One run of diskpart: what is selected is forgotten when it ends. Commands throw DiskpartError, and SimulationLimit. */
export class DiskpartSession {
  readonly #computer: Computer;
  #disk: SimulatedDisk | 'own' | null = null;
  /** Start of the partition selected, in bytes. */
  #partition: number | null = null;
  #volume: SimulatedVolume | null = null;
  /** Windows path of the virtual disk selected. */
  #vdisk: string | null = null;

  constructor(computer: Computer) {
    this.#computer = computer;
  }

  /** Carries out a command and gives what it prints. */
  async run(command: DiskpartCommand): Promise<string> {
    const { flags, values } = command;
    const object = command.object ?? '';
    const commands: Record<DiskpartCommandName, () => Promise<string> | string> = {
      'select disk': () => this.#selectDisk(Number(object)),
      'select partition': () => this.#selectPartition(Number(object)),
      'select volume': () => this.#selectVolume(object),
      'select vdisk': () => this.#selectVdisk(values.get('file') ?? ''),
      'create vdisk': () => this.#createVdisk(values),
      'attach vdisk': () => this.#attachVdisk(flags.has('readonly')),
      'detach vdisk': () => this.#detachVdisk(),
      'create partition primary': () => this.#createPartition('data', values),
      'create partition efi': () => this.#createPartition('efi', values),
      'create partition msr': () => this.#createPartition('msr', values),
      format: () => this.#format(flags, values),
      assign: () => this.#assign(values),
      remove: () => this.#remove(flags, values),
      clean: () => this.#clean(),
      'convert gpt': () => this.#convert('gpt'),
      'convert mbr': () => this.#convert('mbr'),
      'online disk': () => this.#setOnline(true),
      'offline disk': () => this.#setOnline(false),
      'attributes disk clear readonly': () => this.#setReadOnly(false),
      'attributes disk set readonly': () => this.#setReadOnly(true),
      active: () => this.#activate(),
      automount: () => this.#setAutomount(flags),
      rescan: () =>
        'Please wait while DiskPart scans your configuration...\r\n\r\nDiskPart has finished scanning your configuration.',
      'list disk': () => this.#listDisks(),
      'list partition': () => this.#listPartitions(),
      'list volume': () => this.#listVolumes(),
      'list vdisk': () => this.#listVdisks(),
      exit: () => '',
    };
    return commands[command.name]();
  }

  #selectDisk(number: number): string {
    this.#partition = null;
    this.#volume = null;
    const disk = this.#computer.disks.find((one) => one.number === number);
    this.#disk = number === OWN_DISK ? 'own' : (disk ?? null);
    if (this.#disk === null) {
      throw diskpartError('wrongSelection', 'The disk you specified is not valid.');
    }
    return `Disk ${String(number)} is now the selected disk.`;
  }

  async #selectPartition(number: number): Promise<string> {
    const disk = this.#requireDisk();
    const table = await readTable(disk.image);
    const partition = table?.partitions.find((one) => one.number === number);
    if (!partition) {
      this.#partition = null;
      throw diskpartError('wrongSelection', 'The specified partition is not valid.');
    }
    this.#focus(disk, partition.startByte);
    return `Partition ${String(number)} is now the selected partition.`;
  }

  #selectVolume(object: string): string {
    const volume = this.#computer.volumes.find(({ letter, number }) =>
      /^\d/.test(object) ? number === Number(object) : letter === object.charAt(0).toUpperCase(),
    );
    if (!volume)
      throw diskpartError(
        'wrongSelection',
        'The volume you selected is not valid or does not exist.',
      );
    this.#focus(volume.disk, volume.startByte);
    return `Volume ${String(volume.number)} is the selected volume.`;
  }

  #focus(disk: SimulatedDisk, startByte: number): void {
    this.#disk = disk;
    this.#partition = startByte;
    this.#volume = this.#computer.volumeAt(disk, startByte);
  }

  async #selectVdisk(path: string): Promise<string> {
    if ((await new SimulatedFiles(this.#computer).kindOf(path)) !== 'file') {
      this.#vdisk = null;
      throw diskpartError('fileNotFound', 'The system cannot find the file specified.');
    }
    this.#vdisk = path;
    const disk = await this.#attachedDisk(path);
    // Assumed: with an attached one comes its disk.
    if (disk) {
      this.#disk = disk;
      this.#partition = null;
      this.#volume = null;
    }
    return 'DiskPart successfully selected the virtual disk file.';
  }

  async #createVdisk(values: ReadonlyMap<string, string>): Promise<string> {
    const path = values.get('file') ?? '';
    if (!/\.vhdx$/i.test(path)) throw new SimulationLimit('only VHDX files can be made');
    const place = placeOf(this.#computer, path);
    if (place === null) throw diskpartError('badPath', BAD_NAME);
    if (place.kind !== 'drive-c') throw new SimulationLimit('virtual disks lie on C: only');
    if (this.#computer.full)
      throw diskpartError('diskFull', 'There is not enough space on the disk.');
    const bytes = Number(values.get('maximum')) * MiB;
    // learn.microsoft.com, create-vdisk: fixed unless said otherwise.
    const type = values.get('type')?.toLowerCase() === 'expandable' ? 'dynamic' : 'fixed';
    await withPath(this.#computer, path, async (local) => {
      if (await stat(local).catch(() => null)) {
        throw diskpartError('fileExists', 'The file exists.');
      }
      const parent = await stat(local.replace(/\/[^/]+$/, '')).catch(() => null);
      if (parent?.isDirectory() !== true) {
        throw diskpartError('fileNotFound', 'The system cannot find the path specified.');
      }
      await createVhdx(local, bytes, type);
    });
    this.#vdisk = path;
    return '  100 percent completed\r\n\r\nDiskPart successfully created the virtual disk file.';
  }

  async #attachVdisk(readOnly: boolean): Promise<string> {
    const path = this.#requireVdisk();
    if (await this.#attachedDisk(path)) {
      throw serviceError('deviceInUse', 'The virtual disk is already attached.');
    }
    const disk = await withPath(this.#computer, path, (local) =>
      attachVhdx(this.#computer, local, readOnly),
    );
    this.#disk = disk;
    this.#partition = null;
    this.#volume = null;
    return '  100 percent completed\r\n\r\nDiskPart successfully attached the virtual disk file.';
  }

  async #detachVdisk(): Promise<string> {
    const disk = await this.#attachedDisk(this.#requireVdisk());
    if (!disk) throw serviceError('invalidOperation', 'The virtual disk is already detached.');
    // Assumed: what Windows does with a hive whose disk goes is documented nowhere, so nobody is to rely on it.
    if (this.#computer.hasHiveOn((volume) => volume.disk === disk)) {
      throw diskpartError('fileInUse', FILE_IN_USE);
    }
    await detachVhdx(this.#computer, disk);
    if (this.#disk === disk) {
      this.#disk = null;
      this.#partition = null;
      this.#volume = null;
    }
    return 'DiskPart successfully detached the virtual disk file.';
  }

  async #createPartition(
    kind: 'data' | 'efi' | 'msr',
    values: ReadonlyMap<string, string>,
  ): Promise<string> {
    const disk = this.#requireWritableDisk();
    const table = await readTable(disk.image);
    // Assumed: a disk without a table becomes MBR.
    if (!table && kind === 'data') await writeEmptyTable(disk.image, 'mbr');
    const { kind: style, partitions } = table ?? { kind: 'mbr' as const, partitions: [] };
    if (kind !== 'data' && style === 'mbr') {
      throw serviceError(
        'invalidOperation',
        'The operation is not supported on the selected disk.',
      );
    }
    const align = Number(values.get('align') ?? 1024) * KiB;
    const startByte = placeFor({ kind: style, partitions }, disk.bytes, values, align);
    const id = values.get('id')?.toUpperCase();
    const type = id ?? (style === 'gpt' ? GPT_TYPE[kind] : '6');
    if (type.includes('-') !== (style === 'gpt')) {
      throw diskpartError('wrongArguments', 'The partition type does not fit the disk.');
    }
    await appendPartition(disk.image, { ...startByte, type });
    if (kind !== 'msr') this.#computer.addVolume(disk, startByte.startByte, startByte.bytes);
    this.#focus(disk, startByte.startByte);
    return 'DiskPart succeeded in creating the specified partition.';
  }

  async #format(flags: ReadonlySet<string>, values: ReadonlyMap<string, string>): Promise<string> {
    const volume = this.#requireVolume();
    requireWritable(volume.disk);
    if (this.#computer.hasHiveOn((one) => one === volume) && !flags.has('override')) {
      throw serviceError('deviceInUse', 'The device is in use.');
    }
    if (!flags.has('quick')) throw new SimulationLimit('only quick formats');
    const fileSystem = (values.get('fs')?.toLowerCase() ?? 'ntfs') as 'ntfs' | 'fat32' | 'exfat';
    const label = values.get('label') ?? '';
    const longest = fileSystem === 'ntfs' ? 32 : 11;
    if (label.length > longest) {
      throw serviceError('invalidOperation', 'The specified label is too long.');
    }
    await withVolumeDevice(volume, (device) =>
      makeFileSystem(device, fileSystem, { label, unit: unitBytes(values.get('unit')), volume }),
    );
    const table = await readTable(volume.disk.image);
    const partition = table?.partitions.find(({ startByte }) => startByte === volume.startByte);
    if (table?.kind === 'mbr' && partition) {
      await setPartitionType(volume.disk.image, partition.number, MBR_TYPE[fileSystem]);
    }
    return '  100 percent completed\r\n\r\nDiskPart successfully formatted the volume.';
  }

  async #assign(values: ReadonlyMap<string, string>): Promise<string> {
    const volume = this.#requireVolume();
    const mount = values.get('mount');
    if (mount !== undefined) await this.#mount(volume, mount);
    else this.#giveLetter(volume, values.get('letter')?.charAt(0).toUpperCase());
    return 'DiskPart successfully assigned the drive letter or mount point.';
  }

  /** A folder has to be there, empty, and on an NTFS volume (learn.microsoft.com, “Assign a mount point folder path to a drive”). */
  async #mount(volume: SimulatedVolume, folder: string): Promise<void> {
    const place = placeOf(this.#computer, folder);
    if (place === null) throw diskpartError('badPath', BAD_NAME);
    if (place.kind === 'volume') {
      // A volume’s own folder is how a folder looks that has a volume already.
      if (place.names.length === 0) {
        throw serviceError('invalidOperation', 'The specified path is in use.');
      }
      throw new SimulationLimit('volumes are mounted in folders on C: only');
    }
    const entries = await withPath(this.#computer, folder, async (local) => {
      const found = await stat(local).catch(() => null);
      return found?.isDirectory() === true ? new SimulatedFiles(this.#computer).list(folder) : null;
    });
    if (entries === null)
      throw diskpartError('fileNotFound', 'The system cannot find the file specified.');
    if (entries.length > 0)
      throw serviceError('invalidOperation', 'The specified path is not empty.');
    volume.folders.push(folder.replace(/\\+$/, ''));
  }

  #giveLetter(volume: SimulatedVolume, wanted: string | undefined): void {
    const letter = wanted ?? this.#computer.freeLetter();
    const taken = this.#computer.volumes.some((one) => one.letter === letter);
    if (taken || letter === 'C') {
      throw serviceError(
        'invalidOperation',
        'The specified drive letter is not free to be assigned.',
      );
    }
    volume.letter = letter;
  }

  #remove(flags: ReadonlySet<string>, values: ReadonlyMap<string, string>): string {
    const volume = this.#requireVolume();
    const mount = values.get('mount');
    const letter = values.get('letter')?.charAt(0).toUpperCase() ?? null;
    const isMeant = (folder: string): boolean =>
      flags.has('all') || (mount !== undefined && samePlace(folder, mount));
    const takesLetter =
      volume.letter !== null &&
      (flags.has('all') || letter === volume.letter || (letter === null && mount === undefined));
    if (!takesLetter && !volume.folders.some(isMeant)) {
      throw diskpartError(
        'objectNotFound',
        'The specified drive letter or mount point was not found.',
      );
    }
    if (takesLetter) volume.letter = null;
    volume.folders = volume.folders.filter((folder) => !isMeant(folder));
    return 'DiskPart successfully removed the drive letter or mount point.';
  }

  async #clean(): Promise<string> {
    const disk = this.#requireDisk();
    if (!disk.online) throw serviceError('invalidOperation', 'The disk is offline.');
    requireWritable(disk);
    if (this.#computer.hasHiveOn((volume) => volume.disk === disk)) {
      throw serviceError('deviceInUse', 'The device is in use.');
    }
    await eraseTables(disk.image, disk.bytes);
    this.#computer.removeVolumesOf(disk);
    this.#partition = null;
    this.#volume = null;
    return 'DiskPart succeeded in cleaning the disk.';
  }

  async #convert(kind: 'gpt' | 'mbr'): Promise<string> {
    const disk = this.#requireWritableDisk();
    const table = await readTable(disk.image);
    if ((table?.partitions.length ?? 0) > 0 || table?.kind === kind) {
      throw serviceError('diskNotEmpty', 'The specified disk is not convertible.');
    }
    await eraseTables(disk.image, disk.bytes);
    await writeEmptyTable(disk.image, kind);
    if (kind === 'gpt') {
      const startByte = 34 * 512;
      const bytes = RESERVED_END - startByte;
      await appendPartition(disk.image, { startByte, bytes, type: GPT_TYPE.msr });
    }
    return `DiskPart successfully converted the selected disk to ${kind.toUpperCase()} format.`;
  }

  #setOnline(online: boolean): string {
    const disk = this.#requireDisk();
    const word = online ? 'online' : 'offline';
    // Reported: Windows takes no removable drive offline.
    if (!online && disk.removable) {
      throw serviceError('invalidOperation', 'The operation is not supported on removable media.');
    }
    if (disk.online === online) {
      throw serviceError('invalidOperation', `This disk is already ${word}.`);
    }
    disk.online = online;
    return `DiskPart successfully ${word}d the selected disk.`;
  }

  #setReadOnly(readOnly: boolean): string {
    this.#requireDisk().readOnly = readOnly;
    return `Disk attributes ${readOnly ? 'set' : 'cleared'} successfully.`;
  }

  async #activate(): Promise<string> {
    const disk = this.#requireWritableDisk();
    const table = await readTable(disk.image);
    const partition = table?.partitions.find(({ startByte }) => startByte === this.#partition);
    if (!partition) throw nothingSelected('partition');
    if (table?.kind !== 'mbr') {
      throw diskpartError('wrongSelection', 'The selected disk is not a fixed MBR disk.');
    }
    await activatePartition(disk.image, partition.number);
    return 'DiskPart marked the current partition as active.';
  }

  #setAutomount(flags: ReadonlySet<string>): string {
    if (flags.has('scrub')) throw new SimulationLimit('automount scrub');
    if (flags.size > 0) this.#computer.automount = flags.has('enable');
    return `Automatic mounting of new volumes ${this.#computer.automount ? 'enabled' : 'disabled'}.`;
  }

  #listDisks(): string {
    const rows = this.#computer.disks.map(
      ({ number, online, bytes }) =>
        `  Disk ${String(number).padEnd(3)}  ${(online ? 'Online' : 'Offline').padEnd(13)}  ${sizeText(bytes)}`,
    );
    return [
      '  Disk ###  Status         Size   ',
      '  --------  -------------  -------',
      ...rows,
    ].join('\r\n');
  }

  async #listPartitions(): Promise<string> {
    const table = await readTable(this.#requireDisk().image);
    const partitions = table?.partitions ?? [];
    if (partitions.length === 0) return 'There are no partitions on this disk to show.';
    const rows = partitions.map(
      ({ number, type, bytes, startByte }) =>
        `  Partition ${String(number)}    ${typeText(type).padEnd(16)}  ${sizeText(bytes)}  ${sizeText(startByte)}`,
    );
    const head = '  Partition ###  Type              Size     Offset';
    return [head, '  -------------  ----------------  -------  -------', ...rows].join('\r\n');
  }

  #listVolumes(): string {
    const rows = this.#computer.volumes.map(
      ({ number, letter, bytes }) =>
        `  Volume ${String(number).padEnd(3)}   ${letter ?? ' '}   ${sizeText(bytes)}`,
    );
    return ['  Volume ###  Ltr  Size   ', '  ----------  ---  -------', ...rows].join('\r\n');
  }

  #listVdisks(): string {
    const rows = this.#computer.disks
      .filter(({ vdisk }) => vdisk !== null)
      .map(
        ({ number, vdisk }) => `  VDisk 0    Disk ${String(number)}    Attached  ${vdisk ?? ''}`,
      );
    return rows.length === 0 ? 'There are no virtual disks to show.' : rows.join('\r\n');
  }

  #requireDisk(): SimulatedDisk {
    if (this.#disk === 'own') {
      const sentence =
        'The operation is not allowed on the disk containing the current boot, system, pagefile, crashdump or hibernation volume.';
      throw serviceError('accessDenied', sentence);
    }
    if (this.#disk === null || !this.#computer.disks.includes(this.#disk))
      throw nothingSelected('disk');
    return this.#disk;
  }

  #requireWritableDisk(): SimulatedDisk {
    const disk = this.#requireDisk();
    if (!disk.online) throw serviceError('invalidOperation', 'The disk is offline.');
    requireWritable(disk);
    return disk;
  }

  #requireVolume(): SimulatedVolume {
    const volume = this.#volume;
    if (volume === null || !this.#computer.volumes.includes(volume))
      throw nothingSelected('volume');
    if (!volume.disk.online) throw serviceError('invalidOperation', 'The disk is offline.');
    return volume;
  }

  #requireVdisk(): string {
    if (this.#vdisk === null) throw nothingSelected('virtual disk');
    return this.#vdisk;
  }

  async #attachedDisk(path: string): Promise<SimulatedDisk | null> {
    const local = await withPath(this.#computer, path, (found) => Promise.resolve(found));
    return this.#computer.disks.find(({ vdisk }) => vdisk !== null && vdisk === local) ?? null;
  }
}

const BAD_NAME = 'The filename, directory name, or volume label syntax is incorrect.';
const FILE_IN_USE =
  'The process cannot access the file because it is being used by another process.';

function requireWritable(disk: SimulatedDisk): void {
  if (disk.readOnly) throw diskpartError('writeProtected', 'The media is write protected.');
}

/** Where a partition of that size, in MiB, comes to lie: at the offset, in KiB, or in the largest free range. */
function placeFor(
  table: PartitionTable,
  diskBytes: number,
  values: ReadonlyMap<string, string>,
  align: number,
): Pick<Partition, 'startByte' | 'bytes'> {
  const size = values.get('size');
  const offset = values.get('offset');
  const bytes = size === undefined ? null : Number(size) * MiB;
  const ranges = freeRanges(table, diskBytes).map(({ startByte, bytes: length }) => {
    const end = startByte + length;
    // The first MiB is left to boot code, whatever the table.
    const start = Math.max(alignUp(startByte, align), MiB);
    return { startByte: start, bytes: alignDown(end, MiB) - start, end };
  });
  if (offset !== undefined) {
    const startByte = Number(offset) * KiB;
    const range = ranges.find((one) => startByte >= one.startByte && startByte < one.end);
    const room = range ? (bytes === null ? alignDown(range.end, MiB) : range.end) - startByte : 0;
    if (room <= 0 || (bytes ?? 0) > room) throw noRoom();
    return { startByte, bytes: bytes ?? room };
  }
  const [largest] = ranges.sort((a, b) => b.bytes - a.bytes);
  if (!largest || largest.bytes <= 0 || (bytes ?? 0) > largest.bytes) throw noRoom();
  return { startByte: largest.startByte, bytes: bytes ?? largest.bytes };
}

function noRoom(): Error {
  return serviceError('notEnoughSpace', 'There is not enough usable space for this operation.');
}

function unitBytes(unit: string | undefined): number | null {
  if (unit === undefined) return null;
  const number = Number.parseInt(unit, 10);
  const bytes = /k$/i.test(unit) ? number * KiB : number;
  if (!Number.isInteger(Math.log2(bytes)) || bytes < 512) {
    throw serviceError('invalidOperation', 'The cluster size is not valid.');
  }
  return bytes;
}

interface FormatChoices {
  label: string;
  /** Bytes of a cluster; null leaves it to the tool. */
  unit: number | null;
  volume: SimulatedVolume;
}

async function makeFileSystem(
  device: string,
  fileSystem: 'ntfs' | 'fat32' | 'exfat',
  { label, unit, volume }: FormatChoices,
): Promise<void> {
  if (fileSystem === 'ntfs') {
    const place = ['-p', String(volume.startByte / 512), '-H', '255', '-S', '63', '-s', '512'];
    await runTool('mkntfs', [
      ...['-Q', '-F', '-q', '-c', String(unit ?? 4096), ...place],
      ...(label === '' ? [] : ['-L', label]),
      device,
    ]);
  } else if (fileSystem === 'fat32') {
    const clusters = unit === null ? [] : ['-s', String(unit / 512)];
    const name = label === '' ? [] : ['-n', label.toUpperCase()];
    await runTool('mkfs.fat', ['-F', '32', ...clusters, ...name, device]);
  } else {
    const clusters = unit === null ? [] : ['-c', String(unit)];
    await runTool('mkfs.exfat', [...clusters, ...(label === '' ? [] : ['-L', label]), device]);
  }
}

/** As diskpart writes sizes: seven columns, in binary units. */
function sizeText(bytes: number): string {
  const [value, unit] =
    bytes >= 1024 * MiB
      ? [bytes / (1024 * MiB), 'GB']
      : bytes >= MiB
        ? [bytes / MiB, 'MB']
        : [bytes / KiB, 'KB'];
  return `${String(Math.floor(value)).padStart(4)} ${unit}`;
}

function typeText(type: string): string {
  if (type === GPT_TYPE.efi) return 'System';
  return type === GPT_TYPE.msr ? 'Reserved' : 'Primary';
}
