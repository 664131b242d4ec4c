import { expect, test } from '@playwright/test';
import { type Preview, openPreview } from '../screens/preview';
import { dialogs, screens } from './places';

test.use({ trace: 'off' });

/** Each screen and dialog, and what waits or goes on for as long as it takes. */
const scenes = [
  ...screens,
  ...dialogs,
  'drive-loading',
  'check-reading',
  'restore-opening',
  'boot-running',
  'station-six',
] as const;

let preview: Preview;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  preview = await openPreview();
  await preview.resize(1040, 720);
});
test.afterAll(async () => {
  await preview.close();
});

test('Nothing moves on any screen when motion is to be reduced.', async () => {
  test.setTimeout(300_000);
  const { page } = preview;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const scene of scenes) {
    await preview.show(scene, 'light');
    expect(await page.evaluate(motionsOver, 1), scene).toEqual([]);
    expect(await page.evaluate(longestTransition), scene).toBe(0);
  }
});

test('Nothing moves for over a second on any screen, but what says that something goes on.', async () => {
  test.setTimeout(300_000);
  const { page } = preview;
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const long = new Set<string>();
  for (const scene of scenes) {
    await preview.show(scene, 'light');
    for (const motion of await page.evaluate(motionsOver, 1000)) long.add(motion);
    expect(await page.evaluate(longestTransition), scene).toBeLessThanOrEqual(200);
  }
  expect([...long].sort()).toEqual(['to-and-fro', 'turn']);
});

/** Runs in the page: the names of what moves for longer than some milliseconds. */
function motionsOver(milliseconds: number): string[] {
  return document
    .getAnimations()
    .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > milliseconds)
    .map((motion) =>
      motion instanceof CSSAnimation
        ? motion.animationName
        : (motion as CSSTransition).transitionProperty,
    );
}

/** Runs in the page: how many milliseconds a change of any element's looks may take. */
function longestTransition(): number {
  const seconds = [...document.querySelectorAll('*')].flatMap((element) =>
    getComputedStyle(element).transitionDuration.split(', ').map(parseFloat),
  );
  return 1000 * Math.max(...seconds);
}
