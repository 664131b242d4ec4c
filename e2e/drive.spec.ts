import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { practiceIso } from '../src-main/cli/testing';
import { runTool } from '../src-main/host/run-tool';
import { sgdiskPartitions } from './stick/read-back';
import { type OpenApp, openApp, wizardOn } from './wizard';

let base: string;
let iso: string;
let device: string;
let opened: OpenApp;

test.beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-drive-'));
  iso = await practiceIso(base);
  const backing = join(base, 'backing');
  await runTool('dd', ['if=/dev/urandom', `of=${backing}`, 'bs=1M', 'count=16']);
  await runTool('truncate', ['-s', '1G', backing]);
  device = (await runTool('losetup', ['-f', '--show', backing])).stdout.trim();
  opened = await openApp(join(base, 'data'), { STICKSMITH_ALLOW_LOOP: '1' });
});
test.afterAll(async () => {
  await opened.close();
  await runTool('losetup', ['-d', device]);
  await rm(base, { recursive: true, force: true });
});

test('A drive is ticked, erased, written, read back and checked, and the wizard says so.', async () => {
  const { page } = opened;
  const wizard = wizardOn(page);
  await page.getByRole('checkbox', { name: new RegExp(device) }).click();
  await wizard.continue();
  await wizard.openImage(iso);
  await wizard.continue();
  await wizard.goOnWithoutComparing();
  await page.getByRole('button', { name: /Review/ }).click();
  await expect(page.getByText(new RegExp(`Everything on .*${device}`)).first()).toBeVisible();
  const start = page.getByRole('button', { name: /^Erase .* and make the stick$/ });
  await expect(start).toBeDisabled();
  await page.getByRole('checkbox', { name: /erase/i }).click();
  await wizard.start(/^Erase .* and make the stick$/);
  await expect(page.getByRole('heading', { level: 1, name: 'The stick is ready' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText(/read back/i).first()).toBeVisible();
  await expect(page.getByText(/Not read back/)).toHaveCount(0);
  expect(await sgdiskPartitions(device)).toHaveLength(3);
});
