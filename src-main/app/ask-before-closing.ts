import { dialog, type BrowserWindow } from 'electron';
import type { dialogs } from '../../src-shared/languages/en/dialogs';
import { dialogWords } from './words';

/** What closing the window would break off. */
export type UnderWay = keyof typeof dialogs.dialogs.closing;

/** Closing the window while a stick is written to is no small thing, so it takes a second word. */
export function askBeforeClosing(window: BrowserWindow, underWay: () => UnderWay | null): void {
  let isAgreed = false;
  let isAsking = false;
  window.on('close', (event) => {
    const work = underWay();
    if (work === null || isAgreed) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void mayClose(window, work)
      .then((closes) => {
        if (!closes) return;
        isAgreed = true;
        window.close();
      })
      .finally(() => {
        isAsking = false;
      });
  });
}

async function mayClose(window: BrowserWindow, work: UnderWay): Promise<boolean> {
  const words = await dialogWords();
  const { message, detail, keep } = words.closing[work];
  const { response } = await dialog.showMessageBox(window, {
    ...{ type: 'warning', message, detail },
    ...{ buttons: [keep, words.closeAnyway], defaultId: 0, cancelId: 0 },
  });
  return response === 1;
}
