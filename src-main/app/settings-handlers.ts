import { shell, nativeTheme, type BrowserWindow } from 'electron';
import type { AppInfo, Settings } from '../../src-shared/ipc';
import type { JobState } from '../../src-shared/job';
import type { TrustedHash } from '../../src-shared/trusted-hash';
import type { Host } from '../host';
import { saveFile } from '../io';
import { gatherSupport, logFolder, supportText, type LastJob, type SettingsStore } from '../own';
import { chooseNewFile } from './dialogs';
import type { Handlers } from './ipc';
import type { Places } from './places';

type SettingsHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `${'settings' | 'trusted' | 'support' | 'logs'}:${string}`>
>;

export interface SettingsHandlerTools {
  window: BrowserWindow;
  host: Host;
  settings: SettingsStore;
  places: Places;
  program: string;
  workFolder: () => string;
  jobState: () => JobState;
  info: () => Promise<AppInfo>;
  pruneCache: () => Promise<void>;
}

/** What the window asks of settings and logs. */
export function settingsHandlers(tools: SettingsHandlerTools): SettingsHandlers {
  const { window, host, settings, places, info } = tools;
  let gathered = '';

  async function change(to: () => void): Promise<AppInfo> {
    const before = settings.settings;
    to();
    const now = settings.settings;
    nativeTheme.themeSource = now.theme;
    if (!sameCache(before, now)) await tools.pruneCache();
    return info();
  }

  const newestFirst = (): TrustedHash[] =>
    settings.trusted.sort((one, other) => other.since.localeCompare(one.since));

  return {
    'settings:set': (next) =>
      change(() => {
        settings.settings = next;
      }),
    'settings:reset': () =>
      change(() => {
        settings.reset();
      }),
    'trusted:list': newestFirst,
    'trusted:keep': (entry) => {
      settings.keepTrusted(entry);
      return newestFirst();
    },
    'trusted:remove': (sha256) => {
      settings.distrust(sha256);
      return newestFirst();
    },
    'support:gather': async () => {
      const facts = await gatherSupport({
        program: tools.program,
        host,
        folders: { data: places.data, work: tools.workFolder() },
        settings: { ...settings.settings, trustedHashes: settings.trusted.length },
        lastJob: lastJobOf(tools.jobState()),
      });
      gathered = supportText(facts);
      return gathered;
    },
    'support:save': async () => {
      const filter = { name: 'text', extensions: ['txt'] } as const;
      const path = await chooseNewFile(window, 'sticksmith-support.txt', filter);
      if (path !== null) await saveFile(path, gathered);
      return path;
    },
    'logs:show': async () => {
      await shell.openPath(logFolder(places.data));
      return null;
    },
  };
}

function sameCache(one: Settings, other: Settings): boolean {
  return one.cacheBudgetBytes === other.cacheBudgetBytes && one.workFolder === other.workFolder;
}

function lastJobOf(job: JobState): LastJob | null {
  if (job.state === 'idle') return null;
  return {
    state: job.state === 'failed' ? `failed while ${job.phase}` : job.state,
    error: 'error' in job ? job.error : null,
    log: 'log' in job ? job.log : [],
  };
}
