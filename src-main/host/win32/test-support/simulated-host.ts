import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, posix, win32 } from 'node:path';
import type { Drive } from '../../../../src-shared/drive';
import { freeBytes } from '../../../io';
import type { Host, WindowsVolumeRequest } from '../../index';
import { makeSparseFile } from '../../linux/sparse-file';
import { buildWindowsVolume } from '../build-windows';
import { makeContainerSeed } from '../container-seed';
import { hostOf } from '../create-host';
import type { DriveListing } from '../drives';
import { drivesFromReport } from '../drives-from-report';
import { listImageFolders } from '../image-folders';
import { protectVolume } from '../protect-volume';
import { disk, knownFrom, partition, reportOf, windowsDisk, windowsPartition } from './report';
import { readWindowsContents } from '../windows-contents';
import { SimulatedHelpers } from './simulated-helper';
import { SimulatedWin32 } from './simulated-win32';
import { SimulatedWindows, simulatedWork } from './simulated-windows';

/**
 * A whole simulated Windows computer as a host of the engine. What is real: our operations, the helper with its protocol and guards,
 * the writer. What is simulated: Windows' programs, its list of drives, and how drives are opened; drives are files of this
 * computer. C: is a folder of this computer, so that the engine, whose paths are this computer's, and Windows' programs, whose paths
 * are Windows', find the same files there. Needs root.
 */
export class SimulatedWindowsHost {
  readonly host: Host;
  readonly helpers: SimulatedHelpers;
  /** Folders of this computer that lie on C:. */
  readonly workFolder: string;
  readonly appFolder: string;
  readonly #api = new SimulatedWin32([]);
  #sticks = 0;

  private constructor(
    readonly windows: SimulatedWindows,
    private readonly folder: string,
    private readonly driveC: string,
  ) {
    this.workFolder = join(driveC, 'Users', 'Anna', 'Work');
    this.appFolder = join(driveC, 'Program Files', 'Sticksmith');
    const work = simulatedWork(windows, join(folder, 'private'));
    this.helpers = new SimulatedHelpers({
      api: this.#api,
      listDrives: () => this.#listDrives(),
      buildWindows: (request, running) =>
        buildWindowsVolume(this.#onWindows(request), running, work),
      listImageFolders: (request, signal) => {
        const wimParts = request.wimParts.map((path) => this.#windowsPath(path));
        return listImageFolders({ ...request, wimParts }, signal, work);
      },
      makeContainerSeed: (seed, signal) => {
        const seedPath = this.#windowsPath(seed.seedPath);
        const sparsePath = this.#windowsPath(seed.sparsePath);
        return makeContainerSeed({ ...seed, seedPath, sparsePath }, signal, work);
      },
      readWindowsContents: (request, signal) => {
        const wimParts = request.wimParts.map((path) => this.#windowsPath(path));
        const asked = { ...request, wimParts, folder: this.#windowsPath(request.folder) };
        return readWindowsContents(asked, signal, work);
      },
      protectVolume: (drive, volume, letGo, signal) =>
        protectVolume(drive, volume, letGo, work, signal),
      tidyUp: () => Promise.resolve(),
      pauseMs: 1,
    });
    this.host = {
      ...hostOf({
        helpers: this.helpers,
        listDrives: async () => (await this.#listDrives()).drives,
        // The disk with C:; the engine asks for paths of this computer only.
        deviceOf: () => Promise.resolve('win:0'),
        doctor: () => Promise.resolve([]),
        freeBytes,
      }),
      // Paths of this computer.
      join: (...parts) => posix.join(...parts),
    };
  }

  /** Everything of it lies in a folder of its own in `parent`, which `close` removes. */
  static async start(parent: string): Promise<SimulatedWindowsHost> {
    const folder = await mkdtemp(join(parent, 'windows-host-'));
    const windows = await SimulatedWindows.start(folder);
    const driveC = await windows.files.localPath('C:\\');
    const started = new SimulatedWindowsHost(windows, folder, driveC);
    for (const path of [started.workFolder, started.appFolder, join(folder, 'private')]) {
      await mkdir(path, { recursive: true });
    }
    return started;
  }

  /** Plugs in an empty stick, and tells the file with its bytes. */
  async addStick(bytes: number): Promise<{ drive: Drive; image: string }> {
    this.#sticks += 1;
    const image = join(this.folder, `stick-${String(this.#sticks)}.img`);
    await makeSparseFile(image, bytes);
    const number = await this.windows.addDrive(image, { removable: true });
    const { drives } = await this.#listDrives();
    const drive = drives.find(({ path }) => path.endsWith(`Drive${String(number)}`));
    if (!drive) throw new Error('the stick isn’t listed');
    return { drive, image };
  }

  /** What is still open or locked of drives. */
  get heldDrives(): string[] {
    return this.#api.openHandles;
  }

  async close(): Promise<void> {
    await this.windows.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** As `listDrives` makes it of what PowerShell reports. */
  async #listDrives(): Promise<DriveListing> {
    const found = await this.windows.findDrives();
    const report = reportOf({
      disks: [
        windowsDisk,
        ...found.map(({ number, bytes }) =>
          disk(number, {
            Size: bytes,
            Model: 'Simulated stick',
            SerialNumber: `S${String(number)}`,
          }),
        ),
      ],
      partitions: [
        windowsPartition,
        ...found.flatMap(({ number, volumes }) =>
          volumes.map(({ id, letter, startByte, bytes }, index) =>
            partition(number, [...(letter === null ? [] : [`${letter}:\\`]), pathOf(id)], {
              ...{ PartitionNumber: index + 1, Offset: startByte, Size: bytes },
            }),
          ),
        ),
      ],
      volumes: found.flatMap(({ volumes }) =>
        volumes.map(({ id }) => ({
          ...{ Path: pathOf(id), FileSystem: 'NTFS', FileSystemLabel: null },
        })),
      ),
    });
    this.#api.disks.splice(
      0,
      Infinity,
      ...found.map(({ number, bytes, image, volumes }) => ({
        ...{ number, sizeBytes: bytes, image },
        volumes: volumes.map(({ id }) => pathOf(id).replace(/\\$/, '')),
      })),
    );
    return { drives: drivesFromReport(report, knownFrom(report)), policies: null };
  }

  #onWindows(request: WindowsVolumeRequest): WindowsVolumeRequest {
    const { wimParts, extractTo, volumePath, place } = request;
    return {
      ...request,
      wimParts: wimParts.map((path) => this.#windowsPath(path)),
      extractTo: this.#windowsPath(extractTo),
      volumePath: place === 'device' ? volumePath : this.#windowsPath(volumePath),
    };
  }

  #windowsPath(path: string): string {
    const inside = posix.relative(this.driveC, path);
    if (inside.startsWith('..')) throw new Error(`${path} does not lie on C:`);
    return win32.join('C:\\', ...inside.split('/'));
  }
}

function pathOf(id: string): string {
  return `\\\\?\\Volume{${id}}\\`;
}
