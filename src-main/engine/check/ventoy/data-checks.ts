import { MiB, SECTOR } from '../../../../src-shared/units';
import { FileSystemError, readExfatBootRegion } from '../../../disk';
import type { DataVolume } from '../../../ventoy';
import { fail, pass, warn, type Finding } from '../finding';
import type { VentoyCheck, VentoySubject } from './subject';

/** Programs leave out what doesn't fill a cluster. */
const UNUSED_BYTES = 4 * MiB;

/** The partition with the images. */
export const dataChecks: VentoyCheck[] = [
  {
    id: 'ventoy.data-file-system',
    next: 'next.ventoy.reformat',
    run({ volume, expected: { fileSystem: wanted } }) {
      if (!volume) return null;
      const { fileSystem } = volume;
      if (fileSystem === 'unknown') {
        return fail('ventoy.data-file-system.unknown');
      }
      return wanted === undefined || wanted === fileSystem
        ? pass('ventoy.data-file-system.right', { fileSystem })
        : fail('ventoy.data-file-system.wrong', { fileSystem, wanted });
    },
  },
  {
    id: 'ventoy.data-volume',
    next: 'next.ventoy.reformat',
    run({ volume }) {
      if (!volume || volume.fileSystem === 'unknown') return null;
      return volume.problem === null
        ? pass('ventoy.data-volume.sound')
        : fail('ventoy.data-volume.damaged', { problem: volume.problem });
    },
  },
  { id: 'ventoy.data-copy', next: 'next.ventoy.reformat', run: copyOfStart },
  { id: 'ventoy.data-size', next: 'next.ventoy.reformat', run: volumeSize },
  {
    id: 'ventoy.data-label',
    next: 'next.ventoy.data-label',
    run({ volume, expected }) {
      if (volume?.problem !== null || volume.fileSystem === 'unknown') return null;
      if (expected.label === undefined) return null;
      const found = volume.label ?? '';
      return found === expected.label
        ? pass('ventoy.data-label.right', { label: found })
        : fail('ventoy.data-label.wrong', { label: found, wanted: expected.label });
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
    return pass('ventoy.data-copy.exfat-sound');
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    return fail('ventoy.data-copy.exfat-damaged', { problem: error.message });
  }
}

/** A volume that was made just now has it; one that was made smaller needn’t. */
function ntfsCopy({ bootSectorCopy }: DataVolume, isFresh: boolean): Finding | null {
  if (bootSectorCopy === null) return null;
  if (bootSectorCopy) return pass('ventoy.data-copy.ntfs-sound');
  return isFresh ? fail('ventoy.data-copy.ntfs-missing') : warn('ventoy.data-copy.ntfs-shrunk');
}

function volumeSize({ disk: { data }, volume }: VentoySubject): Finding | null {
  const bytes = volume?.bytes ?? null;
  if (!data || bytes === null) return null;
  const partition = data.sectors * SECTOR;
  const found = { bytes, partition };
  if (bytes > partition) return fail('ventoy.data-size.found', found);
  return partition - bytes < UNUSED_BYTES
    ? pass('ventoy.data-size.found', found)
    : warn('ventoy.data-size.unused', {
        ...found,
        unused: ((partition - bytes) / MiB).toFixed(0),
      });
}
