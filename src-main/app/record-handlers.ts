import { isDeepStrictEqual } from 'node:util';
import type { BrowserWindow } from 'electron';
import type { Recipe, StickPlan } from '../../src-shared/plan';
import type { NamedRecipe } from '../../src-shared/recipe-requests';
import type { recordRequests } from '../../src-shared/records';
import {
  exportRecords,
  labelOf,
  labelPage,
  readForLabel,
  recipeOfPlan,
  RecordLines,
  RecordStore,
  saveLabel,
  type MakeRecording,
} from '../engine';
import { chooseNewFile } from './dialogs';
import type { Handlers } from './ipc';
import type { Places } from './places';
import { printPage } from './print-page';
import { withEnding } from './with-ending';

type RecordHandlers = Pick<Handlers, keyof typeof recordRequests>;

export interface RecordHandlerTools {
  window: BrowserWindow;
  places: Places;
  /** The file that gets a line for each record, as it is set; null for none. */
  lineFile: () => string | null;
  /** Is told when a record was written, replaced or removed. */
  onChange: () => void;
}

export interface RecordsOfApp {
  handlers: RecordHandlers;
  /** Where the records of a job go. */
  recording(plan: StickPlan): MakeRecording;
  /** The same for a recipe that bears this name. */
  recordingOf(recipeName: string | null): MakeRecording;
  /** Notes a recipe that was opened: a job that makes the very same bears its name. */
  opened: (opened: NamedRecipe) => void;
  /** Ends what waits for another program. */
  cancel(): void;
}

/** What the window asks about records, and what its jobs need to be recorded. */
export function recordHandlers(tools: RecordHandlerTools): RecordsOfApp {
  const { window, places, lineFile, onChange } = tools;
  const store = new RecordStore(places.data);
  const lines = new RecordLines(store);
  const closing = new AbortController();
  const { signal } = closing;
  let lastOpened: NamedRecipe | null = null;
  const recordingOf = (name: string | null): MakeRecording => ({
    ...{ store, lines, lineFile: lineFile(), recipeName: name, onChange },
  });
  const label = { name: 'labels', extensions: ['html'] } as const;
  return {
    handlers: {
      'records:list': ({ offset, limit, ...query }) => store.list(query, { offset, limit }),
      'records:read': (id) => store.read(id),
      'records:export': async (query) => {
        const filter = { name: 'tables', extensions: ['csv', 'html', 'json'] } as const;
        const chosen = await chooseNewFile(window, 'sticksmith-records.csv', filter);
        if (chosen === null) return null;
        const path = withEnding(chosen, '.csv');
        await exportRecords(path, query, store);
        return path;
      },
      'records:label': async (id) => labelOf(await readForLabel(id, store)),
      'records:save-label': async (id) => {
        const chosen = await chooseNewFile(window, 'label.html', label);
        if (chosen === null) return null;
        const path = withEnding(chosen, '.html');
        await saveLabel(path, id, store);
        return path;
      },
      'records:print-label': async (id) => {
        await printPage(labelPage(await readForLabel(id, store)), window);
        return null;
      },
      'records:remove': async (id) => {
        await store.remove(id, signal);
        onChange();
        return null;
      },
      'records:restore': async (record) => {
        await store.write(record, signal);
        onChange();
        return null;
      },
      'records:set-aside': async () => {
        const moved = await store.setAside(signal);
        onChange();
        return { folder: store.setAsideFolder, files: moved.length };
      },
      'records:wipe': async () => {
        const count = await store.wipe(signal);
        onChange();
        return count;
      },
      'records:unsent': async () => ({ lines: await lines.waiting(), problem: lines.problem }),
      'choose:record-line-file': () =>
        chooseNewFile(window, 'sticksmith-records.jsonl', {
          name: 'lines',
          extensions: ['jsonl', 'txt', 'log'],
        }),
    },
    recording: (plan) => {
      const isSame = lastOpened !== null && makeTheSame(lastOpened.recipe, recipeOfPlan(plan));
      return recordingOf(isSame ? (lastOpened?.name ?? null) : null);
    },
    recordingOf,
    opened: (opened) => {
      lastOpened = opened;
    },
    cancel: () => {
      closing.abort();
    },
  };
}

/** Whether sticks of them are alike: what a recipe is called, and what it is for, changes nothing about them. */
function makeTheSame(one: Recipe, other: Recipe): boolean {
  const { name: _name, description: _description, ...made } = one;
  const { name: _otherName, description: _otherDescription, ...otherMade } = other;
  return isDeepStrictEqual(made, otherMade);
}
