import { posix } from 'node:path';
import { stickError } from '../../../src-shared/errors';
import { freeBytes } from '../../io';
import type { Host } from '../index';
import { bootTest } from './boot-test';
import { buildWindowsVolume, describeWindowsVolume } from './build-windows';
import { describeContainerVolume, makeContainerVolume } from './container-volume';
import { deviceOf, listDrives } from './drives';
import { describeLending, describeOpening } from './describe-drive';
import { doctor } from './doctor';
import { makeExt4File } from './ext4-file';
import { growExt4File } from './grow-ext4-file';
import { listImageFolders } from './image-folders';
import { targetOpening } from './open-targets';
import { requireToolsFor } from './tools-for';
import { unxz } from './unxz';

/** A Linux computer: ntfs-3g, libwim and libhivex do the work, the helper opens the targets. */
export function createHost(): Host {
  return {
    platform: 'linux',
    servicesOffline: false,
    join: (...parts) => posix.join(...parts),
    describeOpening,
    describeLending,
    listDrives,
    doctor,
    requireToolsFor,
    deviceOf,
    freeBytes,
    buildWindowsVolume,
    describeWindowsVolume,
    // Has a reader of XML, which the start needn't wait for.
    readWindowsContents: async (request, signal) => {
      const { readWindowsContents } = await import('./windows-contents');
      return readWindowsContents(request, signal);
    },
    listImageFolders,
    makeContainerVolume,
    describeContainerVolume,
    describeEncryption: () => {
      throw stickError('bitlocker/needs-windows', {});
    },
    makeExt4File,
    growExt4File,
    unxz,
    bootTest,
    ...targetOpening(),
  };
}
