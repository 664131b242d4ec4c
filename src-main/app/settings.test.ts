import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CACHE_BUDGET_BYTES } from '../../src-shared/build-cache';
import { SettingsStore } from './settings';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-settings-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const store = (text: string): Promise<void> => writeFile(join(folder, 'settings.json'), text);

describe('SettingsStore', () => {
  it('starts with the usual settings', () => {
    expect(new SettingsStore(folder).settings).toEqual({
      theme: 'system',
      workFolder: null,
      cacheBudgetBytes: DEFAULT_CACHE_BUDGET_BYTES,
    });
  });

  it('keeps what an older version stored, and adds the usual value of what that did not know', async () => {
    await store('{ "settings": { "theme": "dark", "workFolder": "/srv/work" } }');
    expect(new SettingsStore(folder).settings).toEqual({
      theme: 'dark',
      workFolder: '/srv/work',
      cacheBudgetBytes: DEFAULT_CACHE_BUDGET_BYTES,
    });
  });

  it('loses only the setting that is damaged', async () => {
    await store('{ "settings": { "theme": "pink", "workFolder": "/w", "cacheBudgetBytes": 0 } }');
    expect(new SettingsStore(folder).settings).toEqual({
      theme: 'system',
      workFolder: '/w',
      cacheBudgetBytes: 0,
    });
  });

  it('gives back what was set', () => {
    const settings = { theme: 'light', workFolder: null, cacheBudgetBytes: 64e9 } as const;
    new SettingsStore(folder).settings = settings;
    expect(new SettingsStore(folder).settings).toEqual(settings);
  });
});
