import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf, type Drive } from '../../../../src-shared/drive';
import { MiB, SECTOR } from '../../../../src-shared/units';
import { blockMapOf } from '../../../helper/test-support/block-map-of';
import type { Win32Parts } from '../../../helper/win32-platform';
import type { TargetGuards, TargetRequest, WriteRequest } from '../../index';
import { SimulatedHelpers } from './simulated-helper';
import { SIMULATED_STICK } from './simulated-stick';
import { SimulatedWin32 } from './simulated-win32';

/** Bytes of each of its sticks. */
export const STICK_BYTES = 12 * MiB;
export const guards: TargetGuards = { neededBytes: 0, protectedPaths: [], readOnly: false };

/** What is to be written to a stick, and what its bytes are then. */
export interface Content {
  request: WriteRequest;
  expected: Buffer;
}

/** A simulated Windows computer with sticks whose bytes are files of this one, and with helpers. */
export class SimulatedSticks {
  /** What is listed; a test may have it change. */
  drives: Drive[];
  /** What Windows does with a volume that is to be encrypted. */
  protectVolume: Win32Parts['protectVolume'] = () => Promise.reject(new Error('encrypts nothing'));
  readonly windows: SimulatedWin32;
  readonly helpers: SimulatedHelpers;

  private constructor(
    readonly folder: string,
    numbers: readonly number[],
    buildWindows: Win32Parts['buildWindows'],
  ) {
    this.drives = numbers.map((number) => ({
      ...SIMULATED_STICK,
      path: `\\\\.\\PhysicalDrive${String(number)}`,
      serial: `serial ${String(number)}`,
      sizeBytes: STICK_BYTES,
      deviceNumbers: [`win:${String(number)}`],
      partitions: [
        {
          path: `${volumeOn(number)}\\`,
          sizeBytes: STICK_BYTES - 2 * MiB,
          fileSystem: 'ntfs',
          label: null,
          mountPoints: [`${String.fromCharCode(67 + number)}:\\`],
        },
      ],
    }));
    this.windows = new SimulatedWin32(
      numbers.map((number) => ({
        number,
        sizeBytes: STICK_BYTES,
        volumes: [volumeOn(number)],
        image: this.imageOf(number),
      })),
    );
    this.helpers = new SimulatedHelpers({
      api: this.windows,
      listDrives: () => Promise.resolve({ drives: this.drives, policies: null }),
      buildWindows,
      listImageFolders: () => Promise.resolve([]),
      makeContainerSeed: () => Promise.reject(new Error('makes nothing')),
      readWindowsContents: () => Promise.reject(new Error('reads nothing')),
      protectVolume: (...asked) => this.protectVolume(...asked),
      tidyUp: () => Promise.resolve(),
      pauseMs: 0,
    });
  }

  /** Its sticks are the disks of these numbers, full of old bytes. */
  static async start(
    numbers: readonly number[],
    buildWindows: Win32Parts['buildWindows'] = () => Promise.reject(new Error('builds nothing')),
  ): Promise<SimulatedSticks> {
    const folder = await mkdtemp(join(tmpdir(), 'simulated-sticks-'));
    const sticks = new SimulatedSticks(folder, numbers, buildWindows);
    for (const number of numbers) await writeFile(sticks.imageOf(number), oldBytes);
    return sticks;
  }

  async end(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  imageOf(number: number): string {
    return join(this.folder, `disk-${String(number)}`);
  }

  bytesOf(number: number): Promise<Buffer> {
    return readFile(this.imageOf(number));
  }

  /** The stick as it was when somebody chose it. */
  request(number: number, more: Partial<TargetGuards> = {}, unmount = true): TargetRequest {
    const path = `\\\\.\\PhysicalDrive${String(number)}`;
    const drive = this.drives.find((one) => one.path === path);
    if (!drive) throw new Error(`there is no disk ${String(number)}`);
    return {
      target: { kind: 'drive', identity: identityOf(drive), unmount },
      guards: { ...guards, ...more },
    };
  }

  async content(name: string): Promise<Content> {
    const path = join(this.folder, name);
    const own = randomBytes(6 * MiB);
    await writeFile(path, own);
    const extents = [
      { sourceOffset: 0, targetOffset: MiB, length: own.length - MiB },
      { sourceOffset: own.length - MiB, targetOffset: 9 * MiB, length: MiB },
    ];
    const head = randomBytes(34 * SECTOR);
    const tail = randomBytes(33 * SECTOR);
    const maps = [await blockMapOf(path, own, extents)];
    const expected = Buffer.from(oldBytes);
    // Where partition tables lie nothing old may stay.
    expected.fill(0, 0, MiB).fill(0, STICK_BYTES - MiB);
    head.copy(expected);
    own.copy(expected, MiB, 0, own.length - MiB);
    own.copy(expected, 9 * MiB, own.length - MiB);
    tail.copy(expected, STICK_BYTES - tail.length);
    return { request: { maps, head, tail, resume: false }, expected };
  }
}

const oldBytes = Buffer.alloc(STICK_BYTES, 0xee);

export function volumeOn(number: number, which = 1): string {
  const id = String(number * 100 + which).padStart(12, '0');
  return `\\\\?\\Volume{00000000-0000-4000-8000-${id}}`;
}
