import type { Win32Parts } from '../../helper';
import { buildWindowsVolume } from './build-windows';
import { makeContainerSeed } from './container-seed';
import { listDrives, loadWin32Api } from './drives';
import { ELEVATED_VARIABLE } from './elevate';
import { listImageFolders } from './image-folders';
import { protectVolume } from './protect-volume';
import { readWindowsContents } from './windows-contents';
import { openWindowsWork, type WindowsWork } from './windows-work';

/** What the helper works with on a real Windows. Throws where Windows' libraries can't be loaded. */
export async function win32HelperParts(): Promise<Win32Parts> {
  const elevatedForUser = process.env[ELEVATED_VARIABLE] === '1';
  let opening: Promise<WindowsWork> | null = null;
  /** Once a process; only administrators may. What failed is tried again by the next to need it. */
  const work = (): Promise<WindowsWork> => {
    opening ??= openWindowsWork().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  return {
    api: await loadWin32Api(),
    async listDrives() {
      const { run, privateFolder: folder } = await work();
      return listDrives((operation) => run(operation, { folder }));
    },
    buildWindows: async (request, running) => buildWindowsVolume(request, running, await work()),
    listImageFolders: async (request, signal) => listImageFolders(request, signal, await work()),
    makeContainerSeed: async (seed, signal) => makeContainerSeed(seed, signal, await work()),
    readWindowsContents: async (request, signal) =>
      readWindowsContents(request, signal, await work()),
    protectVolume: async (drive, volume, letGo, signal) =>
      protectVolume(drive, volume, letGo, await work(), signal),
    async tidyUp() {
      // One that makes image files takes back nothing, and couldn't.
      if (elevatedForUser) await work();
    },
    elevatedForUser,
  };
}
