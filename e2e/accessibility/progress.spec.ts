import { expect, test } from '@playwright/test';
import { running } from '../../src-renderer/dev/samples';
import type { SimulatedApi } from '../../src-renderer/dev/simulated-api';
import type { JobState } from '../../src-shared/job';
import { type Preview, openPreview } from '../screens/preview';

test.use({ trace: 'off' });

let preview: Preview;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  preview = await openPreview();
});
test.afterAll(async () => {
  await preview.close();
});

test('A job of a hundred seconds is told about at each phase and every ten seconds at most, politely.', async () => {
  const { page } = preview;
  // The page's own clock stands still but for what the test lets pass.
  await page.clock.install();
  await preview.show('make-writing', 'light');
  await page.clock.runFor(60_000);
  await page.evaluate(() => {
    const told: string[] = [];
    const region = document.querySelector('[aria-live="polite"]');
    if (region === null) throw new Error('nothing tells how far the job is');
    new MutationObserver(() => told.push(region.textContent)).observe(region, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    Object.assign(window, { told });
  });
  for (let percent = 1; percent <= 100; percent += 1) {
    const phase = percent < 30 ? 'building' : percent < 70 ? 'writing' : 'verifying';
    await page.evaluate(tell, running(phase, 0.5, percent / 100));
    await page.clock.runFor(1_000);
  }
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  const phases = told.map((words) => words.split(',')[0]);
  expect([...new Set(phases)]).toEqual([
    'Unpacking Windows',
    'Writing to the stick',
    'Reading back and comparing',
  ]);
  expect(told.length).toBeLessThanOrEqual(100 / 10 + 3);
  expect(told.at(-1)).toMatch(/90|100/);
  await page.clock.resume();
});

test('How far a job is stands in the bar, without being told each time.', async () => {
  const { page } = preview;
  await preview.show('make-writing', 'light');
  const bar = page.getByRole('progressbar', { name: 'Progress of the whole job' });
  await expect(bar).toHaveAttribute('aria-valuetext', '58%');
  expect(await bar.locator('xpath=ancestor::*[@aria-live or @role="status"]').count()).toBe(0);
});

/** Runs in the page: lets the program behind the window tell how the job stands. */
function tell(state: JobState): void {
  (window as unknown as { simulatedApi: SimulatedApi }).simulatedApi.tell('job:state', state);
}
