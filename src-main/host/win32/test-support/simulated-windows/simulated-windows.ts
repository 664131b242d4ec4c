import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { encodeHive } from '../../../../guest';
import { freeBytes } from '../../../../io';
import type { Operation, OperationOutput, OperationScript } from '../../operation';
import { Computer } from './computer';
import { simulatedDiskpart } from './diskpart';
import { simulatedDism } from './dism';
import type { BitLockerBehaviour } from './encryptable-volume';
import { SimulatedFiles } from './files';
import { simulatedFsutil } from './fsutil';
import { readTable, type Partition } from './partition-table';
import { simulatedPowerShell } from './powershell';
import type { SimulatedProgram } from './program';
import { simulatedReg } from './reg';
import { ProgramFailed, SimulationLimit } from './simulation-limit';
import { simulatedAttrib, simulatedIcacls, simulatedMountvol } from './small-programs';
import { findNewVolumes, findVolumes } from './vdisk';

const PROGRAMS: Readonly<Record<string, SimulatedProgram>> = {
  'diskpart.exe': simulatedDiskpart,
  'dism.exe': simulatedDism,
  'reg.exe': simulatedReg,
  'fsutil.exe': simulatedFsutil,
  'mountvol.exe': simulatedMountvol,
  'icacls.exe': simulatedIcacls,
  'attrib.exe': simulatedAttrib,
  'powershell.exe': simulatedPowerShell,
};

/** Where scripts lie while a program runs. */
const SCRIPT_FOLDER = 'C:\\Windows\\Temp\\operation';
/** How a program ends that another one ended (TerminateProcess, with the code that taskkill gives). */
const KILLED_CODE = 1;

/** What is to go wrong. `operation` counts the calls of `run`, from 1. */
export type SimulatedFailure = { operation: number } & (
  | { kind: 'refused'; code: number; stdout?: string; stderr?: string }
  /** Ended from outside: after that many of its steps (lines of a diskpart script), or when it has done everything. */
  | { kind: 'killed'; afterSteps: number | 'all' }
  /** C: has no room left from then on. */
  | { kind: 'disk-full' }
  /** The drive is pulled out before the program starts. */
  | { kind: 'device-gone'; disk: number }
);

/** What operations left behind on the computer. All empty and null when everything was taken back. */
export interface Remains {
  /** Windows' numbers of virtual disks that are attached. */
  virtualDisks: number[];
  /** Folders in which DISM has an image. */
  images: string[];
  hives: string[];
  mountFolders: string[];
  letters: string[];
  offlineDisks: number[];
  automountOff: boolean;
  /** Whether the computer's own registry is another one than at the start. */
  registryChanged: boolean;
}

/** A drive as it is plugged in. Sizes and places are bytes. */
export interface SimulatedDrive {
  number: number;
  image: string;
  bytes: number;
  removable: boolean;
  volumes: { id: string; letter: string | null; startByte: number; bytes: number }[];
}

export interface SimulatedRunning {
  signal?: AbortSignal;
  /** Gets what programs print on stdout, as they print it. */
  onOutput?: (text: string) => void;
}

class Killed extends Error {
  override readonly name = 'Killed';
}

/**
 * A small model of a Windows computer that carries out operations on image files with Linux' tools: its own disk 0 with C:, which is a folder
 * here, and drives and virtual disks, which are raw images. It reads commands strictly by their documentation; what that doesn't tell is marked as
 * reported or assumed where it is modelled. It shows that operations are well-formed and fit together, not that Windows does what it says.
 * Needs root, for loop devices and ntfs-3g.
 */
export class SimulatedWindows {
  readonly files: SimulatedFiles;
  readonly #computer: Computer;
  readonly #folder: string;
  readonly #failures: SimulatedFailure[] = [];
  readonly #registryAtStart: string;
  #runs = 0;

  private constructor(folder: string, computer: Computer) {
    this.#folder = folder;
    this.#computer = computer;
    this.files = new SimulatedFiles(computer);
    this.#registryAtStart = this.#ownRegistry();
  }

  /** Everything of it lies in a folder of its own in `parent`, which `close` removes. */
  static async start(parent: string): Promise<SimulatedWindows> {
    const folder = await mkdtemp(join(parent, 'simulated-windows-'));
    const [driveC, scratch] = [join(folder, 'C'), join(folder, 'scratch')];
    for (const path of [join(driveC, 'Windows', 'Temp'), scratch])
      await mkdir(path, { recursive: true });
    return new SimulatedWindows(folder, new Computer(driveC, scratch));
  }

