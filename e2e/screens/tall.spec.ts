import { test } from '@playwright/test';
import { type Preview, openPreview } from './preview';
let preview: Preview;
test.setTimeout(300000);
test('tall', async () => {
  preview = await openPreview();
  const names = (process.env['TALL'] ?? '').split(',');
  for (const n of names) {
    const [scene, theme = 'light', w = '1040', h = '1500', long] = n.split(':');
    await preview.resize(Number(w), Number(h));
    await preview.show(scene as never, theme as never, long as never);
    await preview.page.evaluate(() => { for (const a of document.getAnimations()) if (a.effect?.getComputedTiming().endTime !== Infinity) a.finish(); });
    await preview.page.screenshot({ path: `/tmp/ui2/tall/${n.replaceAll(':', '-')}.png` });
  }
  await preview.close();
});
