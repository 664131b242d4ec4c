import { MiB } from '../../src-shared/units';
import type { Workload } from './pace';
import type { Prepared } from './prepare';

/**
 * Bytes a second assumed for a phase until it has shown its own speed: what an ordinary laptop does with an ordinary USB 3
 * stick. They only set the shares of the progress bar and the first estimate of the time left.
 */
const assumed = {
  hashing: 500 * MiB,
  building: 120 * MiB,
  writeDrive: 40 * MiB,
  readDrive: 100 * MiB,
  writeFile: 500 * MiB,
};

/** All work of a job, in order. Sizes are estimates until a phase tells its own. */
export function workloads(prepared: Prepared): Workload[] {
  const work: Workload[] = [
    {
      phase: 'hashing',
      target: null,
      bytes: prepared.info.sizeBytes,
      assumedSpeed: assumed.hashing,
    },
    {
      phase: 'building',
      target: null,
      bytes: prepared.edition.totalBytes,
      assumedSpeed: assumed.building,
    },
  ];
  const bytes = prepared.unpackedBytes;
  for (const { name, target } of prepared.targets) {
    if (target.kind === 'file') {
      work.push({ phase: 'writing', target: name, bytes, assumedSpeed: assumed.writeFile });
    } else {
      work.push(
        { phase: 'writing', target: name, bytes, assumedSpeed: assumed.writeDrive },
        { phase: 'verifying', target: name, bytes, assumedSpeed: assumed.readDrive },
      );
    }
  }
  return work;
}
