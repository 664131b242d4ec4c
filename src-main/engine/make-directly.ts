import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StickReport } from '../../src-shared/job';
import { windowsVolume } from '../../src-shared/layout';
import { extentBytes, openNtfs } from '../disk';
import { slice, unlessAborted } from '../io';
import { BOOT_FOLDER } from './build-cache';
import type { HeldTarget, Job } from './job';
import { finishWritten, mapOwnVolumes, reportOf } from './make-stick';
import { logServiced } from './offline-servicing';
import { asEdits } from './own-files';
import type { ReadImage } from './read-image';
import { requireBootFiles } from './require-boot-files';
import { newStickIds } from './stick-ids';
import { dropCopiedWim, requireSameWim } from './windows-build';
import { windowsVolumeRequest } from './windows-volume';
import { writeStick } from './write-stick';

/**
 * Makes a stick by unpacking Windows straight onto the drive, for a work folder without room. That is
 * slow, and there is nothing to read the result back against: only the boot partition is verified.
 * Keeps `target.state` true.
 */
export async function makeDirectly(
  job: Job,
  target: HeldTarget,
  image: ReadImage,
): Promise<StickReport> {
  const { tools, log, signal } = job;
  const { startByte, bytes } = windowsVolume(target.layout);
  const { wimParts } = await image.stage();
  await requireBootFiles(job, wimParts);
  await mkdir(target.folder, { recursive: true });
  const bootFilesFolder = join(target.folder, BOOT_FOLDER);

  log.warn('Windows is unpacked straight onto the drive. On an ordinary stick that takes hours.');
  const lent = await target.open.lend({ offset: startByte, length: bytes }, signal);
  target.state = 'unfinished';
  const volume = { place: 'device', volumePath: lent.path, volumeBytes: bytes } as const;
  await tools.host.buildWindowsVolume(
    windowsVolumeRequest(job, wimParts, asEdits(target.content.ownFiles), {
      ...volume,
      bootFilesFolder,
    }),
    {
      signal,
      onProgress: (done, total) => {
        target.log.advance('building', done, total);
      },
      onServiced: logServiced(log),
    },
  );
  await requireSameWim(job);
  await dropCopiedWim(job);
  // Flushing can take as long as unpacking did. After a failure it is taken back when the target is closed.
  await unlessAborted(lent.giveBack(), signal);

  const ids = newStickIds();
  const own = await mapOwnVolumes(job, target, ids, bootFilesFolder);
  const { freeSpace: _, ...written } = await writeStick(job, target, ids, { maps: own }, false);
  const windowsBytes = await unlessAborted(allocatedBytes(target, startByte, bytes), signal);
  return {
    ...reportOf(target, ids),
    ...written,
    writtenBytes: written.writtenBytes + windowsBytes,
    ...(await finishWritten(job, target)),
  };
}

async function allocatedBytes(
  { open }: HeldTarget,
  startByte: number,
  bytes: number,
): Promise<number> {
  const volume = await openNtfs(slice(open.source, startByte, bytes));
  return extentBytes(await volume.allocatedRanges());
}
