import { type Page, expect, test } from '@playwright/test';
import { finishAnimations } from '../screens/layout';
import { type Preview, openPreview } from '../screens/preview';
import { type Focus, currentFocus, fromFirst, looksBack, neverVisited } from './focus';
import { dialogs, screens } from './places';

test.use({ trace: 'off' });

let preview: Preview;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  preview = await openPreview();
});
test.afterAll(async () => {
  await preview.close();
});

for (const [index, scene] of screens.entries()) {
  test(`Tab goes once round all of ${scene} as one reads it, and one sees where it is.`, async () => {
    await preview.resize(1040, 720);
    await preview.show(scene, index % 2 === 0 ? 'light' : 'dark');
    await expectGoodRound(preview.page, 'Tab');
  });
}

for (const [index, scene] of dialogs.entries()) {
  test(`Tab goes once round the dialog of ${scene} both ways, though it is higher than its window.`, async () => {
    await preview.resize(520, 360);
    for (const key of ['Tab', 'Shift+Tab'] as const) {
      await preview.show(scene, index % 2 === 0 ? 'dark' : 'light');
      await expectGoodRound(preview.page, key);
    }
  });
}

async function expectGoodRound(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  await page.evaluate(finishAnimations);
  const round = await goRound(page, key);
  expect(round.filter(({ unseen }) => unseen !== null)).toEqual([]);
  expect(await page.evaluate(neverVisited)).toEqual([]);
  const stops = fromFirst(key === 'Tab' ? round : [...round].reverse());
  const turns = stops.flatMap((stop, index) => {
    const next = stops[index + 1];
    return next !== undefined && looksBack(stop, next) ? [[stop.on, next.on]] : [];
  });
  expect(turns).toEqual([]);
}

/** Presses a key until the focus is where it was before; every stop on the way. */
async function goRound(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Focus[]> {
  const stops: Focus[] = [];
  for (;;) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(currentFocus);
    if (stop.again) {
      // Not by its place, which changes when something appears above it meanwhile.
      expect(stop.visit, 'where the round closes').toBe(0);
      return stops;
    }
    stops.push(stop);
    expect(stops.length).toBeLessThan(150);
  }
}
