import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { sceneNames } from '../../src-renderer/dev/scenes';
import { type Preview, openPreview } from './preview';

const themes = ['light', 'dark'] as const;
const sizes = [
  { width: 1040, height: 720 },
  { width: 900, height: 640 },
] as const;

// A trace of each of so many screens costs more time than the screens themselves.
test.use({ trace: 'off' });

let preview: Preview;
let complaints: string[];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  preview = await openPreview();
  preview.page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  preview.page.on('pageerror', (error) => {
    complaints.push(error.message);
  });
});
test.beforeEach(() => {
  complaints = [];
});
test.afterAll(async () => {
  await preview.close();
});

for (const scene of sceneNames) {
  for (const theme of themes) {
    test(`The screen ${scene} is accessible and fits its window in the ${theme} theme.`, async () => {
      const { page } = preview;
      for (const { width, height } of sizes) {
        await preview.resize(width, height);
        await preview.show(scene, theme);
        await page.evaluate(finishAnimations);
        const name = `${scene}-${theme}-${String(width)}x${String(height)}.png`;
        await page.screenshot({ path: test.info().outputPath(name) });
        const overflow = await page.evaluate(sidewaysOverflow);
        expect(overflow).toEqual([]);
      }
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      const found = violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map((node) => `${node.html}\n${node.failureSummary ?? ''}`),
      }));
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    });
  }
}

/** Runs in the page: takes every animation that ends to its end, so that colours are final. */
function finishAnimations(): void {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
}

/** Runs in the page: what is wider than its box, or sticks out of the window. */
function sidewaysOverflow(): string[] {
  return [...document.querySelectorAll('.scroll, .bar, .rail, .dialog, button, .card, .panel')]
    .filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        getComputedStyle(element).display !== 'inline',
    )
    .map((element) => `${element.className}: ${element.textContent.slice(0, 60)}`);
}
