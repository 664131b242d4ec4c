import { join } from 'node:path';
import { app, clipboard, shell, type BrowserWindow } from 'electron';
import { messageOf, stickError } from '../../src-shared/errors';
import type { AppInfo, Link } from '../../src-shared/ipc';
import { targetName } from '../../src-shared/plan';
import type { StationState } from '../../src-shared/station';
import {
  BuildCache,
  makeRecorded,
  planOperations,
  preparePlan,
  reportDrivers,
  requireVentoyHost,
  saveReport,
  StagedImages,
  testDrive,
  VENTOY_PACKAGES_FOLDER,
  VentoyPackages,
  windowsContents,
  workRoom,
  type MakeTools,
} from '../engine';
import type { Host } from '../host';
import { inspectImage } from '../image';
import {
  chooseFile,
  chooseFolder,
  chooseNewFile,
  chooseReportFile,
  imageFileTarget,
} from './dialogs';
import { diaryHandlers } from './diary-handlers';
import type { FirstAnswers } from './first-answers';
import { tell, type Handlers } from './ipc';
import { isImageFilePath } from '../../src-shared/vhdx';
import type { JobRunner } from './job-runner';
import { Latest } from './latest';
import { log } from './log';
import type { Places } from './places';
import { printPage } from './print-page';
import { recipeHandlers } from './recipe-handlers';
import { recordHandlers } from './record-handlers';
import { RecoveryKeys } from './recovery-keys';
import { restoreHandlers } from './restore-handlers';
import type { SettingsStore } from '../own';
import { settingsHandlers } from './settings-handlers';
import { SingleWork } from './single-work';
import { appStation } from './station-handlers';
import { finishedSticks } from './stick-handlers';
import { ventoyHandlers } from './ventoy-handlers';
import { verifyImage } from './verify-image';

/** The publishers' own pages. */
const links: Record<Link, string> = {
  'windows-11': 'https://www.microsoft.com/software-download/windows11',
  'windows-11-arm': 'https://www.microsoft.com/software-download/windows11arm64',
  'windows-10': 'https://www.microsoft.com/software-download/windows10ISO',
  'ventoy-releases': 'https://github.com/ventoy/Ventoy/releases',
  'ventoy-vhdboot': 'https://github.com/ventoy/vhdiso/releases',
};

export interface HandlerTools {
  window: BrowserWindow;
  host: Host;
  settings: SettingsStore;
  places: Places;
  allowLoop: boolean;
  job: JobRunner;
  workFolder: () => string;
  info: () => Promise<AppInfo>;
}

export interface AppHandlers {
  handlers: Omit<Handlers, keyof FirstAnswers>;
  stationState(): StationState;
  /** Something of a finished stick is being rewritten. */
  isRepairing(): boolean;
  /** A stick is being made an ordinary drive. */
  isRestoring(): boolean;
  /** Ends what is running and removes what lies in the work folder. */
  close(): Promise<void>;
  /** Drives are taken as they are plugged in. */
  isStationRunning(): boolean;
}

