import { stat } from 'node:fs/promises';
import { app } from 'electron';
import type { AppInfo } from '../../src-shared/ipc';
import { judgedDrives } from '../engine';
import type { Host } from '../host';
import { portableFolder } from '../io';
import type { SettingsStore } from '../own';
import type { DriveWatch } from './drive-watch';
import type { Handlers } from './ipc';
import type { Places } from './places';

/** What the window asks for until its first step can be used. */
export type FirstAnswers = Pick<
  Handlers,
  'app:info' | 'app:usable' | 'drives:list' | 'job:state' | 'station:state'
>;

export interface FirstTools {
  host: Host;
  settings: SettingsStore;
  places: Places;
  allowLoop: boolean;
  workFolder: () => string;
}

export async function appInfo(tools: FirstTools): Promise<AppInfo> {
  const { host, settings, places, workFolder } = tools;
  const platform = process.platform;
  return {
    version: app.getVersion(),
    platform:
      platform === 'linux' || platform === 'win32' || platform === 'darwin' ? platform : 'other',
    systemLanguages: app.getPreferredSystemLanguages(),
    dataFolder: places.data,
    portable: portableFolder(process.env) !== null,
    workFolder: workFolder(),
    workFolderFreeBytes: await host.freeBytes(workFolder()),
    recipeFolder: settings.recipeFolder,
    documentsFolder: await documentsFolder(),
    settings: settings.settings,
  };
}

export function listDrives(tools: FirstTools, watch: DriveWatch): Handlers['drives:list'] {
  const { host, allowLoop, workFolder } = tools;
  const places = {
    listDrives: () => watch.list(),
    deviceOf: (path: string) => host.deviceOf(path),
  };
  return (asked) =>
    judgedDrives(places, {
      ...asked,
      ...{ workFolder: workFolder(), appFolder: app.getAppPath(), allowLoop },
    });
}

/** Where there is no folder for documents, they lie in the home folder. */
async function documentsFolder(): Promise<string> {
  const documents = app.getPath('documents');
  const known = await stat(documents).catch(() => null);
  return known?.isDirectory() === true ? documents : app.getPath('home');
}
