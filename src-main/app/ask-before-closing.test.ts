import { EventEmitter } from 'node:events';
import type { BrowserWindow, MessageBoxOptions } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { askBeforeClosing, type UnderWay } from './ask-before-closing';

const asked: MessageBoxOptions[] = [];
const person = { answers: [] as number[] };
vi.mock('electron', () => ({
  app: { getPreferredSystemLanguages: () => ['de-AT'] },
  dialog: {
    showMessageBox: (_: unknown, options: MessageBoxOptions) => {
      asked.push(options);
      return Promise.resolve({ response: person.answers.shift() ?? 0 });
    },
  },
}));

/** As much of a window as closing takes. */
class ClosingWindow extends EventEmitter {
  isClosed = false;

  close(): void {
    let isPrevented = false;
    this.emit('close', { preventDefault: () => (isPrevented = true) });
    this.isClosed = !isPrevented;
  }
}

function windowWith(work: UnderWay | null): ClosingWindow {
  const window = new ClosingWindow();
  askBeforeClosing(window as unknown as BrowserWindow, () => work);
  return window;
}

beforeEach(() => {
  asked.length = 0;
});

test('a window closes without a question while nothing is under way', () => {
  const window = windowWith(null);
  window.close();
  expect(window.isClosed).toBe(true);
  expect(asked).toEqual([]);
});

/** For a language that is loaded for the first time. */
const patience = { timeout: 30_000 };

test('it asks once in the language of the window, and stays open until somebody insists', async () => {
  const window = windowWith('making');
  person.answers = [0, 1];
  window.close();
  window.close();
  expect(window.isClosed).toBe(false);
  await vi.waitFor(() => {
    expect(asked).toHaveLength(1);
  }, patience);
  expect(asked[0]).toMatchObject({
    message: 'Ein Stick wird hergestellt.',
    buttons: ['Stick weiter herstellen', 'Trotzdem schließen'],
    ...{ defaultId: 0, cancelId: 0 },
  });
  await vi.waitFor(() => {
    window.close();
    expect(window.isClosed).toBe(true);
  }, patience);
  expect(asked).toHaveLength(2);
});
