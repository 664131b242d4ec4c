import { MiB } from '../../../src-shared/units';
import type { VentoyPlan } from '../../../src-shared/plan';
import type { JobWork } from '../job-log';
import type { Workload } from '../pace';
import { INSTALL_BYTES } from './install';
import type { PreparedVentoy } from './prepare';

/** Bytes a second assumed for a phase until it has shown its own speed; see ../workloads. */
const assumed = {
  hashing: 500 * MiB,
  building: 120 * MiB,
  installing: 6 * MiB,
  writing: 40 * MiB,
  reading: 100 * MiB,
};

/** All work of a job. Sizes are estimates until a phase tells its own. */
export function ventoyWorkloads(
  { install }: Pick<VentoyPlan, 'install'>,
  { files, addedBytes, windows, targets }: PreparedVentoy,
): JobWork {
  const filesBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const imageBytes = windows?.prepared.info.sizeBytes ?? 0;
  const shared: Workload[] = [
    { phase: 'hashing', bytes: filesBytes + imageBytes, assumedSpeed: assumed.hashing },
  ];
  if (windows) {
    const bytes = windows.prepared.edition.totalBytes;
    shared.push({ phase: 'building', bytes, assumedSpeed: assumed.building });
  }
  const unpacked = windows?.prepared.unpackedBytes ?? 0;
  const work: Workload[] = [
    ...(install.way === 'none'
      ? []
      : [{ phase: 'installing' as const, bytes: INSTALL_BYTES, assumedSpeed: assumed.installing }]),
    ...(unpacked > 0
      ? [
          { phase: 'writing' as const, bytes: unpacked, assumedSpeed: assumed.writing },
          { phase: 'verifying' as const, bytes: unpacked, assumedSpeed: assumed.reading },
        ]
      : []),
    { phase: 'copying', bytes: addedBytes, assumedSpeed: assumed.writing },
    { phase: 'comparing', bytes: addedBytes, assumedSpeed: assumed.reading },
  ];
  return { shared, targets: targets.map(({ name }) => ({ target: name, work })) };
}
