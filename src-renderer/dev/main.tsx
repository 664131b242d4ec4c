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
      platform: 'linux',
      workFolder: '/home/mara/.cache/sticksmith',
      workFolderFreeBytes: scene.workFolderFreeBytes ?? 212e9,
      settings: { theme, workFolder: null },
    },
  },
  errors: scene.errors ?? {},
  silent: scene.silent ?? [],
});
const wizard = openWizard(api);
await new Promise((resolve) => setTimeout(resolve));
await scene.play(wizard.store.getState(), api);
document.documentElement.dataset['scene'] = name;
