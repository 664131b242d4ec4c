import { app, nativeTheme, type BrowserWindow } from 'electron';
import { createHost } from '../host/this-host';
import { askBeforeClosing } from './ask-before-closing';
import { watchDrives } from './drive-watch';
import { SettingsStore } from '../own';
import { appInfo, listDrives, type FirstAnswers } from './first-answers';
import { answerBy, tell } from './ipc';
import { JobRunner } from './job-runner';
import { Late } from './late';
import { log, openLog } from './log';
import type { Places } from './places';
import type { Answerer } from './requests';
import { logStartUp } from './start-up';
import { speakAs } from './words';

/**
 * What stands behind the window until it is closed; gives what answers its requests. Its first step is waited for, so what else the
 * window may ask is loaded after that.
 */
export async function openProgram(window: BrowserWindow, places: Places): Promise<Answerer> {
  openLog(places.data);
  log.info(`sticksmith ${app.getVersion()} on Electron ${process.versions.electron}`);
  const settings = new SettingsStore(places.data);
  speakAs(settings);
  nativeTheme.themeSource = settings.settings.theme;

  const host = await createHost();
  const watch = watchDrives(host, () => {
    tell(window.webContents, 'drives:changed', null);
  });
  const tools = {
    ...{ host, settings, places },
    allowLoop: process.env['STICKSMITH_ALLOW_LOOP'] === '1',
    workFolder: () => settings.settings.workFolder ?? places.work,
  };
  const info = () => appInfo(tools);
  const job = new JobRunner((state) => {
    tell(window.webContents, 'job:state', state);
  });
  const rest = new Late(async () => {
    const { createHandlers } = await import('./handlers');
    return createHandlers({ ...tools, window, job, info });
  });
  const first: FirstAnswers = {
    'app:info': info,
    'app:usable': () => {
      logStartUp();
      void rest.get();
      return null;
    },
    'drives:list': listDrives(tools, watch),
    'job:state': () => job.state,
    'station:state': () => rest.value?.stationState() ?? { state: 'closed' },
  };
  askBeforeClosing(window, () => {
    if (rest.value?.isStationRunning() === true) return 'series';
    if (job.busy) return 'making';
    if (rest.value?.isRepairing() === true) return 'repairing';
    return rest.value?.isRestoring() === true ? 'restoring' : null;
  });
  app.on('window-all-closed', () => {
    watch.stop();
    void Promise.resolve(rest.value?.close()).finally(() => {
      app.quit();
    });
  });
  return answerBy(first, async () => (await rest.get()).handlers);
}
