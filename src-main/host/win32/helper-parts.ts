import { rm } from 'node:fs/promises';
import { win32 } from 'node:path';
import type { Win32Parts } from '../../helper';
import { buildWindowsVolume } from './build-windows';
import { listDrives, loadWin32Api, type DriveListing } from './drives';
import { ELEVATED_VARIABLE } from './elevate';
import { listImageFolders } from './image-folders';
import { makePrivateFolder } from './private-folder';
import { runOperation } from './run-operation';
import { systemFolder } from './system-folder';
import { openWindowsWork, type WindowsWork } from './windows-work';

const PREFIX = 'sticksmith-drives-';

/** What the helper works with on a real Windows. Throws where Windows' libraries can't be loaded. */
export async function win32HelperParts(): Promise<Win32Parts> {
  const elevatedForUser = process.env[ELEVATED_VARIABLE] === '1';
  let opened: Promise<WindowsWork> | null = null;
  const work = (): Promise<WindowsWork> => {
    opened ??= openWindowsWork().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    api: await loadWin32Api(),
    listDrives: listDrivesAsAdministrator,
    buildWindows: async (request, running) => buildWindowsVolume(request, running, await work()),
    listImageFolders: async (request, signal) => listImageFolders(request, signal, await work()),
    async tidyUp() {
      // Without administrator rights nothing was left that could be taken back.
      if (elevatedForUser) await work();
    },
    elevatedForUser,
  };
}

/**
 * PowerShell's script lies in a folder that only administrators may enter, in Windows' own Temp: there others may make folders, and
 * can't rename them (reported: its access list lets Users create, and only owners delete).
 */
async function listDrivesAsAdministrator(): Promise<DriveListing> {
  const parent = win32.join(win32.dirname(await systemFolder()), 'Temp');
  const folder = await makePrivateFolder(parent, PREFIX, 'administrators', runOperation);
  try {
    return await listDrives((operation) => runOperation(operation, { folder }));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
