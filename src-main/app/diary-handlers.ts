import { extname } from 'node:path';
import type { BrowserWindow } from 'electron';
import { DiaryStore, exportDiary } from '../engine';
import { chooseNewFile } from './dialogs';
import type { Handlers } from './ipc';
import type { Places } from './places';

type DiaryHandlers = Pick<Handlers, Extract<keyof Handlers, `diary:${string}`>>;

export interface DiaryHandlerTools {
  window: BrowserWindow;
  places: Places;
}

/** What the window asks of the compatibility diary, and a way to end what waits for another program. */
export function diaryHandlers({ window, places }: DiaryHandlerTools): {
  handlers: DiaryHandlers;
  cancel: () => void;
} {
  const diary = new DiaryStore(places.data);
  const closing = new AbortController();
  const { signal } = closing;
  return {
    handlers: {
      'diary:list': () => diary.read(signal),
      'diary:add': (entry) => diary.add([entry], signal),
      'diary:remove': (id) => diary.remove(id, signal),
      'diary:export': async (stick) => {
        const filter = { name: 'tables', extensions: ['csv', 'html', 'json'] } as const;
        const chosen = await chooseNewFile(window, 'compatibility-diary.csv', filter);
        if (chosen === null) return null;
        const path = extname(chosen) === '' ? `${chosen}.csv` : chosen;
        const { entries } = await diary.read(signal);
        await exportDiary(
          path,
          entries.filter((entry) => stick === null || entry.stick.id === stick),
        );
        return path;
      },
    },
    cancel: () => {
      closing.abort();
    },
  };
}
