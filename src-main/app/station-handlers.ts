import type { BrowserWindow, WebContents } from 'electron';
import { stickError } from '../../src-shared/errors';
import type { StationState } from '../../src-shared/station';
import { stationCsv } from '../../src-shared/station-list';
import {
  beginStation,
  openSeries,
  type OpenedRecipe,
  type RunningStation,
  type StationTools,
  type StickEnd,
} from '../engine';
import { saveFile } from '../io';
import { chooseNewFile } from './dialogs';
import { tell, type Handlers } from './ipc';
import { SingleWork } from './single-work';
import { withEnding } from './with-ending';

type StationHandlers = Pick<
  Handlers,
  Exclude<Extract<keyof Handlers, `station:${string}`>, 'station:state'>
>;

export interface StationHandlerTools {
  window: BrowserWindow;
  contents: WebContents;
  /** `name`: what the recipe is called. */
  makeTools: (name: string) => StationTools;
  allowLoop: boolean;
  /** Throws while a drive is busy with something else. */
  requireIdle: () => void;
  /** A stick of the series ended, well or not. */
  onEnd: (end: StickEnd) => void;
}

export interface AppStation {
  handlers: StationHandlers;
  readonly state: StationState;
  /** Sticks are being made, or would be of what is plugged in. */
  readonly isRunning: boolean;
  /** Throws `usage` while a series runs. */
  requireIdle(): void;
  /** Breaks off what is under way. */
  cancel(): void;
  /** Resolves when nothing is done any more. */
  ended(): Promise<void>;
}

/** What the window asks about a series of sticks. One at a time. */
export function appStation(tools: StationHandlerTools): AppStation {
  const opening = new SingleWork('A recipe is being opened already');
  const beginning = new SingleWork('The series is being begun already');
  let state: StationState = { state: 'closed' };
  let opened: OpenedRecipe | null = null;
  let running: RunningStation | null = null;

  function become(next: StationState): void {
    state = next;
    tell(tools.contents, 'station:state', next);
  }

  function requireIdle(): void {
    if (running || beginning.busy) throw stickError('usage', { message: 'A series is running' });
  }

  function series(): RunningStation['station'] {
    if (!running) throw stickError('usage', { message: 'No series is running' });
    return running.station;
  }

  const handlers: StationHandlers = {
    'station:open': async ({ name, recipe }) => {
      requireIdle();
      opening.requireIdle();
      opened = null;
      become({ state: 'opening', name, progress: null });
      let found: OpenedRecipe | null = null;
      try {
        found = await opening.run((signal) =>
          openSeries(name, recipe, tools.makeTools(name), {
            signal,
            onProgress: (progress) => {
              become({ state: 'opening', name, progress });
            },
          }),
        );
      } finally {
        opened = found;
        become(found ? { state: 'ready', series: found.series } : { state: 'closed' });
      }
      return null;
    },
    'station:close': async () => {
      requireIdle();
      opening.cancel();
      await opening.ended();
      opened = null;
      become({ state: 'closed' });
      return null;
    },
    'station:begin': async (confirmed) => {
      requireIdle();
      tools.requireIdle();
      const recipe = opened;
      if (!recipe) throw stickError('usage', { message: 'No recipe is open' });
      await beginning.run(async (signal) => {
        const all = { ...tools.makeTools(recipe.series.name), allowLoop: tools.allowLoop };
        const begun = await beginStation(
          recipe,
          confirmed,
          all,
          { onState: become, onEnd: tools.onEnd },
          signal,
        );
        running = begun;
        void begun.ended.finally(() => {
          running = null;
        });
      });
      return null;
    },
    'station:pause': (paused) => {
      series().pause(paused);
      return null;
    },
    'station:stop': (how) => {
      series().stop(how);
      return null;
    },
    'station:retry': (row) => {
      series().retry(row);
      return null;
    },
    'station:cancel': (row) => {
      series().cancel(row);
      return null;
    },
    'station:bin': (row) => {
      series().bin(row);
      return null;
    },
    'station:save-list': async () => {
      if (!('rows' in state)) throw stickError('usage', { message: 'There is no series' });
      const list = stationCsv(state.rows);
      const filter = { name: 'tables', extensions: ['csv'] } as const;
      const chosen = await chooseNewFile(tools.window, 'sticksmith-series.csv', filter);
      if (chosen === null) return null;
      const path = withEnding(chosen, '.csv');
      await saveFile(path, list);
      return path;
    },
  };

  return {
    handlers,
    get state() {
      return state;
    },
    get isRunning() {
      return running !== null;
    },
    requireIdle,
    cancel() {
      opening.cancel();
      beginning.cancel();
      running?.station.stop('cancel');
    },
    async ended() {
      await Promise.all([opening.ended(), beginning.ended()]);
      await running?.ended;
    },
  };
}
