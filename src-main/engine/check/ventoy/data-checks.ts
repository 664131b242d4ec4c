import { MiB, SECTOR } from '../../../../src-shared/units';
import { FileSystemError, readExfatBootRegion } from '../../../disk';
import type { DataVolume } from '../../../ventoy';
import { fail, pass, warn, type Finding } from '../finding';
import { TOO_LARGE_A_FAULT, type VentoyCheck, type VentoySubject } from './subject';

const REFORMAT =
  'Let the system that formatted it check the partition. If that does not help, save the images and format it again; Ventoy stays.';
/** Programs leave out what doesn't fill a cluster. */
const UNUSED_BYTES = 4 * MiB;

/** The partition with the images. */
export const dataChecks: VentoyCheck[] = [
  {
    id: 'ventoy.data-file-system',
    next: REFORMAT,
    run({ volume, expected: { fileSystem: wanted } }) {
      if (!volume) return null;
      const { fileSystem } = volume;
      if (fileSystem === 'unknown') {
        return fail(
          'Partition 1 holds no file system that Ventoy reads, so it would find no images',
        );
      }
      return wanted === undefined || wanted === fileSystem
        ? pass(`Partition 1 holds ${fileSystem}`)
        : fail(`Partition 1 holds ${fileSystem}, not ${wanted}`);
    },
  },
  {
    id: 'ventoy.data-volume',
    next: REFORMAT,
    run({ volume }) {
      if (!volume || volume.fileSystem === 'unknown') return null;
      return volume.problem === null
        ? pass('The first structures of the file system in partition 1 are sound')
        : fail(`The file system in partition 1 is damaged: ${volume.problem}`);
    },
  },
  { id: 'ventoy.data-copy', next: REFORMAT, run: copyOfStart },
  { id: 'ventoy.data-size', next: REFORMAT, run: volumeSize },
  {
    id: 'ventoy.data-label',
    next: `Give the partition its label in a file manager. ${TOO_LARGE_A_FAULT}`,
    run({ volume, expected }) {
      if (volume?.problem !== null || volume.fileSystem === 'unknown') return null;
      if (expected.label === undefined) return null;
      const found = volume.label ?? '';
      return found === expected.label
        ? pass(`Partition 1 is labelled “${found}”`)
        : fail(`Partition 1 is labelled “${found}”, not “${expected.label}”`);
    },
  },
];

/** Whether what a file system begins with is there a second time. */
async function copyOfStart({
  disk: { data },
  volume,
  expected,
}: VentoySubject): Promise<Finding | null> {
  if (!volume || !data?.source) return null;
  if (volume.fileSystem === 'ntfs') return ntfsCopy(volume, expected.fileSystem === 'ntfs');
  if (volume.fileSystem !== 'exfat') return null;
  try {
    await readExfatBootRegion(data.source, 'backup');
    return pass('The copy of the boot region in partition 1 is sound');
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    return fail(`The copy of the boot region in partition 1 is damaged: ${error.message}`);
  }
}

/** A volume that was made just now has it; one that was made smaller needn’t. */
function ntfsCopy({ bootSectorCopy }: DataVolume, isFresh: boolean): Finding | null {
  if (bootSectorCopy === null) return null;
  if (bootSectorCopy)
    return pass('The copy of the boot sector behind partition 1’s volume is sound');
  const found = 'The copy of the boot sector behind the volume in partition 1 is missing';
  return isFresh
    ? fail(found)
    : warn(`${found}, as after it was made smaller; only repairs need it`);
}

function volumeSize({ disk: { data }, volume }: VentoySubject): Finding | null {
  const bytes = volume?.bytes ?? null;
  if (!data || bytes === null) return null;
  const partition = data.sectors * SECTOR;
  const found = `The file system has ${String(bytes)} bytes, partition 1 ${String(partition)}`;
  if (bytes > partition) return fail(found);
  return partition - bytes < UNUSED_BYTES
    ? pass(found)
    : warn(`${found}: ${((partition - bytes) / MiB).toFixed(0)} MiB are never used`);
}
