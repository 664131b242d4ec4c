import i18next from 'i18next';
import { DEFAULT_CACHE_BUDGET_BYTES } from '../../src-shared/build-cache';
import { en } from '../i18n/en';
import { openWizard } from '../open-wizard';
import { type Scene, type SceneName, sceneNames, scenes } from './scenes';
import { simulateApi } from './simulated-api';

/** Shows the scene that the address names, `?scene=drive-many&theme=dark`, against a simulated program. */
const asked = new URLSearchParams(location.search);
const wanted = asked.get('scene');
const name: SceneName = sceneNames.find((candidate) => candidate === wanted) ?? 'drive-many';
const scene: Scene = scenes[name];
const theme = asked.get('theme') === 'dark' ? 'dark' : 'light';

const api = simulateApi({
  answers: {
    ...scene.answers,
    'app:info': {
      version: '0.1.0',
      platform: scene.platform ?? 'linux',
      workFolder: '/home/mara/.cache/sticksmith',
      workFolderFreeBytes: 212e9,
      documentsFolder: '/home/mara/Documents',
      settings: { theme, workFolder: null, cacheBudgetBytes: DEFAULT_CACHE_BUDGET_BYTES },
    },
  },
  errors: scene.errors ?? {},
  silent: scene.silent ?? [],
});
const wizard = openWizard(api);
if (asked.has('long')) {
  // German and others need up to half as much room again.
  i18next.addResourceBundle('de', 'translation', lengthened(en));
  await i18next.changeLanguage('de');
}
await new Promise((resolve) => setTimeout(resolve));
await scene.play(wizard.store.getState(), api);
document.documentElement.dataset['scene'] = name;

/** Every sentence half as long again, with its placeholders as they are. */
function lengthened(texts: object): Record<string, unknown> {
  return Object.fromEntries<unknown>(
    Object.entries(texts).map(([key, text]: [string, unknown]) => {
      if (typeof text === 'object' && text !== null) return [key, lengthened(text)];
      const words = String(text);
      return [key, `${words} ${'Überlänge '.repeat(Math.ceil(words.length / 20)).trim()}`];
    }),
  );
}
