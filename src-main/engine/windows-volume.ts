import type { Edition } from '../../src-shared/image';
import { windowsVolume, windowsVolumeStart } from '../../src-shared/layout';
import type { StickPlan } from '../../src-shared/plan';
import { minimumWindowsBytes, unpackedBytes } from '../../src-shared/space';
import { bootFiles, portableEdits, requireBootable } from '../guest';
import type { WindowsVolumeRequest } from '../host';
import { buildKey } from './build-cache';
import type { Prepared } from './prepare';

const WINDOWS_LABEL = 'Windows';
/** Goes up when this program unpacks the same image in another way. */
const BUILD_FORMAT = 2;

/** Where Windows is unpacked to. Sizes are bytes. */
export type VolumePlace = Pick<WindowsVolumeRequest, 'volumePath' | 'volumeBytes' | 'place'> & {
  /** Folder that receives the image's boot files. */
  bootFilesFolder: string;
};

/**
 * Sizes, in bytes, that a build's volume may have. The usual one is the smallest partition that the edition fits
 * in, so that the build fits every drive. But an image doesn't say what its folders and long names take: where the
 * usual one turns out to be too small, twice as much is tried, or as much as the smallest of the targets has.
 */
export function buildVolumeSizes({
  edition,
  targets,
}: Pick<Prepared, 'edition' | 'targets'>): [usual: number, ...larger: number[]] {
  const usual = minimumWindowsBytes(edition);
  const partitions = targets.map(({ layout }) => windowsVolume(layout).bytes);
  const larger = Math.min(2 * usual, ...partitions);
  return larger > usual ? [usual, larger] : [usual];
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
    startLba: windowsVolumeStart(plan.layout.container).startLba,
    fenceBytes: unpackedBytes(edition),
    ...contentOf(plan, edition),
    extractTo: bootFilesFolder,
  };
}

/** The key under which a build is kept: equal keys, equal content. `imageSha256` is hexadecimal. */
export function windowsBuildKey(
  plan: StickPlan,
  edition: Edition,
  imageSha256: string,
  volumeBytes: number,
): string {
  return buildKey({
    imageSha256,
    index: edition.index,
    volumeBytes,
    ...windowsVolumeStart(plan.layout.container),
    formatVersion: BUILD_FORMAT,
    ...contentOf(plan, edition),
  });
}

/** What decides the content of the volume, beside the image. */
function contentOf(plan: StickPlan, edition: Edition) {
  const architecture = requireBootable(edition.architecture, edition.name);
  const hideInternalDisks = plan.windows.portable.internalDisks === 'offline';
  return {
    label: WINDOWS_LABEL,
    edits: portableEdits({ hideInternalDisks, architecture }),
    extractPaths: bootFiles(architecture).paths,
  };
}
