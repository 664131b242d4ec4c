import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Drive } from '../../../src-shared/drive';
import { windowsCannot } from '../../../src-shared/windows-cannot';
import { freeBytes } from '../../io';
import type { Host, TargetRequest, ToolUse } from '../index';
import { makeContainerVolume } from './container-volume';
import { describeWindowsHost } from './describe-windows-host';
import { doctor } from './doctor';
import { deviceOf, listDrives, loadWin32Api } from './drives';
import { buildInHelper, listInHelper, readContentsInHelper, seedInHelper } from './helper-build';
import { windowsHelpers } from './helper-process';
import { targetOpener, type Helpers } from '../target-opener';
import { makePrivateFolder } from './private-folder';
import { runOperation } from './run-operation';

/** What of a computer with Windows a host is made of. */
export interface WindowsHostParts {
  helpers: Helpers;
  listDrives: () => Promise<Drive[]>;
  deviceOf: Host['deviceOf'];
  freeBytes: Host['freeBytes'];
  doctor: Host['doctor'];
}

/**
 * A computer with Windows: its own programs make the volume of Windows in the helper with administrator rights, which opens
 * the drives, too. What it can't do yet throws `host/cannot`.
 */
export function createHost(): Host {
  return hostOf({
    helpers: windowsHelpers(),
    listDrives: listDrivesAsUser,
    deviceOf: async (path) => deviceOf(await loadWin32Api(), path),
    freeBytes,
    doctor,
  });
}

/** The same of other parts, some of which may be simulated. */
export function hostOf({ helpers, ...parts }: WindowsHostParts): Host {
  return {
    ...describeWindowsHost(),
    ...parts,
    requireToolsFor,
    openTargets: targetOpener(helpers, { takesRights: isDrive }),
    keepHelper: (signal) => helpers.elevated.keep(signal),
    buildWindowsVolume: buildInHelper(helpers.elevated),
    listImageFolders: listInHelper(helpers.elevated),
    makeContainerVolume: makeContainerVolume(seedInHelper(helpers.elevated)),
    readWindowsContents: readContentsInHelper(helpers.elevated),
    bootTest: () => cannot('start a stick in a virtual computer'),
    unxz: () => cannot('make Ventoy sticks'),
    makeExt4File: () => cannot('make files in which a live Linux keeps its changes'),
    growExt4File: () => cannot('enlarge files in which a live Linux keeps its changes'),
  };
}

/** Image files are made with the user's own rights. */
export function isDrive({ target }: TargetRequest): boolean {
  return target.kind === 'drive';
}

/** What the work needs is part of every Windows; the rest isn't there at all. */
function requireToolsFor(work: readonly ToolUse[]): Promise<void> {
  const what = work.map((use) => CANNOT[use]).find((one) => one !== null);
  return what === undefined ? Promise.resolve() : cannot(what);
}

/** What a computer with Windows can't do; null for what it can. */
const CANNOT: Readonly<Record<ToolUse, string | null>> = {
  'unpack-windows': null,
  'read-windows': null,
  'use-exfat': 'make Ventoy sticks',
  'make-ntfs': 'make Ventoy sticks',
  mount: 'make Ventoy sticks',
  'run-ventoy': 'make Ventoy sticks',
  'make-ext4': 'make files in which a live Linux keeps its changes',
  'encrypt-volume': null,
};

function cannot(what: string): Promise<never> {
  return Promise.reject(windowsCannot(what));
}

/** PowerShell's script lies in a private folder of this user's. */
async function listDrivesAsUser(): Promise<Drive[]> {
  const folder = await makePrivateFolder(tmpdir(), 'sticksmith-drives-', 'owner', runOperation);
  try {
    const { drives } = await listDrives((operation) => runOperation(operation, { folder }));
    return drives;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
