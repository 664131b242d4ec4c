import { toStickError } from '../../../src-shared/errors';
import type { HeldVentoyTarget } from './job';

/**
 * Does something after the helper's own work on a disk is judged. What the helper says of the stick's state is still that of
 * its last work then, such as the run of Ventoy's program; so failures tell `target.state` instead.
 */
export async function tellingState<T>(
  target: Pick<HeldVentoyTarget, 'state'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw toStickError(thrown).withStick(target.state);
  }
}
