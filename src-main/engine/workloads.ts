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
  writeDrive: 40 * MiB,
  readDrive: 100 * MiB,
  writeFile: 500 * MiB,
};

/** Boot partition and tables: all that is left to write when Windows is on the drive already. */
const BOOT_BYTES = 64 * MiB;

/** All work of a job. Sizes are estimates until a phase tells its own. */
export function workloads(prepared: Prepared, direct: boolean): JobWork {
  const { info, edition, unpackedBytes } = prepared;
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
      work: [...(direct ? [building] : []), ...writing(target, bytes)],
    })),
  };
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
