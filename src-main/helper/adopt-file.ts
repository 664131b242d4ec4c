import { chmod, rename, stat, truncate } from 'node:fs/promises';
import { StickError } from '../../src-shared/errors';
import { runTool } from '../host/run-tool';

export interface Adoption {
  /** The file whose content is to lie in the image; gone afterwards. */
  source: string;
  /** Byte of the image at which that content begins. */
  offset: number;
  /** Bytes of the finished image. */
  sizeBytes: number;
  /** The image so far: empty, and replaced. */
  image: string;
}

/**
 * Turns a file into the image by moving its blocks instead of copying what is in them: a hole is
 * inserted before its first byte (fallocate(2), FALLOC_FL_INSERT_RANGE; ext4 and XFS), and it takes
 * the image's place. False where that can't be done; the source is then as it was.
 */
export async function adoptFile(adoption: Adoption, signal: AbortSignal): Promise<boolean> {
  const { source, offset, sizeBytes, image } = adoption;
  const [from, to] = await Promise.all([stat(source), stat(image)]);
  if (from.dev !== to.dev || offset + from.size > sizeBytes) return false;
  try {
    const range = ['--insert-range', '--offset', '0', '--length', String(offset)];
    await runTool('fallocate', [...range, source], { signal });
  } catch (error) {
    // Another file system, or no such tool. Whoever copies instead meets any real trouble.
    if (error instanceof StickError && error.code !== 'cancelled') return false;
    throw error;
  }
  await truncate(source, sizeBytes);
  // As open as the image was made, whatever the work file was.
  await chmod(source, to.mode & 0o777);
  await rename(source, image);
  return true;
}
