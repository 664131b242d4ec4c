import type { Target } from '../../src-shared/plan';
import { createImageFile, openImageFile } from './image-file-medium';
import { nothingToRelease as release, type OpenedTarget } from './opened-target';
import type { OpenRequest } from './protocol';

/** Opens an image file for reading, or makes it. Throws what that throws. */
export async function openImageTarget(
  { path, sizeBytes }: Extract<Target, { kind: 'file' }>,
  { readOnly, protectedPaths }: OpenRequest['guards'],
): Promise<OpenedTarget> {
  if (readOnly) {
    return { access: 'reading', medium: await openImageFile(path), disk: null, release };
  }
  const medium = await createImageFile(path, sizeBytes, protectedPaths);
  return { access: 'writing', kind: 'file', medium, deviceNumbers: [], disk: null, release };
}
