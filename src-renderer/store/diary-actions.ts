import type { Diary, DiaryEntry, StickId } from '../../src-shared/diary';
import type { Answer, WindowApi } from '../../src-shared/ipc';
import { ask } from './ask';
import type { Loadable } from './loadable';
import type { ActionTools } from './yours-actions';

export interface DiaryState {
  diary: Loadable<Diary>;
  /** The entry that was removed last, while that can be undone. */
  removedEntry: DiaryEntry | null;
}

export const firstDiaryState: DiaryState = {
  diary: { state: 'loading', last: null },
  removedEntry: null,
};

/** What a person does with the compatibility diary. */
export interface DiaryActions {
  loadDiary(): Promise<void>;
  /** Whether it is kept now. */
  addToDiary(entry: DiaryEntry): Promise<boolean>;
  removeFromDiary(entry: DiaryEntry): Promise<void>;
  undoRemoval(): Promise<void>;
  exportDiary(stick: StickId | null): Promise<void>;
}

export function diaryActions(
  api: WindowApi,
  { get, set, askOrTell, tell }: ActionTools,
): DiaryActions {
  const take = (reply: Answer<Diary>): boolean => {
    if (reply.ok) set({ diary: { state: 'ready', value: reply.value } });
    return reply.ok;
  };
  return {
    async loadDiary() {
      const { diary } = get();
      set({ diary: { state: 'loading', last: diary.state === 'ready' ? diary.value : null } });
      const reply = await ask(api, 'diary:list', null);
      if (reply.ok) take(reply);
      else set({ diary: { state: 'failed', error: reply.error } });
    },
    async addToDiary(entry) {
      return take(await askOrTell('diary:add', entry));
    },
    async removeFromDiary(entry) {
      if (take(await askOrTell('diary:remove', entry.id))) set({ removedEntry: entry });
      // Another program may have removed it.
      else await get().loadDiary();
    },
    async undoRemoval() {
      const { removedEntry } = get();
      if (removedEntry === null) return;
      if (take(await askOrTell('diary:add', removedEntry))) set({ removedEntry: null });
    },
    async exportDiary(stick) {
      const reply = await askOrTell('diary:export', stick);
      if (reply.ok && reply.value !== null) tell({ kind: 'saved', path: reply.value });
    },
  };
}
