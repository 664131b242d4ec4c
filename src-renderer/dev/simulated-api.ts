import { DEFAULT_CACHE_BUDGET_BYTES } from '../../src-shared/build-cache';
import { type StickErrorCode, errorCatalogue } from '../../src-shared/errors';
import type {
  Answer,
  AppInfo,
  EventName,
  EventOf,
  RequestName,
  RequestOf,
} from '../../src-shared/ipc';
import type { ResponseOf, WindowApi } from '../../src-shared/ipc';
import type { JobState } from '../../src-shared/job';

/** What one screenshot or test wants the program behind the window to say. */
export interface Simulation {
  answers: { [C in RequestName]?: ResponseOf<C> | ((payload: RequestOf<C>) => ResponseOf<C>) };
  errors: Partial<Record<RequestName, { code: StickErrorCode; params: Record<string, string> }>>;
  /** Requests that are never answered. */
  silent: RequestName[];
}

/** Every request the window made, and a way to tell it something. */
export interface SimulatedApi extends WindowApi {
  readonly asked: { channel: RequestName; payload: unknown }[];
  readonly simulation: Simulation;
  tell<C extends EventName>(channel: C, payload: EventOf<C>): void;
}

/**
 * A stand-in for the program behind the window, with made-up answers, for looking at every screen
 * and for testing the window's own logic. It is never part of the built program.
 */
export function simulateApi(simulation: Simulation): SimulatedApi {
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const asked: SimulatedApi['asked'] = [];
  return {
    asked,
    simulation,
    request(channel, payload) {
      asked.push({ channel, payload });
      if (simulation.silent.includes(channel)) return new Promise(() => undefined);
      return Promise.resolve(answerTo(simulation, channel, payload));
    },
    on(channel, listener) {
      const all = listeners.get(channel) ?? new Set();
      listeners.set(channel, all.add(listener));
      return () => all.delete(listener);
    },
    pathForFile: (file) => `/dropped/${file.name}`,
    tell(channel, payload) {
      for (const listener of listeners.get(channel) ?? []) listener(payload as never);
    },
  };
}

function answerTo<C extends RequestName>(
  simulation: Simulation,
  channel: C,
  payload: RequestOf<C>,
): Answer<ResponseOf<C>> {
  const error = simulation.errors[channel];
  if (error !== undefined) {
    const known = error.code in errorCatalogue;
    if (!known) throw new Error(`no such error code: ${error.code}`);
    return { ok: false, error: { ...error, stick: 'untouched', detail: 'lsblk: exit code 32' } };
  }
  const answer: unknown = simulation.answers[channel] ?? fallbacks[channel] ?? null;
  const value: unknown =
    typeof answer === 'function' ? (answer as (asked: unknown) => unknown)(payload) : answer;
  return { ok: true, value: value as ResponseOf<C> };
}

export const simulatedInfo: AppInfo = {
  version: '0.1.0',
  platform: 'linux',
  systemLanguages: ['en'],
  dataFolder: '/home/mara/.config/sticksmith',
  portable: false,
  workFolder: '/home/mara/.cache/sticksmith',
  workFolderFreeBytes: 212e9,
  recipeFolder: '/home/mara/.config/sticksmith/recipes',
  documentsFolder: '/home/mara/Documents',
  settings: {
    language: 'system',
    theme: 'system',
    workFolder: null,
    recipeFolder: null,
    cacheBudgetBytes: DEFAULT_CACHE_BUDGET_BYTES,
    sounds: true,
    recordLineFile: null,
  },
};
const idle: JobState = { state: 'idle' };

const fallbacks: { [C in RequestName]?: ResponseOf<C> } = {
  'app:info': simulatedInfo,
  'app:doctor': [],
  'settings:set': simulatedInfo,
  'settings:reset': simulatedInfo,
  'trusted:list': [],
  'drives:list': [],
  'job:state': idle,
  'station:state': { state: 'closed' },
  'answers:notes': [],
  'diary:list': { entries: [], damaged: [] },
  'records:list': { records: [], matching: 0, kept: 0, damaged: [], newer: 0 },
  'records:unsent': { lines: 0, problem: null },
  'recipes:keep': { state: 'kept', file: 'Windows 11 Pro.recipe.json' },
  'recipes:list': { folder: simulatedInfo.recipeFolder, recipes: [] },
  'ventoy:packages': [],
  'choose:images': [],
  'plan:room': { folder: simulatedInfo.workFolder, neededBytes: 25.3e9, freeBytes: 212e9 },
  'cache:state': {
    folder: `${simulatedInfo.workFolder}/cache`,
    budgetBytes: DEFAULT_CACHE_BUDGET_BYTES,
    usedBytes: 0,
    builds: [],
  },
};
