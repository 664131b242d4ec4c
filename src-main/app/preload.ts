import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type {
  Answer,
  EventName,
  RequestName,
  RequestOf,
  ResponseOf,
  WindowApi,
} from '../../src-shared/ipc';

/**
 * The names in the maps of src-shared/ipc.ts, put here when it is built (electron.vite.config.ts). With the maps themselves would come every
 * schema and the whole of zod, which each start of the window would wait for.
 */
declare const REQUEST_NAMES: readonly RequestName[];
declare const EVENT_NAMES: readonly EventName[];

const api: WindowApi = {
  request<C extends RequestName>(channel: C, payload: RequestOf<C>) {
    if (!REQUEST_NAMES.includes(channel)) throw new Error(`no such request: ${channel}`);
    return ipcRenderer.invoke(channel, payload) as Promise<Answer<ResponseOf<C>>>;
  },
  on(channel, listener) {
    if (!EVENT_NAMES.includes(channel)) throw new Error(`no such event: ${channel}`);
    const forward = (_event: IpcRendererEvent, payload: unknown): void => {
      listener(payload as Parameters<typeof listener>[0]);
    };
    ipcRenderer.on(channel, forward);
    return () => {
      ipcRenderer.off(channel, forward);
    };
  },
  pathForFile(file) {
    // Electron before 29 has no webUtils and tells the path by the file itself.
    const bare = file as File & { path?: string };
    return (webUtils as typeof webUtils | undefined)?.getPathForFile(file) ?? bare.path ?? '';
  },
};

contextBridge.exposeInMainWorld('sticksmith', api);
