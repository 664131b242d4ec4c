import { rm } from 'node:fs/promises';
import { win32 } from 'node:path';
import type { Win32Parts } from '../../helper';
import { listDrives, loadWin32Api, type DriveListing } from './drives';
import { ELEVATED_VARIABLE } from './elevate';
import { makePrivateFolder } from './private-folder';
import { runOperation } from './run-operation';
import { systemFolder } from './system-folder';
import { windowsBuilder } from './windows-builder';

const PREFIX = 'sticksmith-drives-';

/** What the helper works with on a real Windows. Throws where Windows' libraries can't be loaded. */
export async function win32HelperParts(): Promise<Win32Parts> {
  return {
    api: await loadWin32Api(),
    listDrives: listDrivesAsAdministrator,
    ...windowsBuilder(),
    elevatedForUser: process.env[ELEVATED_VARIABLE] === '1',
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
