import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Answer, RequestName } from '../../src-shared/ipc';

/** Answers a request of the window. Never rejects: errors travel as data. */
export type Answerer = (
  channel: RequestName,
  event: IpcMainInvokeEvent,
  payload: unknown,
) => Promise<Answer<unknown>>;

/**
 * The names in the map of src-shared/ipc.ts, put here when it is built (electron.vite.config.ts): the map itself takes longer to load than
 * the window takes to open.
 */
declare const REQUEST_NAMES: readonly RequestName[];

/** Takes the window's requests from now on. They wait for who answers them, and fail when nobody will. */
export function takeRequests(answerer: Promise<Answerer>): void {
  for (const channel of REQUEST_NAMES) {
    ipcMain.handle(channel, async (event, payload: unknown) =>
      (await answerer)(channel, event, payload),
    );
  }
}
