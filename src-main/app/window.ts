import { join } from 'node:path';
import { BrowserWindow, session, type WebContents } from 'electron';
import { APP_ORIGIN, APP_URL } from './protocol';

/** The one window, hidden at first. It shows our own pages only and can open nothing else. */
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
  // Chromium fetches dictionaries by itself, past the rules below, for every language of a session, whether or not a window checks
  // any spelling. It looks for them on the disk first, so there is time to say that there are none.
  own.setSpellCheckerLanguages([]);
  own.setSpellCheckerEnabled(false);
  own.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest((details, decide) => {
    const allowed = /^(sticksmith|devtools|data|blob):/.test(details.url);
    decide({ cancel: !allowed });
  });
}
