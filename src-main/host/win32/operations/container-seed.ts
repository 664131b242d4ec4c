import { win32 } from 'node:path';
import type { ContainerSeed } from '../../../helper';
import { detachStagedDisk, makeStagedDisk } from './diskpart';
import { pauseAutomount, protect, removeMountPoint, resumeAutomount } from './volumes';
import type { VolumePlaces, VolumeStep } from './windows-volume';

/**
 * From nothing to a small volume in a VHDX that is detached again. The file gets its place and size from our own code; less
 * than a cluster of content might be kept in the file's record, without a place of its own.
 *
 * Whom a file system of Windows' own making lets add files to its root folder is left as it is for `everyone` (reported:
 * everyone who is signed in).
 */
export function containerSeedSteps(
  { seedPath, bytes, clusterBytes, label, writableBy, fileName }: ContainerSeed,
  { mountFolder, automount }: Pick<VolumePlaces, 'mountFolder' | 'automount'>,
): VolumeStep[] {
  const partition = { bytes, label, clusterBytes, mountFolder };
  const steps: VolumeStep[] = [
    {
      kind: 'run',
      operation: makeStagedDisk({ file: seedPath, partition }),
      opens: 'volume',
    },
  ];
  if (automount === 'pause') {
    steps.unshift({ kind: 'run', operation: pauseAutomount(), opens: 'automount' });
    steps.push({ kind: 'run', operation: resumeAutomount(), closes: 'automount' });
  }
  // Of a folder in which a volume is mounted, the volume's root (documented: only /L takes the folder itself).
  if (writableBy === 'administrators') {
    steps.push({ kind: 'run', operation: protect(mountFolder, 'folder', 'administrators') });
  }
  if (fileName !== null) {
    const path = win32.join(mountFolder, fileName);
    steps.push(
      { kind: 'put', path, content: { kind: 'bytes', bytes: Buffer.alloc(clusterBytes) } },
      { kind: 'run', operation: protect(path, 'file', 'administrators') },
    );
  }
  return [
    ...steps,
    { kind: 'run', operation: removeMountPoint(mountFolder) },
    { kind: 'run', operation: detachStagedDisk(seedPath), closes: 'volume' },
  ];
}