  /** Plugs in a drive whose content is a raw image, which is written to. Gives the N of `\\.\PhysicalDriveN`. */
  async addDrive(image: string, { removable }: { removable: boolean }): Promise<number> {
    const bytes = (await stat(image)).size;
    const disk = this.#computer.addDisk({ image: resolve(image), bytes, removable, vdisk: null });
    await findVolumes(this.#computer, disk);
    return disk.number;
  }

  /** Partitions of a disk as sfdisk reads them, by their place; none without a table, null without such a disk. */
  async partitionsOf(disk: number): Promise<readonly Partition[] | null> {
    const found = this.#computer.disks.find(({ number }) => number === disk);
    return found ? ((await readTable(found.image))?.partitions ?? []) : null;
  }

  /** Every drive, with what Windows finds on it when it looks anew. Its own disk and virtual ones aren't among them. */
  async findDrives(): Promise<SimulatedDrive[]> {
    const drives: SimulatedDrive[] = [];
    for (const disk of this.#computer.disks.filter(({ vdisk }) => vdisk === null)) {
      await findNewVolumes(this.#computer, disk);
      const { number, image, bytes, removable } = disk;
      const volumes = this.#computer.volumes
        .filter((volume) => volume.disk === disk)
        .map(({ id, letter, startByte, bytes: volumeBytes }) => ({
          ...{ id, letter, startByte, bytes: volumeBytes },
        }));
      drives.push({ number, image, bytes, removable, volumes });
    }
    return drives;
  }

  /** From now on its DISM refuses to service any Windows, as an old one does with a newer Windows. */
  stopServicing(): void {
    this.#computer.servicesImages = false;
  }

  inject(failure: SimulatedFailure): void {
    this.#failures.push(failure);
  }

  /**
   * Carries out an operation and gives what its program printed and how it ended. Throws SimulationLimit for what can't be simulated, and for a
   * program that Windows hasn't got.
   */
  async run(operation: Operation, running: SimulatedRunning = {}): Promise<OperationOutput> {
    this.#runs += 1;
    const failure = this.#failures.find((one) => one.operation === this.#runs);
    if (failure?.kind === 'refused') {
      const { code, stdout = '', stderr = '' } = failure;
      return { code, stdout, stderr };
    }
    if (failure?.kind === 'device-gone') this.#pullOut(failure.disk);
    if (failure?.kind === 'disk-full') this.#computer.full = true;
    const program = PROGRAMS[operation.program.toLowerCase()];
    if (!program) throw new SimulationLimit(`there is no ${operation.program}`);

    const { args, scripts } = placeScripts(operation);
    let stdout = '';
    let stderr = '';
    const call = {
      ...{ args, scripts, stdin: operation.stdin?.text ?? '' },
      signal: running.signal ?? new AbortController().signal,
      print: (text: string) => {
        stdout += text;
        running.onOutput?.(text);
      },
      printError: (text: string) => {
        stderr += text;
      },
      endsAfter: (steps: number) => {
        if (failure?.kind === 'killed' && failure.afterSteps === steps) throw new Killed();
      },
    };
    try {
      call.endsAfter(0);
      await program(this.#computer, call);
      if (failure?.kind === 'killed') {
        if (failure.afterSteps !== 'all') throw new Error('the program had not so many steps');
        return { code: KILLED_CODE, stdout, stderr };
      }
      return { code: 0, stdout, stderr };
    } catch (error) {
      if (error instanceof Killed) return { code: KILLED_CODE, stdout, stderr };
      if (!(error instanceof ProgramFailed)) throw error;
      if (error.stream === 'stdout') call.print(error.text);
      else call.printError(error.text);
      return { code: error.code, stdout, stderr };
    }
  }

  /** What a test may want of BitLocker. */
  get bitLocker(): BitLockerBehaviour {
    return this.#computer.bitLockerBehaviour;
  }

  /** Windows' paths of the volumes that BitLocker knows of. */
  get volumesWithProtectors(): string[] {
    const { volumes } = this.#computer;
    return volumes.flatMap(({ bitLocker, id }) => (bitLocker ? [`\\\\?\\Volume{${id}}\\`] : []));
  }

  /** Calls whose effect isn't simulated, or only in part. */
  get recorded(): Computer['recorded'] {
    return this.#computer.recorded;
  }

  /** Bytes that may still be written to C:. */
  freeBytes(): Promise<number> {
    return this.#computer.full ? Promise.resolve(0) : freeBytes(this.#computer.driveC);
  }

  /** How often `run` was called. */
  get runs(): number {
    return this.#runs;
  }

  remains(): Remains {
    const { disks, mountedImages, hives, volumes } = this.#computer;
    const automount = this.#computer.automount;
    return {
      virtualDisks: disks.filter(({ vdisk }) => vdisk !== null).map(({ number }) => number),
      images: mountedImages.map(({ folder }) => folder),
      hives: hives.map(({ key }) => key),
      mountFolders: volumes.flatMap(({ folders }) => folders),
      letters: volumes.flatMap(({ letter }) => letter ?? []),
      offlineDisks: disks.filter(({ online }) => !online).map(({ number }) => number),
      automountOff: !automount,
      registryChanged: this.#ownRegistry() !== this.#registryAtStart,
    };
  }

  /** Removes everything, whatever is attached. No program of its own runs any more when `run` has ended. */
  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  #pullOut(number: number): void {
    const disk = this.#computer.disks.find((one) => one.number === number);
    if (!disk) throw new Error(`there is no disk ${String(number)} to pull out`);
    this.#computer.removeDisk(disk);
  }

  #ownRegistry(): string {
    const { HKEY_LOCAL_MACHINE: machine, HKEY_CURRENT_USER: user } = this.#computer.registry;
    return [machine, user].map((root) => encodeHive(root).toString('base64')).join(' ');
  }
}

/** Puts the scripts where a program finds them, with the bytes that they would have, and reads those as Windows does. */
function placeScripts({ args, scripts, program }: Operation): {
  args: string[];
  scripts: Map<string, string>;
} {
  const texts = new Map<string, string>();
  const placed = args.map((arg) => {
    const script = scripts.find(({ name }) => arg.endsWith(`{${name}}`));
    if (!script) return arg;
    const path = `${SCRIPT_FOLDER}\\${script.name}`;
    texts.set(path, decoded(script));
    return arg.slice(0, -script.name.length - 2) + path;
  });
  if (texts.size !== scripts.length) {
    throw new Error(`${program} gets scripts that none of its arguments names`);
  }
  return { args: placed, scripts: texts };
}

function decoded({ name, text, encoding }: OperationScript): string {
  if (encoding === 'ascii' && !/^[\0-\x7f]*$/.test(text)) throw new Error(`${name} is not ASCII`);
  if (/\p{Surrogate}/u.test(text)) throw new Error(`${name} holds half a character`);
  return text;
}
