import { freeBytes } from '../../io';
import type { Host } from '../index';
import { buildWindowsVolume, describeWindowsVolume } from './build-windows';
import { deviceOf, listDrives } from './drives';
import { doctor } from './doctor';
import { describeExfat, formatExfat } from './format-exfat';
import { openTargets } from './open-targets';
import { requireTools } from './tools';
import { readWindowsContents } from './windows-contents';

/** A Linux computer: ntfs-3g, libwim and libhivex do the work, the helper opens the targets. */
export function createHost(): Host {
  return {
    platform: 'linux',
    listDrives,
    doctor,
    requireTools,
    deviceOf,
    freeBytes,
    buildWindowsVolume,
    describeWindowsVolume,
    readWindowsContents,
    formatExfat,
    describeExfat,
    openTargets,
  };
}
