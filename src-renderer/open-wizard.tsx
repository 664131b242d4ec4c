import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { WindowApi } from '../src-shared/ipc';
import { App } from './App';
import { startI18n } from './i18n';
import { type Wizard, WizardContext } from './store/context';
import { createWizardStore } from './store/store';
import './styles/index.css';

/** Draws the wizard into the page, talking to the program behind it through `api`. */
export function openWizard(api: WindowApi): Wizard {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  startI18n();
  const wizard = { api, store: createWizardStore(api) };
  createRoot(root).render(
    <StrictMode>
      <WizardContext.Provider value={wizard}>
        <App />
      </WizardContext.Provider>
    </StrictMode>,
  );
  return wizard;
}
