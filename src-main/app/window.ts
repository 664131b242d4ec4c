import { join } from 'node:path';
import { BrowserWindow, session, type WebContents } from 'electron';
import { APP_ORIGIN, APP_URL } from './protocol';

/** The one window. It shows our own pages only and can open nothing else. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1040,
    height: 720,
    minWidth: 900,
    minHeight: 640,
    useContentSize: true,
    show: false,
    title: 'Sticksmith',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(__dirname, '../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  lockDown(window.webContents);
  void window.loadURL(APP_URL);
  return window;
}

function lockDown(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event, url) => {
    if (!url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

/** No page gets a permission, and nothing is fetched from a network. Call once Electron is ready. */
export function lockDownSession(): void {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest((details, decide) => {
    const allowed = /^(sticksmith|devtools|data|blob):/.test(details.url);
    decide({ cancel: !allowed });
  });
}
