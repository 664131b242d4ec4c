import type { WindowApi } from '../../../src-shared/ipc';
import type { StickErrorData } from '../../../src-shared/errors';
import { toStickError } from '../../../src-shared/errors';
import { parseRecipe, type Recipe } from '../../../src-shared/plan';
import {
  everyRecord,
  type MadeRecord,
  type RecordId,
  type RecordList,
  type StickLabel,
  type StickRecord,
} from '../../../src-shared/records';
import { ask } from '../ask';
import { type Loadable, lastKnown } from '../loadable';
import type { ActionTools } from '../yours-actions';
import { type HistoryFilter, noFilter, queryOf } from './filter';

/** Records that are shown at first, and that come with each “Show more”. */
export const RECORDS_AT_ONCE = 100;
/** What one request may ask for. */
const MOST_AT_ONCE = 1000;

/** The record that is looked at. */
export interface OpenedRecord {
  id: RecordId;
  record: Loadable<StickRecord>;
  /** Its label, which is looked at before it is printed; null while nobody wants one. */
  label: StickLabel | null;
}

/** What was done last, which is said on the screen until something else is done. */
export type Aftermath =
  | { kind: 'removed'; record: StickRecord }
  | { kind: 'saved'; path: string }
  | { kind: 'set-aside'; folder: string }
  | { kind: 'wiped'; count: number };

/** The question whether all records shall go. */
export interface Wiping {
  state: 'asked' | 'running';
  ticked: boolean;
}

/** Lines that wait for the file to which they are appended. */
export interface Unsent {
  lines: number;
  problem: string | null;
}

/** Where a person is in “History”. */
export interface History {
  filter: HistoryFilter;
  /** Those that match, as many of them as are shown. */
  list: Loadable<RecordList>;
  /** Null while the list is on screen. */
  opened: OpenedRecord | null;
  /** The record that was looked at last, where the list is gone on with. */
  cameFrom: RecordId | null;
  aftermath: Aftermath | null;
  wiping: Wiping | null;
  /** Null until it is known. */
  unsent: Unsent | null;
}

export interface HistoryState {
  /** Null while it isn't on screen. */
  history: History | null;
}

export const firstHistoryState: HistoryState = { history: null };

const atFirst: History = {
  filter: noFilter,
  list: { state: 'loading', last: null },
  opened: null,
  cameFrom: null,
  aftermath: null,
  wiping: null,
  unsent: null,
};

/** What a person does with the records of earlier sticks. */
export interface HistoryActions {
  beginHistory(): void;
  leaveHistory(): void;
  /** Asks for the list and for the record that is open again: another program may have changed them. */
  refreshHistory(): void;
  loadRecords(): Promise<void>;
  showMoreRecords(): Promise<void>;
  filterRecords(change: Partial<HistoryFilter>): void;
  readRecord(id: RecordId): Promise<void>;
  closeRecord(): void;
  /** Removes the record that is open, which can be undone while the history is on screen. */
  removeRecord(): Promise<void>;
  undoRecordRemoval(): Promise<void>;
  /** Saves those that match, or all. */
  exportRecords(which: 'matching' | 'all'): Promise<void>;
  /** Moves damaged files out of the way. */
  setAsideDamaged(): Promise<void>;
  askLabel(): Promise<void>;
  closeLabel(): void;
  printLabel(): Promise<void>;
  saveLabel(): Promise<void>;
  askWipe(): void;
  tickWipe(ticked: boolean): void;
  wipeRecords(): Promise<void>;
  /** Not while they are being removed. */
  closeWipe(): void;
  /** Leads to the wizard with the answers of the record that is open. */
  makeLikeRecord(): Promise<void>;
  chooseRecordLineFile(): Promise<void>;
  forgetRecordLineFile(): Promise<void>;
}

