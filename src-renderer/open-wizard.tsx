import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { AppInfo, WindowApi } from '../src-shared/ipc';
import { App } from './App';
import { speak, startI18n } from './i18n';
import { ask } from './store/ask';
import { type Wizard, WizardContext } from './store/context';
import { createWizardStore } from './store/store';
import { languageOf } from './store/language';
import './styles/index.css';

/**
 * Draws the wizard into the page, talking to the program behind it through `api`. What the program says about itself comes
 * first, so that the window appears in its language and theme at once.
 */
export async function openWizard(api: WindowApi): Promise<Wizard> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  startI18n();
  const info = await Promise.race([infoOf(api), longEnough()]);
  if (info !== null) await speak(languageOf(info));
  const wizard = { api, store: createWizardStore(api, info) };
  followLanguage(wizard.store);
  createRoot(root).render(
    <StrictMode>
      <WizardContext.Provider value={wizard}>
        <App />
      </WizardContext.Provider>
    </StrictMode>,
  );
  return wizard;
}

function followLanguage(store: Wizard['store']): void {
  store.subscribe((now, before) => {
    if (now.info === null || now.info === before.info) return;
    const language = languageOf(now.info);
    if (before.info === null || languageOf(before.info) !== language) void speak(language);
  });
}

async function infoOf(api: WindowApi): Promise<AppInfo | null> {
  const reply = await ask(api, 'app:info', null);
  return reply.ok ? reply.value : null;
}

/** An empty window is worse than one that changes its language. */
function longEnough(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(null);
    }, 500);
  });
}
