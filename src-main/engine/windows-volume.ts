import { windowsVolume, windowsVolumeStart } from '../../src-shared/layout';
import type { WindowsPlan } from '../../src-shared/plan';
import { minimumWindowsBytes } from '../../src-shared/space';
import { bootFiles, requireBootable, type FileEdit } from '../guest';
import type { HostDescription, WindowsVolumeRequest } from '../host';
import { buildKey } from './build-cache';
import { offlineServicing } from './offline-servicing';
import { placeholders } from './own-files';
import type { Prepared } from './prepare';

const WINDOWS_LABEL = 'Windows';
/** Goes up when this program unpacks the same image in another way. */
const BUILD_FORMAT = 3;

/** A plan, what is known of its image and targets, and the computer that unpacks it. */
export interface PlanToUnpack {
  plan: WindowsPlan;
  prepared: Prepared;
  tools: { host: Pick<HostDescription, 'servicesOffline'> };
}

/** Where Windows is unpacked to. Sizes are bytes. */
export type VolumePlace = Pick<WindowsVolumeRequest, 'volumePath' | 'volumeBytes' | 'place'> & {
  /** Folder that receives the image's boot files. */
  bootFilesFolder: string;
};

/**
 * Sizes, in bytes, that a build's volume may have. The usual one is the smallest partition that the edition fits
 * in, so that the build fits every drive. But an image doesn't say what its folders and long names take: where the
 * usual one turns out to be too small, twice as much is tried, or as much as the smallest of the targets has.
 * BitLocker's areas, 264 KiB, are not counted: the size has a spare tenth and more.
 */
export function buildVolumeSizes({
  edition,
  guest,
  targets,
}: Prepared): [usual: number, ...larger: number[]] {
  const usual = minimumWindowsBytes(edition, guest.addedBytes);
  const partitions = targets.map(({ layout }) => windowsVolume(layout).bytes);
  const larger = Math.min(2 * usual, ...partitions);
  return larger > usual ? [usual, larger] : [usual];
}

/** What the host is asked to unpack. `files`: placeholders, or the files of the one stick that it is for. */
export function windowsVolumeRequest(
  { plan, prepared, tools }: PlanToUnpack,
  wimParts: string[],
  files: readonly FileEdit[],
  place: VolumePlace,
): WindowsVolumeRequest {
  const { bootFilesFolder, ...volume } = place;
  const { edition } = prepared;
  return {
    ...volume,
    wimParts,
    index: edition.index,
    startLba: windowsVolumeStart(plan.layout.container).startLba,
    fenceBytes: prepared.unpackedBytes,
    ...contentOf({ plan, prepared, tools }, files),
    extractTo: bootFilesFolder,
  };
}

/** The key under which a build is kept: equal keys, equal content. `imageSha256` is hexadecimal. */
export function windowsBuildKey(
  { plan, prepared, tools }: PlanToUnpack,
  imageSha256: string,
  volumeBytes: number,
): string {
  const content = contentOf({ plan, prepared, tools }, commonFiles(prepared));
  return buildKey({
    imageSha256,
    index: prepared.edition.index,
    volumeBytes,
    ...windowsVolumeStart(plan.layout.container),
    formatVersion: BUILD_FORMAT,
    ...content,
    edits: { ...content.edits, files: content.edits.files.map(markOf) },
  });
}

/** Where a file of this computer lies doesn't matter; what it contains does. */
function markOf({ path, content }: FileEdit): object {
  return content.kind === 'bytes'
    ? { path, bytes: content.bytes }
    : { path, sha256: content.sha256, sizeBytes: content.sizeBytes };
}

/** What a build that sticks have in common holds in place of the files of their own. */
export function commonFiles({ guest }: Prepared): FileEdit[] {
  return placeholders(guest.sticks[0]?.ownFiles ?? []);
}

/**
 * What decides the content of the volume, beside the image. Plain ones mention neither BitLocker nor servicing: their key stays.
 * What was refused of the servicing isn't part of it; the first start does that on every stick.
 */
function contentOf({ plan, prepared, tools }: PlanToUnpack, files: readonly FileEdit[]) {
  const { edition, guest } = prepared;
  const servicing = tools.host.servicesOffline ? offlineServicing(plan, guest) : null;
  const architecture = requireBootable(edition.architecture, edition.name);
  return {
    label: WINDOWS_LABEL,
    edits: { ...guest.edits, files: [...guest.edits.files, ...files] },
    extractPaths: bootFiles(architecture).paths,
    ...(servicing && { servicing }),
    ...(plan.protect.kind === 'now' ? { bitLockerAreas: true } : {}),
  };
}
