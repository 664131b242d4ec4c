import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { finishAnimations, sidewaysOverflow } from '../screens/layout';
import { type Preview, openPreview } from '../screens/preview';
import { openApp } from '../wizard';
import { dialogs, screens } from './places';

test.use({ trace: 'off' });

let preview: Preview;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  preview = await openPreview();
  // What a window of 1040 by 720 has left at 200 %.
  await preview.resize(520, 360);
});
test.afterAll(async () => {
  await preview.close();
});

for (const scene of [...screens, ...dialogs]) {
  test(`At 200 %, ${scene} is scrolled in one direction only and nothing of it is cut off.`, async () => {
    const { page } = preview;
    await preview.show(scene, 'light');
    await page.evaluate(finishAnimations);
    await page.screenshot({ path: test.info().outputPath(`${scene}.png`) });
    expect(await page.evaluate(sidewaysOverflow)).toEqual([]);
    expect(await page.evaluate(cutOff)).toEqual([]);
    expect(await page.evaluate(roomToRead)).toBeGreaterThanOrEqual(120);
  });
}

test('The window is enlarged to 200 % by its menu, and the first step can be used.', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sticksmith-zoom-'));
  const opened = await openApp(folder);
  const { app, page } = opened;
  try {
    await app.evaluate(({ BrowserWindow, Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
      const zoomIn = items?.find(({ role }) => String(role).toLowerCase() === 'zoomin');
      const [window] = BrowserWindow.getAllWindows();
      if (zoomIn === undefined || window === undefined) throw new Error('nothing to zoom with');
      const click = zoomIn.click as (event: object, on: object, contents: object) => void;
      // Each click enlarges by the square root of 1.2.
      for (let step = 0; step < 8; step += 1) click({}, window, window.webContents);
    });
    await page.waitForFunction(() => window.devicePixelRatio >= 2);
    await expect(page.getByRole('checkbox', { name: /Make an image file instead/ })).toBeVisible();
    expect(await page.evaluate(sidewaysOverflow)).toEqual([]);
    await expect(page.getByRole('button', { name: 'Continue' })).toBeInViewport({ ratio: 1 });
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }
});

/** Runs in the page: text that its box hides, unless it's said in full as one points at it. */
function cutOff(): string[] {
  const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
  return [...document.querySelectorAll<HTMLElement>('.shell *, .dialog, .dialog *')]
    .filter((element) => {
      const { overflowX, overflowY, clipPath, display } = getComputedStyle(element);
      if (display === 'inline' || clipPath !== 'none' || element.textContent === '') return false;
      if (element.closest('[title]') !== null) return false;
      return (
        (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 2)
      );
    })
    .map((element) => `${element.className}: ${element.textContent.slice(0, 60)}`);
}

/** Runs in the page: the height in pixels of what scrolls, a dialog or the screen. */
function roomToRead(): number {
  return (
    (document.querySelector('.dialog') ?? document.querySelector('.scroll'))?.clientHeight ?? 0
  );
}
