import type { WindowApi } from '../src-shared/ipc';

declare global {
  interface Window {
    readonly sticksmith: WindowApi;
  }
}
