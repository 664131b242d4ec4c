import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import {
  events,
  requests,
  type Answer,
  type RequestName,
  type RequestOf,
  type ResponseOf,
  type WindowApi,
} from '../../src-shared/ipc';

const api: WindowApi = {
  request<C extends RequestName>(channel: C, payload: RequestOf<C>) {
    if (!Object.hasOwn(requests, channel)) throw new Error(`no such request: ${channel}`);
    return ipcRenderer.invoke(channel, payload) as Promise<Answer<ResponseOf<C>>>;
  },
  on(channel, listener) {
    if (!Object.hasOwn(events, channel)) throw new Error(`no such event: ${channel}`);
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
