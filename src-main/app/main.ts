import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, nativeTheme, type BrowserWindow } from 'electron';
import { createHost } from '../host/this-host';
import { watchDrives } from './drive-watch';
import { createHandlers } from './handlers';
import { answerRequests, tell } from './ipc';
import { log, openLog } from './log';
import { findPlaces } from './places';
import { declareAppProtocol, serveApp } from './protocol';
import { SettingsStore } from './settings';
import { lockDownSession, openWindow } from './window';

const allowLoop = process.env['STICKSMITH_ALLOW_LOOP'] === '1';
const places = findPlaces(app.getPath('userData'), process.env);
mkdirSync(places.data, { recursive: true, mode: 0o700 });
app.setPath('userData', places.data);
// Root can't have Chromium's sandbox; enabling it against --no-sandbox would leave no process alive.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
declareAppProtocol();

if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  openLog(places.data);
  log.info(`sticksmith ${app.getVersion()} on Electron ${process.versions.electron}`);
  const settings = new SettingsStore(places.data);
  nativeTheme.themeSource = settings.settings.theme;
  serveApp(join(__dirname, '../renderer'));
  lockDownSession();

  const host = createHost();
  const window = openWindow();
  const program = createHandlers({ window, host, settings, places, allowLoop });
  answerRequests(program.handlers);
  const stopWatching = watchDrives(host, () => {
    tell(window.webContents, 'drives:changed', null);
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  askBeforeClosing(window, () =>
    program.job.busy ? whileMaking : program.isRepairing() ? whileRepairing : null,
  );
  app.on('window-all-closed', () => {
    stopWatching();
    void program.close().finally(() => {
      app.quit();
    });
  });
}

/** What is asked before the window closes, and what keeps it open. */
interface Question {
  message: string;
  detail: string;
  keep: string;
}

const whileMaking: Question = {
  message: 'A stick is being made.',
  detail: 'If you close Sticksmith now, the stick stays unfinished and will not start a computer.',
  keep: 'Keep making the stick',
};
const whileRepairing: Question = {
  message: 'A stick is being repaired.',
  detail:
    'If you close Sticksmith now, what was rewritten is taken back first. Leave the stick plugged in until then.',
  keep: 'Keep repairing the stick',
};

/** Closing the window while a stick is written to is no small thing, so it takes a second word. */
function askBeforeClosing(window: BrowserWindow, question: () => Question | null): void {
  window.on('close', (event) => {
    const asked = question();
    if (!asked) return;
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: asked.message,
      detail: asked.detail,
      buttons: [asked.keep, 'Close anyway'],
      defaultId: 0,
      cancelId: 0,
    });
    if (choice === 0) event.preventDefault();
  });
}
