import { windowsVolume } from '../../src-shared/layout';
import type { WindowsPlan } from '../../src-shared/plan';
import type { Protect } from '../../src-shared/protect';
import { MiB } from '../../src-shared/units';
import type { JobWork } from './job-log';
import type { Prepared, PreparedTarget } from './prepare';
import type { Workload } from './pace';

/**
 * Bytes a second assumed for a phase until it has shown its own speed: what an ordinary laptop does with an ordinary USB 3
 * stick. They only set the shares of the progress bar and the first estimate of the time left.
 */
const assumed = {
  hashing: 500 * MiB,
  building: 120 * MiB,
  buildingDirectly: 3 * MiB,
  /** Between a drive that forgets what it held, at once, and one that must be overwritten. */
  clearDrive: 200 * MiB,
  writeDrive: 40 * MiB,
  readDrive: 100 * MiB,
  writeFile: 500 * MiB,
  /** Windows reads and writes every byte, in place. */
  encryptByWindows: 30 * MiB,
};

/** Boot partition and tables: all that is left to write when Windows is on the drive already. */
const BOOT_BYTES = 64 * MiB;

/** All work of a job. Sizes are estimates until a phase tells its own. */
export function workloads(prepared: Prepared, { way, protect }: WindowsPlan): JobWork {
  const { info, edition, unpackedBytes } = prepared;
  const direct = way === 'direct';
  const clears = protect.kind === 'now' && protect.clearFreeSpace;
  const hashing: Workload = {
    phase: 'hashing',
    bytes: info.sizeBytes,
    assumedSpeed: assumed.hashing,
  };
  const building: Workload = {
    phase: 'building',
    bytes: edition.totalBytes,
    assumedSpeed: direct ? assumed.buildingDirectly : assumed.building,
  };
  const bytes = direct ? BOOT_BYTES : unpackedBytes;
  return {
    shared: direct ? [hashing] : [hashing, building],
    targets: prepared.targets.map((target) => ({
      target: target.name,
      work: [
        ...(direct ? [building] : []),
        ...(clears ? clearing(target, unpackedBytes) : []),
        ...writing(target, bytes),
        ...encrypting(target, protect, unpackedBytes),
      ],
    })),
  };
}

/** Of the volume in which Windows will lie, what Windows leaves free. A new image file holds nothing old. */
function clearing({ target, layout }: PreparedTarget, windowsBytes: number): Workload[] {
  if (target.kind === 'file') return [];
  const bytes = Math.max(windowsVolume(layout).bytes - windowsBytes, 0);
  return [{ phase: 'clearing', bytes, assumedSpeed: assumed.clearDrive }];
}

/** What Windows encrypts by itself, after writing. */
function encrypting(
  { layout }: PreparedTarget,
  protect: Protect,
  windowsBytes: number,
): Workload[] {
  if (protect.kind !== 'after-writing') return [];
  const bytes = protect.usedSpaceOnly ? windowsBytes : windowsVolume(layout).bytes;
  return [{ phase: 'encrypting', bytes, assumedSpeed: assumed.encryptByWindows }];
}

function writing({ target }: PreparedTarget, bytes: number): Workload[] {
  if (target.kind === 'file') {
    return [{ phase: 'writing', bytes, assumedSpeed: assumed.writeFile }];
  }
  return [
    { phase: 'writing', bytes, assumedSpeed: assumed.writeDrive },
    { phase: 'verifying', bytes, assumedSpeed: assumed.readDrive },
  ];
}