export function historyActions(
  api: WindowApi,
  { get, set, askOrTell, tell }: ActionTools,
): HistoryActions {
  let listing = 0;
  let reading = 0;

  const change = (part: Partial<History>): void => {
    const { history } = get();
    if (history !== null) set({ history: { ...history, ...part } });
  };
  const changeOpened = (part: Partial<OpenedRecord>): void => {
    const opened = get().history?.opened ?? null;
    if (opened !== null) change({ opened: { ...opened, ...part } });
  };
  const openedRecord = (): StickRecord | null => {
    const record = get().history?.opened?.record;
    return record?.state === 'ready' ? record.value : null;
  };

  const list = async (offset: number, limit: number): Promise<void> => {
    const before = get().history;
    if (before === null) return;
    listing += 1;
    const mine = listing;
    const known = lastKnown(before.list);
    change({ list: { state: 'loading', last: known } });
    const query = queryOf(before.filter, new Date());
    const reply = await ask(api, 'records:list', { ...query, offset, limit });
    if (mine !== listing) return;
    if (!reply.ok) {
      change({ list: { state: 'failed', error: reply.error } });
      return;
    }
    const earlier = offset === 0 ? [] : (known?.records ?? []);
    const records = [...earlier, ...reply.value.records];
    change({ list: { state: 'ready', value: { ...reply.value, records } } });
  };

  const loadUnsent = async (): Promise<void> => {
    const reply = await askOrTell('records:unsent', null);
    if (reply.ok) change({ unsent: reply.value });
  };

  const setLineFile = async (recordLineFile: string | null): Promise<void> => {
    const { info, saveSettings } = get();
    if (info === null) return;
    await saveSettings({ ...info.settings, recordLineFile });
    await loadUnsent();
  };

  const actions: HistoryActions = {
    beginHistory() {
      set({ history: atFirst });
      actions.refreshHistory();
    },
    leaveHistory() {
      listing += 1;
      reading += 1;
      set(firstHistoryState);
    },
    refreshHistory() {
      const { history } = get();
      if (history === null) return;
      void actions.loadRecords();
      void loadUnsent();
      if (history.opened !== null) void actions.readRecord(history.opened.id);
    },
    async loadRecords() {
      const { history } = get();
      const shown = history === null ? 0 : (lastKnown(history.list)?.records.length ?? 0);
      await list(0, Math.min(MOST_AT_ONCE, Math.max(RECORDS_AT_ONCE, shown)));
    },
    async showMoreRecords() {
      const { history } = get();
      if (history?.list.state !== 'ready') return;
      const { records, matching } = history.list.value;
      if (records.length >= matching) return;
      await list(records.length, RECORDS_AT_ONCE);
      const now = get().history?.list;
      // What came or went meanwhile has moved the others.
      if (now?.state === 'ready' && now.value.matching !== matching) await actions.loadRecords();
    },
    filterRecords(part) {
      const { history } = get();
      if (history === null) return;
      change({ filter: { ...history.filter, ...part }, aftermath: null, cameFrom: null });
      void list(0, RECORDS_AT_ONCE);
    },

    async readRecord(id) {
      const { history } = get();
      if (history === null) return;
      reading += 1;
      const mine = reading;
      const { opened } = history;
      const isSame = opened?.id === id;
      const record: OpenedRecord['record'] = {
        state: 'loading',
        last: isSame ? lastKnown(opened.record) : null,
      };
      const label = isSame ? opened.label : null;
      change({ opened: { id, record, label }, cameFrom: id });
      const reply = await ask(api, 'records:read', id);
      if (mine !== reading) return;
      changeOpened({
        record: reply.ok
          ? { state: 'ready', value: reply.value }
          : { state: 'failed', error: reply.error },
      });
    },
    closeRecord() {
      reading += 1;
      change({ opened: null });
    },
    async removeRecord() {
      const record = openedRecord();
      if (record === null) return;
      const reply = await askOrTell('records:remove', record.id);
      if (!reply.ok) {
        actions.refreshHistory();
        return;
      }
      reading += 1;
      change({ opened: null, cameFrom: null, aftermath: { kind: 'removed', record } });
      await actions.loadRecords();
    },
    async undoRecordRemoval() {
      const aftermath = get().history?.aftermath;
      if (aftermath?.kind !== 'removed') return;
      const { record } = aftermath;
      const reply = await askOrTell('records:restore', record);
      if (!reply.ok) return;
      change({ aftermath: null, cameFrom: record.id });
      await actions.loadRecords();
    },
    async exportRecords(which) {
      const { history } = get();
      if (history === null) return;
      const query = which === 'all' ? everyRecord : queryOf(history.filter, new Date());
      const reply = await askOrTell('records:export', query);
      if (reply.ok && reply.value !== null) {
        change({ aftermath: { kind: 'saved', path: reply.value } });
      }
    },

    async setAsideDamaged() {
      const reply = await askOrTell('records:set-aside', null);
      if (reply.ok) {
        const { folder } = reply.value;
        change({ aftermath: { kind: 'set-aside', folder } });
      }
      await actions.loadRecords();
    },

    async askLabel() {
      const record = openedRecord();
      if (record === null) return;
      const mine = reading;
      const reply = await askOrTell('records:label', record.id);
      if (reply.ok && mine === reading) changeOpened({ label: reply.value });
    },
    closeLabel() {
      changeOpened({ label: null });
    },
    async printLabel() {
      const record = openedRecord();
      if (record !== null) await askOrTell('records:print-label', record.id);
    },
    async saveLabel() {
      const record = openedRecord();
      if (record === null) return;
      const reply = await askOrTell('records:save-label', record.id);
      if (reply.ok && reply.value !== null) tell({ kind: 'saved', path: reply.value });
    },

    askWipe() {
      change({ wiping: { state: 'asked', ticked: false } });
    },
    tickWipe(ticked) {
      if (get().history?.wiping?.state === 'asked') change({ wiping: { state: 'asked', ticked } });
    },
    async wipeRecords() {
      const wiping = get().history?.wiping;
      if (wiping?.state !== 'asked' || !wiping.ticked) return;
      change({ wiping: { ...wiping, state: 'running' } });
      const reply = await askOrTell('records:wipe', null);
      change({ wiping: null });
      if (reply.ok) {
        change({ filter: noFilter, aftermath: { kind: 'wiped', count: reply.value } });
      }
      actions.refreshHistory();
    },
    closeWipe() {
      if (get().history?.wiping?.state === 'asked') change({ wiping: null });
    },

    async makeLikeRecord() {
      const record = openedRecord();
      if (record === null || record.kind === 'ordinary-drive') return;
      const recipe = recipeOf(record);
      if (!recipe.ok) {
        tell({ kind: 'error', error: recipe.error });
        return;
      }
      const { job, leaveJob, closeErrand, takeRecipe } = get();
      closeErrand();
      if (job.state !== 'idle') leaveJob();
      await takeRecipe(recipe.value);
    },

    async chooseRecordLineFile() {
      const reply = await askOrTell('choose:record-line-file', null);
      if (reply.ok && reply.value !== null) await setLineFile(reply.value);
    },
    forgetRecordLineFile: () => setLineFile(null),
  };
  return actions;
}

/** The recipe of a record as this version understands it. */
function recipeOf(
  record: MadeRecord,
): { ok: true; value: Recipe } | { ok: false; error: StickErrorData } {
  try {
    return { ok: true, value: parseRecipe(record.recipe) };
  } catch (thrown) {
    return { ok: false, error: toStickError(thrown).toData() };
  }
}
