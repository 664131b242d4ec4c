import type { Target } from '../../src-shared/plan';
import { createImageFile, openImageFile, openImageInPlace } from './image-file-medium';
import { nothingToRelease as release, type OpenedTarget } from './opened-target';
import type { OpenRequest } from './protocol';

/** Opens an image file for reading or changing, or makes it. Throws what that throws. */
export async function openImageTarget(
  { path, sizeBytes }: Extract<Target, { kind: 'file' }>,
  { guards: { readOnly, protectedPaths }, inPlace }: Pick<OpenRequest, 'guards' | 'inPlace'>,
): Promise<OpenedTarget> {
  if (readOnly) {
    return { access: 'reading', medium: await openImageFile(path), disk: null, release };
  }
  const openMedium = inPlace ? openImageInPlace : createImageFile;
  const medium = await openMedium(path, sizeBytes, protectedPaths);
  return { access: 'writing', kind: 'file', medium, deviceNumbers: [], disk: null, release };
}
