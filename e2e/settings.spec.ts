import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openApp } from './wizard';

const planted = [
  '111111-222222-333333-444444-555555-666666-777777-888888',
  'ABCDE-FGHIJ-KLMNO-PQRST-UVWX1',
  'planted-password-1',
];

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-settings-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('Settings and trusted images outlast the window, and are set back at once.', async () => {
  const first = await openApp(folder);
  try {
    const { page } = first;
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: 'Dark' }).click();
    await page.getByRole('checkbox', { name: 'Sounds' }).click();
    await page.getByRole('tab', { name: 'Trusted images' }).click();
    await page.getByRole('textbox', { name: 'Its name' }).fill('linux.iso');
    await page.getByRole('textbox', { name: 'SHA-256' }).fill('AB'.repeat(32));
    await page.getByRole('button', { name: 'Trust it' }).click();
    await expect(page.getByText('ab'.repeat(32))).toBeVisible();
    await page.getByRole('tab', { name: 'Storage' }).click();
    await expect(page.getByText(join(folder, 'sticksmith-data'), { exact: true })).toBeVisible();
  } finally {
    await first.close();
  }
  const second = await openApp(folder);
  try {
    const { page } = second;
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByRole('checkbox', { name: 'Sounds' })).not.toBeChecked();
    await page.getByRole('button', { name: 'Set everything back' }).click();
    await expect(page.getByRole('radio', { name: 'Like the system' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Sounds' })).toBeChecked();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
    await page.getByRole('tab', { name: 'Trusted images' }).click();
    await page.getByRole('button', { name: 'Remove linux.iso' }).click();
    await expect(page.getByText('No image is trusted yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('ab'.repeat(32))).toBeVisible();
  } finally {
    await second.close();
  }
});

test('What support needs is shown, then copied as shown, and holds none of the secrets in the log.', async () => {
  const opened = await openApp(folder, { HOME: folder });
  try {
    const { page, app } = opened;
    const log = join(folder, 'sticksmith-data/logs/sticksmith.log');
    await appendFile(log, planted.map((secret) => `password: ${secret} in ${folder}/x\n`).join(''));
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Help and logs' }).click();
    await page.getByRole('button', { name: 'Gather what support needs' }).click();
    const shown = page.getByRole('region', { name: 'What support needs' });
    await expect(shown).toContainText('== End of the logs', { timeout: 30_000 });
    const text = await shown.innerText();
    for (const secret of [...planted, folder]) expect(text).not.toContain(secret);
    expect(text).toContain('password: [hidden] in ~/x');
    expect(text).toMatch(/^electron \d+/m);
    await page.getByRole('button', { name: 'Copy what support needs' }).click();
    await expect(page.getByText('Copied', { exact: true }).first()).toBeVisible();
    const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied.trim()).toBe(text.trim());
  } finally {
    await opened.close();
  }
});

test('Nothing is asked of any network, while the window starts and is used.', async () => {
  const record = join(folder, 'network.json');
  const opened = await openApp(folder, {}, [`--log-net-log=${record}`]);
  try {
    const { page, app } = opened;
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('tab', { name: 'Help and logs' }).click();
    await page.getByRole('button', { name: 'Gather what support needs' }).click();
    await page.getByRole('region', { name: 'What support needs' }).waitFor({ timeout: 30_000 });
    const refused = await app.evaluate(({ session }) =>
      session.defaultSession.fetch('http://127.0.0.1:9/').then(
        () => 'answered',
        (error: unknown) => String(error),
      ),
    );
    expect(refused).toContain('ERR_BLOCKED_BY_CLIENT');
  } finally {
    await opened.close();
  }
  expect(await addressesIn(record)).toEqual([]);
});

test('A request of a session without our rules stands in the record that the test above reads.', async () => {
  const record = join(folder, 'network.json');
  const address = 'http://127.0.0.1:9/';
  const opened = await openApp(folder, {}, [`--log-net-log=${record}`]);
  try {
    await opened.app.evaluate(async ({ session }, url) => {
      await session
        .fromPartition('without-rules')
        .fetch(url)
        .catch(() => undefined);
    }, address);
  } finally {
    await opened.close();
  }
  expect(await addressesIn(record)).toContain(address);
});

/** All that Chromium asked of a network, by its own record. */
async function addressesIn(record: string): Promise<(string | undefined)[]> {
  const text = await readFile(record, 'utf8');
  return [...text.matchAll(/"url":"((?:https?|wss?|ftp):[^"]*)"/g)].map(([, url]) => url);
}
