import { expect, test } from '@playwright/test';
import { languages } from '../../src-shared/languages';
import { unlessIn } from '../thorough';
import { finishAnimations, sidewaysOverflow } from './layout';
import { type Preview, type Words, openPreview } from './preview';

/** Each step, dialog and errand in the state that shows most of it. */
const scenes = [
  'drive-many',
  'test-ask',
  'tested-slow',
  'image-chosen',
  'verify-unknown',
  'edition',
  'space-shared',
  'protect-now-wrong',
  'yours-changed',
  'yours-answers-several',
  'yours-apps-many',
  'ventoy-package-update',
  'ventoy-images',
  'ventoy-space-windows',
  'ventoy-menu',
  'ventoy-review',
  'ventoy-done',
  'review-many',
  'make-eight',
  'make-failed',
  'done-mixed',
  'done-encrypted-many',
  'settings-many',
  'explain-code',
  'check-problem',
  'boot-results',
  'repair-ask',
  'station-choose-answers',
  'station-recipe-secrets',
  'station-confirm',
  'station-confirm-any',
  'station-failed',
  'station-long-names',
  'station-list-saved',
  'station-refused',
  'station-choose-kept',
  'recipes',
  'recipes-import-taken',
  'recipe-lacking',
  'recipe-describe',
  'recipe-remove',
  'review-save-recipe',
] as const;

test.use({ trace: 'off' });

let preview: Preview;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  preview = await openPreview();
  await preview.resize(900, 640);
});
test.afterAll(async () => {
  await preview.close();
});

const spoken: readonly Words[] = [...languages.filter((language) => language !== 'en'), 'rtl'];

for (const [turn, words] of spoken.entries()) {
  // Each screen in one of the languages each time, and each language on some of the screens.
  const everyTime = scenes.filter((_, index) => index % spoken.length === turn);
  for (const scene of scenes) {
    const details = unlessIn(everyTime, scene);
    test(`The screen ${scene} fits the smallest window in ${words}.`, details, async () => {
      const { page } = preview;
      await preview.show(scene, 'light', words);
      await page.evaluate(finishAnimations);
      await page.screenshot({ path: test.info().outputPath(`${scene}-${words}.png`) });
      expect(await page.evaluate(sidewaysOverflow)).toEqual([]);
    });
  }
}
