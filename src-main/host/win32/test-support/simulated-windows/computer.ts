import { newGuid } from '../../../../io';
import { RegistryType, valueOf, type HiveKey } from '../../../../guest';
import type { BitLockerBehaviour, SimulatedBitLocker } from './encryptable-volume';
import { findKey, makeKey } from './registry-tree';

/** A disk as Windows numbers it. Its content is a raw image on this computer, mostly holes. */
export interface SimulatedDisk {
  number: number;
  image: string;
  bytes: number;
  removable: boolean;
  online: boolean;
  readOnly: boolean;
  /** Path on this computer of the VHDX that it is the content of; null for a drive. */
  vdisk: string | null;
}

export interface SimulatedVolume {
  number: number;
  /** Of `\\?\Volume{…}\`. */
  id: string;
  disk: SimulatedDisk;
  startByte: number;
  bytes: number;
  letter: string | null;
  /** Windows paths of the folders in which it is mounted. */
  folders: string[];
  /** Null where it has no protectors. */
  bitLocker: SimulatedBitLocker | null;
}

/** An image that is mounted: its files lie unpacked in the folder. */
export interface MountedImage {
  /** Windows path. */
  folder: string;
}

export interface LoadedHive {
  /** Its name below HKEY_LOCAL_MACHINE or HKEY_USERS, with that. */
  key: string;
  file: string;
  /** The volume that holds it; null for a file on the computer's own drive. */
  volume: SimulatedVolume | null;
  root: HiveKey;
  changed: boolean;
}

/** A call whose effect isn't simulated, or only in part. */
export interface RecordedCall {
  program: string;
  args: readonly string[];
}

/** A and B are left to floppy disks, C is the computer's own. */
const LETTERS = Array.from('DEFGHIJKLMNOPQRSTUVWXYZ');
const MOUNT_MANAGER = ['SYSTEM', 'CurrentControlSet', 'Services', 'mountmgr'];

/** Everything that a simulated Windows computer remembers between two programs. Disk 0 is its own, and holds C:. */
export class Computer {
  readonly disks: SimulatedDisk[] = [];
  volumes: SimulatedVolume[] = [];
  readonly mountedImages: MountedImage[] = [];
  hives: LoadedHive[] = [];
  readonly recorded: RecordedCall[] = [];
  /** The computer's own registry, below HKEY_LOCAL_MACHINE and HKEY_CURRENT_USER. */
  readonly registry: Record<'HKEY_LOCAL_MACHINE' | 'HKEY_CURRENT_USER', HiveKey>;
  /** Whether C: has no room left. */
  full = false;
  /** Whether its DISM can service a Windows; an old one can't service a newer Windows. */
  servicesImages = true;
  readonly bitLockerBehaviour: BitLockerBehaviour = { refusals: {}, stalls: false };
  #nextVolume = 1;

  /** `driveC` and `scratch` are folders on this computer. */
  constructor(
    readonly driveC: string,
    readonly scratch: string,
  ) {
    const empty = (): HiveKey => ({ name: 'ROOT', values: [], subkeys: [] });
    this.registry = { HKEY_LOCAL_MACHINE: empty(), HKEY_CURRENT_USER: empty() };
    this.automount = true;
    for (const root of Object.values(this.registry))
      makeKey(root, ['SOFTWARE', 'Microsoft', 'Windows']);
  }

  /** Whether new volumes get letters (learn.microsoft.com, mountvol: `/N` and `/E`; the value is `NoAutoMount`). */
  get automount(): boolean {
    const key = findKey(this.registry.HKEY_LOCAL_MACHINE, MOUNT_MANAGER);
    const value = key === null ? undefined : valueOf(key, 'NoAutoMount');
    return value?.data.readUInt32LE(0) !== 1;
  }

  set automount(enabled: boolean) {
    const key = makeKey(this.registry.HKEY_LOCAL_MACHINE, MOUNT_MANAGER);
    key.values = key.values.filter(({ name }) => name !== 'NoAutoMount');
    const data = Buffer.alloc(4);
    data.writeUInt32LE(enabled ? 0 : 1);
    key.values.push({ name: 'NoAutoMount', type: RegistryType.dword, data });
  }

  addDisk(disk: Omit<SimulatedDisk, 'number' | 'online' | 'readOnly'>): SimulatedDisk {
    let number = 1;
    while (this.disks.some((other) => other.number === number)) number += 1;
    const added = { ...disk, number, online: true, readOnly: false };
    this.disks.push(added);
    return added;
  }

  /** What Windows does when a disk is pulled out or detached: its volumes, letters and mounts go with it. */
  removeDisk(disk: SimulatedDisk): void {
    this.removeVolumesOf(disk);
    this.disks.splice(this.disks.indexOf(disk), 1);
  }

  addVolume(disk: SimulatedDisk, startByte: number, bytes: number): SimulatedVolume {
    const volume: SimulatedVolume = {
      ...{ number: this.#nextVolume, id: newGuid(), disk, startByte, bytes },
      ...{ letter: null, folders: [], bitLocker: null },
    };
    this.#nextVolume += 1;
    this.volumes.push(volume);
    return volume;
  }

  removeVolumesOf(disk: SimulatedDisk): void {
    this.volumes = this.volumes.filter((volume) => volume.disk !== disk);
  }

  volumeAt(disk: SimulatedDisk, startByte: number): SimulatedVolume | null {
    return (
      this.volumes.find((volume) => volume.disk === disk && volume.startByte === startByte) ?? null
    );
  }

  /** Windows gives letters from D: on. */
  freeLetter(): string {
    const taken = this.volumes.map(({ letter }) => letter);
    const free = LETTERS.find((letter) => !taken.includes(letter));
    if (free === undefined) throw new Error('all letters are taken');
    return free;
  }

  hasHiveOn(test: (volume: SimulatedVolume) => boolean): boolean {
    return this.hives.some(({ volume }) => volume !== null && test(volume));
  }

  record(program: string, args: readonly string[]): void {
    this.recorded.push({ program, args: [...args] });
  }
}
