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
      language: 'system',
      theme: 'system',
      workFolder: null,
      recipeFolder: null,
      cacheBudgetBytes: DEFAULT_CACHE_BUDGET_BYTES,
      sounds: true,
      recordLineFile: null,
    });
  });

  it('keeps what an older version stored, and adds the usual value of what that did not know', async () => {
    await store('{ "settings": { "theme": "dark", "workFolder": "/srv/work" } }');
    expect(new SettingsStore(folder).settings).toEqual({
      language: 'system',
      theme: 'dark',
      workFolder: '/srv/work',
      recipeFolder: null,
      cacheBudgetBytes: DEFAULT_CACHE_BUDGET_BYTES,
      sounds: true,
      recordLineFile: null,
    });
  });

  it('loses only the setting that is damaged', async () => {
    await store('{ "settings": { "theme": "pink", "workFolder": "/w", "cacheBudgetBytes": 0 } }');
    expect(new SettingsStore(folder).settings).toEqual({
      language: 'system',
      theme: 'system',
      workFolder: '/w',
      recipeFolder: null,
      cacheBudgetBytes: 0,
      sounds: true,
      recordLineFile: null,
    });
  });

  it('gives back what was set', () => {
    const settings = {
      language: 'en',
      theme: 'light',
      workFolder: null,
      recipeFolder: '/srv/recipes',
      cacheBudgetBytes: 64e9,
      sounds: false,
      recordLineFile: '/srv/records.jsonl',
    } as const;
    new SettingsStore(folder).settings = settings;
    expect(new SettingsStore(folder).settings).toEqual(settings);
  });

  it('sets everything back but the trusted hashes', () => {
    const settings = new SettingsStore(folder);
    const usual = settings.settings;
    settings.settings = { ...usual, theme: 'dark', sounds: false };
    settings.trust({ sha256: 'a'.repeat(64), name: 'windows.iso' });
    settings.reset();
    expect(settings.settings).toEqual(usual);
    expect(settings.isTrusted('a'.repeat(64))).toBe(true);
  });

  it('forgets a trusted hash, and takes it back with its date', () => {
    const settings = new SettingsStore(folder);
    const entry = { sha256: 'b'.repeat(64), name: 'linux.iso', since: '2024-01-31T08:00:00.000Z' };
    settings.keepTrusted(entry);
    settings.trust({ sha256: 'a'.repeat(64), name: 'windows.iso' });
    settings.distrust(entry.sha256);
    expect(new SettingsStore(folder).trusted.map(({ name }) => name)).toEqual(['windows.iso']);
    settings.keepTrusted(entry);
    expect(new SettingsStore(folder).trusted).toContainEqual(entry);
    settings.trust({ sha256: entry.sha256, name: 'renamed.iso' });
    expect(settings.trusted.map(({ name }) => name)).toEqual(['windows.iso', 'renamed.iso']);
  });
});
