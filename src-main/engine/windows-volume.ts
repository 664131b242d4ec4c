import type { Edition } from '../../src-shared/image';
import { WINDOWS_START_BYTE } from '../../src-shared/layout';
import type { StickPlan } from '../../src-shared/plan';
import { minimumWindowsBytes, unpackedBytes } from '../../src-shared/space';
import { SECTOR } from '../../src-shared/units';
import { bootFiles, portableEdits, requireBootable } from '../guest';
import type { WindowsVolumeRequest } from '../host';
import { buildKey } from './build-cache';

const WINDOWS_LABEL = 'Windows';
/** Goes up when this program unpacks the same image in another way. */
const BUILD_FORMAT = 1;

/** Where Windows is unpacked to. Sizes are bytes. */
export type VolumePlace = Pick<WindowsVolumeRequest, 'volumePath' | 'volumeBytes' | 'place'> & {
  /** Folder that receives the image's boot files. */
  bootFilesFolder: string;
};

/** Bytes of a build's volume: the smallest partition the edition fits in, so that it fits every drive. */
export function buildVolumeBytes(edition: Edition): number {
  return minimumWindowsBytes(edition);
}

/** What the host is asked to unpack. */
export function windowsVolumeRequest(
  plan: StickPlan,
  edition: Edition,
  wimParts: string[],
  place: VolumePlace,
): WindowsVolumeRequest {
  const { bootFilesFolder, ...volume } = place;
  return {
    ...volume,
    wimParts,
    index: edition.index,
    startLba: WINDOWS_START_BYTE / SECTOR,
    fenceBytes: unpackedBytes(edition),
    ...contentOf(plan, edition),
    extractTo: bootFilesFolder,
  };
}

/** The key under which a build is kept: equal keys, equal content. `imageSha256` is hexadecimal. */
export function windowsBuildKey(plan: StickPlan, edition: Edition, imageSha256: string): string {
  return buildKey({
    imageSha256,
    index: edition.index,
    volumeBytes: buildVolumeBytes(edition),
    startByte: WINDOWS_START_BYTE,
    formatVersion: BUILD_FORMAT,
    ...contentOf(plan, edition),
  });
}

/** What decides the content of the volume, beside the image. */
function contentOf(plan: StickPlan, edition: Edition) {
  const architecture = requireBootable(edition.architecture, edition.name);
  const { hideInternalDisks } = plan.windows;
  return {
    label: WINDOWS_LABEL,
    edits: portableEdits({ hideInternalDisks, architecture }),
    extractPaths: bootFiles(architecture).paths,
  };
}
