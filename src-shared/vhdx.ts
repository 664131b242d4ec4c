import { VHDX_PREAMBLE_BYTES, VHDX_STEP_BYTES } from './layout';
import type { Target } from './plan';
import { alignUp } from './units';

/** Whether a file of this name becomes a virtual disk; other image files are the bare disk. */
export function isVhdxPath(path: string): boolean {
  return /\.vhdx$/i.test(path);
}

/** Whether a file of this name may become an image of a stick. */
export function isImageFilePath(path: string): boolean {
  return path.endsWith('.img') || isVhdxPath(path);
}

/** Bytes that stand before the disk in a target: none, except in a virtual disk. */
export function diskOffset(target: Target): number {
  return target.kind === 'file' && isVhdxPath(target.path) ? VHDX_PREAMBLE_BYTES : 0;
}

/** The size of a disk in an image file of this name, from one in whole sectors: a virtual disk has whole blocks. */
export function wholeDiskBytes(path: string, bytes: number): number {
  return isVhdxPath(path) ? alignUp(bytes, VHDX_STEP_BYTES) : bytes;
}

/**
 * What a Windows that is started from a virtual disk can't have (Microsoft, “Deploy Windows on a VHD (native
 * boot)”), and what this program doesn't make.
 */
export const VHDX_RESTRICTIONS = [
  'no-bitlocker',
  'no-hibernation',
  'ntfs-only',
  'no-nesting',
  'no-direct-way',
  'space-is-taken',
] as const;
export type VhdxRestriction = (typeof VHDX_RESTRICTIONS)[number];

/** In English, for the command line and logs. */
export const vhdxRestrictionTexts: Record<VhdxRestriction, string> = {
  'no-bitlocker': 'BitLocker can protect neither the virtual disk nor the partition that holds it',
  'no-hibernation': 'Windows can’t hibernate, and has no fast start',
  'ntfs-only': 'the partition that holds the virtual disk stays NTFS',
  'no-nesting': 'a virtual disk can’t lie in another one',
  'no-direct-way': 'Windows can’t be unpacked straight onto the drive',
  'space-is-taken': 'the virtual disk takes its whole size on the drive from the start',
};
