import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Fits a package to the stand-in runtime; electron-builder flips the fuses after this.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack({ appOutDir, packager }) {
  // What the stand-in brings to run an application folder. A package has its own, in resources/app.asar.
  await rm(join(appOutDir, 'resources/app'), { recursive: true, force: true });

  // Before Electron 29 there was no fuse for what file:// pages may do, and flipping it fails.
  const { electronVersion, electronFuses } = packager.config;
  if (electronFuses && Number.parseInt(electronVersion ?? '', 10) < 29) {
    Reflect.deleteProperty(electronFuses, 'grantFileProtocolExtraPrivileges');
  }
}
