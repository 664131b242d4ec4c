import { stickError } from '../../src-shared/errors';
import type { Target } from '../../src-shared/plan';
import type { Host } from '../host';
import type { ByteSource } from '../io';
import { diskIn } from './vhdx-target';

/** Opens a finished stick for reading only, has `use` look at its disk, and closes it. Throws what opening and `use` throw. */
export async function readTarget<T>(
  target: Target,
  host: Pick<Host, 'openTargets'>,
  signal: AbortSignal,
  use: (disk: ByteSource) => Promise<T>,
): Promise<T> {
  const guards = { neededBytes: 0, protectedPaths: [], readOnly: true };
  const [open] = await host.openTargets([{ target, guards }], signal);
  if (!open) throw stickError('internal', { message: 'no target was opened' });
  try {
    return await use(await diskIn(open, target));
  } finally {
    await open.close();
  }
}
