import type { AppInfo } from '../../src-shared/ipc';
import { languageFor, type Language } from '../../src-shared/languages';

/** The language that the window shall speak. */
export function languageOf({ settings, systemLanguages }: AppInfo): Language {
  return languageFor(settings.language, systemLanguages);
}
