import { app } from 'electron';
import { languageFor } from '../../src-shared/languages/language';
import type { Texts } from '../../src-shared/languages/texts';
import type { SettingsStore } from '../own';

let settings: SettingsStore | null = null;

/** From now on the program's own dialogs speak as these settings say. */
export function speakAs(store: SettingsStore): void {
  settings = store;
}

/** What is said in the language of the window. Read only when a dialog opens: the start doesn't wait for it. */
export async function spokenTexts(): Promise<Texts> {
  const { loadTexts } = await import('../../src-shared/languages/load');
  const setting = settings?.settings.language ?? 'system';
  return loadTexts(languageFor(setting, app.getPreferredSystemLanguages()));
}

/** What the program's own dialogs say. */
export async function dialogWords(): Promise<Texts['window']['dialogs']> {
  return (await spokenTexts()).window.dialogs;
}
