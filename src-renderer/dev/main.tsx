import i18next from 'i18next';
import { DEFAULT_CACHE_BUDGET_BYTES } from '../../src-shared/build-cache';
import { en, LanguageSettingSchema } from '../../src-shared/languages';
import { openWizard } from '../open-wizard';
import { type Scene, type SceneName, sceneNames, scenes } from './scenes';
import { simulateApi } from './simulated-api';

/** Shows the scene that the address names, `?scene=drive-many&theme=dark&language=en`, against a simulated program. */
const asked = new URLSearchParams(location.search);
const wanted = asked.get('scene');
const name: SceneName = sceneNames.find((candidate) => candidate === wanted) ?? 'drive-many';
const scene: Scene = scenes[name];
const language = LanguageSettingSchema.catch('en').parse(asked.get('language'));
const theme = asked.get('theme') === 'dark' ? 'dark' : 'light';

const api = simulateApi({
  answers: {
    ...scene.answers,
    'app:info': {
      version: '0.1.0',
      platform: scene.platform ?? 'linux',
      systemLanguages: ['en'],
      dataFolder: '/home/mara/.config/sticksmith',
      portable: scene.portable ?? false,
      workFolder: '/home/mara/.cache/sticksmith',
      workFolderFreeBytes: 212e9,
      recipeFolder: '/home/mara/.config/sticksmith/recipes',
      documentsFolder: '/home/mara/Documents',
      settings: {
        language,
        theme,
        workFolder: null,
        recipeFolder: null,
        cacheBudgetBytes: DEFAULT_CACHE_BUDGET_BYTES,
        sounds: true,
        recordLineFile: null,
      },
    },
  },
  errors: scene.errors ?? {},
  silent: scene.silent ?? [],
});
// For tests, which let it tell more than the scene does.
Object.assign(window, { simulatedApi: api });
const wizard = await openWizard(api);
if (asked.has('long')) {
  // Many languages need up to half as much room again.
  i18next.addResourceBundle('nl', 'translation', lengthened(en.window));
  await i18next.changeLanguage('nl');
}
if (asked.has('rtl')) {
  // None of our languages reads from right to left yet.
  i18next.addResourceBundle('ar', 'translation', en.window);
  await i18next.changeLanguage('ar');
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
