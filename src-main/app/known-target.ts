import { stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { errorCode } from '../io';
import { messageOf, stickError } from '../../src-shared/errors';
import type { Target } from '../../src-shared/plan';
import type { KnownStick } from '../../src-shared/stick-check';
import { alignDown, SECTOR } from '../../src-shared/units';
import { requireWindowsFile } from '../../src-shared/windows-drive-path';
import type { Host } from '../host';

/**
 * The target that a stick made earlier is. `unmount`: its file systems may be unmounted. Throws `target/not-found`,
 * `target/not-a-drive`, `target/unusable-path`, `permission/denied`.
 */
export async function knownTarget(
  stick: KnownStick,
  unmount: boolean,
  host: Pick<Host, 'platform'>,
): Promise<Target> {
  if (stick.kind === 'drive') return { kind: 'drive', identity: stick.identity, unmount };
  const { path } = stick;
  const target = { target: path };
  if (!isAbsolute(path)) {
    throw stickError('target/unusable-path', { ...target, message: 'give the whole path' });
  }
  if (host.platform === 'win32') requireWindowsFile(path);
  const known = await stat(path).catch((error: unknown) => {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw stickError('target/not-found', target);
    if (code === 'EACCES') throw stickError('permission/denied', { path }, { cause: error });
    throw stickError('target/unusable-path', { ...target, message: messageOf(error) });
  });
  if (!known.isFile() || known.size < SECTOR) {
    throw stickError('target/not-a-drive', { ...target, message: 'it is no disk image' });
  }
  return { kind: 'file', path, sizeBytes: alignDown(known.size, SECTOR) };
}
