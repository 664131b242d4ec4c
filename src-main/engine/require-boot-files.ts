import type { WindowsPlan } from '../../src-shared/plan';
import { bootFiles, requireBootable } from '../guest';
import type { Job } from './job';

/** Whether the boot manager will ask for a password: Windows is encrypted, or is to encrypt itself. */
export function asksPassword({ protect }: Pick<WindowsPlan, 'protect'>): boolean {
  return protect.kind !== 'none';
}

/**
 * Looks into an image that was read, before anything is unpacked and a drive may be erased, for what its computer starts
 * from. Throws `wim/unsupported` when there is no boot manager, or no fonts for one that asks for a password.
 */
export async function requireBootFiles(
  { plan, prepared, tools, signal }: Pick<Job, 'plan' | 'prepared' | 'tools' | 'signal'>,
  wimParts: string[],
): Promise<void> {
  const { edition, info } = prepared;
  const architecture = requireBootable(edition.architecture, edition.name);
  const { scheme } = plan.layout;
  const boot = bootFiles(architecture, { scheme, asksPassword: asksPassword(plan) });
  const request = { wimParts, index: edition.index, folders: boot.paths };
  boot.place(await tools.host.listImageFolders(request, signal), info.path);
}
