import { createImageFile, refuseVirtualDisk } from '../../helper';
import type { OpenTarget, TargetRequest } from '../index';

/**
 * Makes the image file of a target that is a new one for use as a disk, before `open`: with the rights of
 * this program, so that it is made only where its user may make files. The target then takes care of it:
 * it gets its name by `finish`, and without that it is removed when the target is closed. Throws
 * `target/unusable-path`, `target/refused`, `permission/denied`, and what `open` throws.
 */
export async function withNewFile(
  { target, guards, asDisk }: TargetRequest,
  open: () => Promise<OpenTarget>,
): Promise<OpenTarget> {
  if (target.kind !== 'file' || asDisk === undefined) return open();
  refuseVirtualDisk(target.path);
  if (asDisk === 'existing') return open();
  const file = await createImageFile(target.path, target.sizeBytes, guards.protectedPaths);
  let opened: OpenTarget;
  try {
    opened = await open();
  } catch (error) {
    await file.close();
    throw error;
  }
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    try {
      await opened.close();
    } finally {
      await file.close();
    }
  };
  return {
    ...opened,
    finish: () => file.finish(),
    close() {
      closing ??= close();
      return closing;
    },
  };
}
