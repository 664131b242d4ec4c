import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Operation } from './operation';
import type { RunOperation } from './run-operation';

/**
 * Well-known SIDs (learn.microsoft.com, "Well-known SIDs"); names of accounts are translated, these are not. Owner Rights stands
 * for whoever owns the folder, which is whoever made it.
 */
const OWNER_RIGHTS = '*S-1-3-4';
const ADMINISTRATORS = '*S-1-5-32-544';
const LOCAL_SYSTEM = '*S-1-5-18';

/** `owner`: who makes it, and administrators. `administrators`: no others. */
export type FolderAccess = 'owner' | 'administrators';

/**
 * Makes a folder in `parent` whose name begins with `prefix`, and gives it an access list of its own; what is made in it
 * inherits that list. It is empty when the list comes into force, and `parent` must not let others rename what is in it, as
 * the user's TEMP doesn't. Throws `tool/missing`, `tool/failed`.
 */
export async function makePrivateFolder(
  parent: string,
  prefix: string,
  access: FolderAccess,
  run: RunOperation,
): Promise<string> {
  const folder = await mkdtemp(join(parent, prefix));
  try {
    await run(restrictAccess(folder, access), { folder });
    return folder;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Replaces a folder's inherited access list (learn.microsoft.com, "icacls"). */
export function restrictAccess(folder: string, access: FolderAccess): Operation {
  const accounts = [ADMINISTRATORS, LOCAL_SYSTEM, ...(access === 'owner' ? [OWNER_RIGHTS] : [])];
  return {
    title: `Let nobody else into ${folder}`,
    program: 'icacls.exe',
    args: [
      folder,
      '/inheritance:r',
      '/grant:r',
      ...accounts.map((account) => `${account}:(OI)(CI)F`),
    ],
    scripts: [],
    stdin: null,
    okCodes: [0],
    progressOf: () => null,
    failureOf: () => null,
    undo: null,
  };
}
