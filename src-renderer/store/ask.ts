import { type StickErrorData, toStickError } from '../../src-shared/errors';
import type { Answer, RequestName, RequestOf, ResponseOf, WindowApi } from '../../src-shared/ipc';

/** Asks the program behind the window. Never throws: a broken connection is an error like any other. */
export async function ask<C extends RequestName>(
  api: WindowApi,
  channel: C,
  payload: RequestOf<C>,
): Promise<Answer<ResponseOf<C>>> {
  try {
    return await api.request(channel, payload);
  } catch (thrown) {
    const error: StickErrorData = toStickError(thrown).toData();
    return { ok: false, error };
  }
}