/** Everything the window asks for but its first step. */
export function createHandlers(tools: HandlerTools): AppHandlers {
  const { window, host, settings, places, allowLoop, job, workFolder, info } = tools;
  const contents = window.webContents;
  const staged = new StagedImages(workFolder);
  const cache = new BuildCache({
    folder: workFolder,
    budgetBytes: () => settings.settings.cacheBudgetBytes,
  });
  const recoveryKeys = new RecoveryKeys(() => job.state, {
    clipboard: {
      readText: () => clipboard.readText(),
      writeText: (text) => clipboard.writeText(text),
      clear: () => clipboard.clear(),
    },
    print: (html) => printPage(html, window),
    showInFolder: (path) => {
      shell.showItemInFolder(path);
    },
  });
  const tester = new SingleWork('A drive is being tested already');
  const verifying = new Latest();
  const listing = new Latest();
  const checkingDrivers = new Latest();

  const program = `sticksmith ${app.getVersion()}`;
  const makeTools = (): MakeTools => ({
    host,
    staged,
    cache,
    workFolder: workFolder(),
    appFolder: app.getAppPath(),
    program,
  });

  function requireIdle(): void {
    if (job.busy) throw stickError('usage', { message: 'A stick is being made already' });
    tester.requireIdle();
    sticks.requireIdle();
    station.requireIdle();
    restoring.work.requireIdle();
  }

  /** What no longer fits goes; that the rest of the settings hold doesn't depend on it. */
  async function pruneCache(): Promise<void> {
    try {
      await cache.prune();
    } catch (error) {
      log.warn(`The kept builds could not be looked through: ${messageOf(error)}`);
    }
  }

  const ventoy = ventoyHandlers({
    window,
    host,
    packages: new VentoyPackages(() => join(workFolder(), VENTOY_PACKAGES_FOLDER)),
    requireIdle,
  });

  const diary = diaryHandlers({ window, places });
  const records = recordHandlers({
    ...{ window, places },
    lineFile: () => settings.settings.recordLineFile,
    onChange: () => {
      tell(contents, 'records:changed', null);
    },
  });

  const sticks = finishedSticks({
    ...{ window, host, places, program, requireIdle },
    repairTools: () => ({ host, workFolder: workFolder(), appFolder: app.getAppPath() }),
  });

  const station = appStation({
    ...{ window, contents, allowLoop, requireIdle },
    makeTools: (name) => ({ ...makeTools(), recording: records.recordingOf(name) }),
    onEnd: ({ names, outcome }) => {
      log.info(`stick ${String(names.number)} of the series: ${outcome.state}`);
    },
  });

  const restoring = restoreHandlers({
    ...{ window, requireIdle },
    restoreTools: () => ({
      ...{ host, program, workFolder: workFolder(), appFolder: app.getAppPath() },
    }),
    recording: () => records.recordingOf(null),
    forget: (target) => {
      sticks.forget([target]);
    },
  });

  const handlers: AppHandlers['handlers'] = {
    ...ventoy.handlers,
    ...diary.handlers,
    ...sticks.handlers,
    ...station.handlers,
    ...restoring.handlers,
    ...settingsHandlers({
      ...{ window, host, settings, places, program, workFolder, info, pruneCache },
      jobState: () => job.state,
    }),
    ...records.handlers,
    ...recipeHandlers({
      window,
      host,
      folder: () => settings.recipeFolder,
      onOpen: records.opened,
    }),
    'app:doctor': () => host.doctor(),
    'app:open-link': async (link) => {
      await shell.openExternal(links[link]);
      return null;
    },
    'app:show-file': (path) => {
      shell.showItemInFolder(path);
      return null;
    },
    'app:copy-text': async (text) => {
      await clipboard.writeText(text);
      return null;
    },
    'drives:test': (asked) => {
      requireIdle();
      const tested = { host, appFolder: app.getAppPath(), workFolder: workFolder() };
      const target = asked.identity.path;
      return tester.run((signal) =>
        testDrive(asked, tested, {
          signal,
          onProgress: (step, overall) => {
            tell(contents, 'drives:test-progress', { target, step, overall });
          },
        }),
      );
    },
    'drives:test-cancel': () => {
      tester.cancel();
      return null;
    },

    'cache:state': () => cache.state(),
    'cache:remove': (key) => cache.remove(key),

    'choose:image': () => chooseFile(window, 'image'),
    'choose:checksum-file': () => chooseFile(window, 'checksum'),
    'choose:work-folder': () => chooseFolder(window),
    'choose:recovery-folder': () => chooseFolder(window),
    'choose:driver-folder': () => chooseFolder(window),
    'choose:answer-file': () => chooseFile(window, 'answers'),
    'choose:wifi-file': () => chooseFile(window, 'wifi'),
    'choose:domain-join-file': () => chooseFile(window, 'domain-join'),
    'choose:image-file-target': async () => {
      const filter = { name: 'diskImages', extensions: ['img', 'vhdx'] } as const;
      const path = await chooseNewFile(window, 'windows-to-go.img', filter);
      if (path === null) return null;
      return imageFileTarget(isImageFilePath(path) ? path : `${path}.img`, host);
    },
    'target:image-file': (path) => imageFileTarget(path, host),

    'image:inspect': (path) => inspectImage(path),
    'image:verify': (request) =>
      verifying.run((signal) => {
        const startedAt = performance.now();
        return verifyImage(request, {
          staged,
          isTrusted: (sha256) => settings.isTrusted(sha256),
          signal,
          onProgress: (doneBytes, totalBytes) => {
            const seconds = (performance.now() - startedAt) / 1000;
            const secondsLeft =
              seconds < 1 || doneBytes === 0
                ? null
                : (seconds * (totalBytes - doneBytes)) / doneBytes;
            tell(contents, 'image:hash-progress', { doneBytes, totalBytes, secondsLeft });
          },
        });
      }),
    'image:verify-cancel': () => {
      verifying.cancel();
      return null;
    },
    'image:contents': ({ path, index }) =>
      listing.run(async (signal) => {
        const contentsTools = { host, staged, workFolder: workFolder() };
        const running = { signal, onProgress: () => undefined };
        return windowsContents(await inspectImage(path), index, contentsTools, running);
      }),
    'image:contents-cancel': () => {
      listing.cancel();
      return null;
    },
    'drivers:report': ({ folder, architecture }) =>
      checkingDrivers.run((signal) => reportDrivers(folder, architecture, signal)),
    'answers:notes': async (plan) =>
      plan.kind === 'ventoy' ? [] : [...(await preparePlan(plan)).guest.answerNotes],
    'image:trust': (entry) => {
      settings.trust(entry);
      return null;
    },

    'plan:operations': (plan) =>
      planOperations(plan, { host, workFolder: workFolder() }, new AbortController().signal),
    'plan:room': (plan) => workRoom(plan, makeTools()),
    'job:start': (plan) => {
      requireIdle();
      if (plan.kind === 'ventoy') requireVentoyHost(host);
      sticks.forget(plan.targets.map(targetName));
      job.start(plan.targets.map(targetName), (signal, onEvent) =>
        makeRecorded(
          plan,
          makeTools(),
          {
            signal,
            onEvent: (event) => {
              if (event.type === 'log') log.info(event.text);
              onEvent(event);
            },
          },
          records.recording(plan),
        ),
      );
      return null;
    },
    'job:cancel': () => {
      job.cancel();
      return null;
    },
    'report:save': async () => {
      if (job.state.state !== 'done') {
        throw stickError('usage', { message: 'There is no finished stick to report on' });
      }
      const { report } = job.state;
      const path = await chooseReportFile(window);
      if (path !== null) await saveReport(path, report, await sticks.extras());
      return path;
    },
    'recoveryKey:copy': async (target) => {
      await recoveryKeys.copy(target);
      return null;
    },
    'recoveryKey:print': async (targets) => {
      await recoveryKeys.print(targets);
      return null;
    },
    'recoveryKey:reveal': (target) => {
      recoveryKeys.showInFolder(target);
      return null;
    },
  };

  return {
    handlers,
    stationState: () => station.state,
    isRepairing: () => sticks.isRepairing,
    isStationRunning: () => station.isRunning,
    isRestoring: () => restoring.work.busy,
    async close() {
      verifying.cancel();
      listing.cancel();
      checkingDrivers.cancel();
      ventoy.cancel();
      diary.cancel();
      records.cancel();
      job.cancel();
      tester.cancel();
      sticks.cancel();
      station.cancel();
      restoring.work.cancel();
      await Promise.all([
        ...[job.ended(), tester.ended(), sticks.ended()],
        ...[station.ended(), restoring.work.ended()],
      ]);
      await recoveryKeys.close();
      await staged.clear();
    },
  };
}
