import { resolve } from 'node:path';
import { parseSize } from '../../../src-shared/units';
import { makePracticeIso } from '../../practice';
import { requireLinux, usageError, type Context } from '../context';

/** `sticksmith practice DIR`: a small ISO that looks like a Windows one, for training, demos and tests. */
export async function practice(
  folder: string,
  options: { payload?: string },
  context: Context,
): Promise<void> {
  requireLinux(context, 'make practice images');
  const payload = options.payload === undefined ? undefined : parseSize(options.payload);
  if (options.payload !== undefined && payload === undefined) {
    throw usageError('--payload takes a size such as 200M');
  }
  const { isoPath } = await makePracticeIso(
    { folder: resolve(folder), ...(payload === undefined ? {} : { sizeBytes: payload }) },
    { signal: context.signal },
  );
  context.output.result({ iso: isoPath }, [
    `Practice ISO: ${isoPath}`,
    'It holds no Windows: everything in it is a stand-in that says so.',
  ]);
}
