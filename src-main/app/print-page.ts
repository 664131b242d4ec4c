import { BrowserWindow } from 'electron';
import { stickError } from '../../src-shared/errors';

/** What Electron calls it when the person closes the system's dialog. */
const CANCELLED = /cancel/i;

/**
 * Opens the system's dialog for printing a page, which lies in memory only and may run no scripts. Resolves when it is handed to the
 * printer or the dialog was closed. Throws `print/failed`.
 */
export async function printPage(html: string, parent: BrowserWindow): Promise<void> {
  const page = new BrowserWindow({
    parent,
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
    },
  });
  try {
    await page.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
    const failure = await new Promise<string | null>((resolve) => {
      page.webContents.print({ silent: false, printBackground: false }, (done, reason) => {
        resolve(done ? null : reason);
      });
    });
    if (failure !== null && !CANCELLED.test(failure)) {
      throw stickError('print/failed', { message: failure });
    }
  } finally {
    if (!page.isDestroyed()) page.destroy();
  }
}
