import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Operation } from './operation';
import { makeOperation } from './operations/make-operation';
import type { RunOperation } from './run-operation';
import { Sid } from './well-known-sids';

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
  const accounts = [
    Sid.administrators,
    Sid.system,
    ...(access === 'owner' ? [Sid.ownerRights] : []),
  ];
  return makeOperation({
    title: `Let nobody else into ${folder}`,
    program: 'icacls.exe',
    args: [
      folder,
      '/inheritance:r',
      '/grant:r',
      ...accounts.map((account) => `${account}:(OI)(CI)F`),
    ],
    failureOf: () => null,
  });
}
