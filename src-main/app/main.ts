import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { prepareDataFolder } from '../io/prepare-data-folder';
import { scriptHandedOver } from './handed-over';
import { findPlaces } from './places';
import { declareAppProtocol, serveApp } from './protocol';
import { takeRequests, type Answerer } from './requests';
import { lockDownSession, openWindow } from './window';

/*
 * Imports only what the window takes. All else is loaded while the window's own process runs its script: a person waits for both, and
 * before that this process has to hand the script over.
 */

const places = findPlaces(() => app.getPath('userData'), process.env);
const refusal = refusalOf(() => {
  prepareDataFolder(places.data);
});
// Root can't have Chromium's sandbox; enabling it against --no-sandbox would leave no process alive.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
declareAppProtocol();

if (refusal !== null)
  void import('./refuse-start').then((it) => it.refuseStart(places.data, refusal));
else start();

function start(): void {
  app.setPath('userData', places.data);
  if (app.requestSingleInstanceLock()) void app.whenReady().then(open);
  else app.quit();
}

async function open(): Promise<void> {
  serveApp(join(__dirname, '../renderer'));
  lockDownSession();
  const program = openBehind(openWindow());
  takeRequests(program);
  await program;
}

/** Opens the program behind a window that is on its way, and shows the window as soon as both are there. */
async function openBehind(window: BrowserWindow): Promise<Answerer> {
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  const painted = new Promise<void>((resolve) => {
    window.once('ready-to-show', resolve);
  });
  await scriptHandedOver();
  try {
    const { openProgram } = await import('./program');
    return await openProgram(window, places);
  } finally {
    // Not earlier: the program knows which theme it is to have.
    void painted.then(() => {
      window.show();
    });
  }
}

function refusalOf(action: () => void): Error | null {
  try {
    action();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
