import { createContext, useContext } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { WindowApi } from '../../src-shared/ipc';
import type { WizardState } from './store';

export interface Wizard {
  api: WindowApi;
  store: StoreApi<WizardState>;
}

export const WizardContext = createContext<Wizard | null>(null);

function useWizardContext(): Wizard {
  const wizard = useContext(WizardContext);
  if (wizard === null) throw new Error('used outside the wizard');
  return wizard;
}

export function useWizard<T>(select: (state: WizardState) => T): T {
  return useStore(useWizardContext().store, select);
}

/** The wizard's actions; they never change, so using them draws nothing anew. */
export function useActions(): WizardState {
  return useWizardContext().store.getState();
}

export function useApi(): WindowApi {
  return useWizardContext().api;
}
