import type { Answer, Settings, WindowApi } from '../../src-shared/ipc';
import type { TrustedHash } from '../../src-shared/trusted-hash';
import { ask } from './ask';
import type { Loadable } from './loadable';
import type { ActionTools } from './yours-actions';

export interface SettingsState {
  /** As they were before they were set back, while that can be undone. */
  settingsBeforeReset: Settings | null;
  trusted: Loadable<TrustedHash[]>;
  /** The one that was removed last, while that can be undone. */
  removedHash: TrustedHash | null;
  /** What support needs; null before it was asked for. */
  support: Loadable<string> | null;
}

export const firstSettingsState: SettingsState = {
  settingsBeforeReset: null,
  trusted: { state: 'loading', last: null },
  removedHash: null,
  support: null,
};

/** What a person does in the settings. */
export interface SettingsActions {
  saveSettings(settings: Settings): Promise<void>;
  chooseWorkFolder(): Promise<void>;
  chooseRecipeFolder(): Promise<void>;
  resetSettings(): Promise<void>;
  undoSettingsReset(): Promise<void>;
  loadTrusted(): Promise<void>;
  /** Whether it is kept now. */
  keepTrusted(entry: Pick<TrustedHash, 'name' | 'sha256'>): Promise<boolean>;
  removeTrusted(entry: TrustedHash): Promise<void>;
  undoTrustedRemoval(): Promise<void>;
  gatherSupport(): Promise<void>;
  saveSupport(): Promise<void>;
  showLogs(): Promise<void>;
}

export function settingsActions(
  api: WindowApi,
  { get, set, askOrTell, tell }: ActionTools,
): SettingsActions {
  const takeTrusted = (reply: Answer<TrustedHash[]>): boolean => {
    if (reply.ok) set({ trusted: { state: 'ready', value: reply.value } });
    return reply.ok;
  };
  return {
    async saveSettings(settings) {
      const reply = await askOrTell('settings:set', settings);
      if (reply.ok) set({ info: reply.value, settingsBeforeReset: null });
    },
    async chooseWorkFolder() {
      const reply = await askOrTell('choose:work-folder', null);
      const { info } = get();
      if (!reply.ok || reply.value === null || info === null) return;
      await get().saveSettings({ ...info.settings, workFolder: reply.value });
    },
    async chooseRecipeFolder() {
      const reply = await askOrTell('choose:recipe-folder', null);
      const { info } = get();
      if (!reply.ok || reply.value === null || info === null) return;
      await get().saveSettings({ ...info.settings, recipeFolder: reply.value });
    },
    async resetSettings() {
      const before = get().info?.settings ?? null;
      const reply = await askOrTell('settings:reset', null);
      if (reply.ok) set({ info: reply.value, settingsBeforeReset: before });
    },
    async undoSettingsReset() {
      const before = get().settingsBeforeReset;
      if (before !== null) await get().saveSettings(before);
    },
    async loadTrusted() {
      const { trusted } = get();
      set({
        trusted: { state: 'loading', last: trusted.state === 'ready' ? trusted.value : null },
        removedHash: null,
      });
      const reply = await ask(api, 'trusted:list', null);
      if (!takeTrusted(reply) && !reply.ok) {
        set({ trusted: { state: 'failed', error: reply.error } });
      }
    },
    async keepTrusted(entry) {
      const since = new Date().toISOString();
      return takeTrusted(await askOrTell('trusted:keep', { ...entry, since }));
    },
    async removeTrusted(entry) {
      if (takeTrusted(await askOrTell('trusted:remove', entry.sha256))) set({ removedHash: entry });
    },
    async undoTrustedRemoval() {
      const { removedHash } = get();
      if (removedHash === null) return;
      if (takeTrusted(await askOrTell('trusted:keep', removedHash))) set({ removedHash: null });
    },
    async gatherSupport() {
      set({ support: { state: 'loading', last: null } });
      const reply = await ask(api, 'support:gather', null);
      set({
        support: reply.ok
          ? { state: 'ready', value: reply.value }
          : { state: 'failed', error: reply.error },
      });
    },
    async saveSupport() {
      const reply = await askOrTell('support:save', null);
      if (reply.ok && reply.value !== null) tell({ kind: 'saved', path: reply.value });
    },
    async showLogs() {
      await askOrTell('logs:show', null);
    },
  };
}
