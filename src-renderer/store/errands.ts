import type { ActionTools } from './yours-actions';
import { isStationUnderWay } from './station/station-actions';
import type { WizardState } from './store';

/** What a person does beside the wizard, from the menu “Tools”. It takes the place of the wizard's screen. */
export const errandIds = ['station', 'recipes', 'check', 'restore', 'history'] as const;
export type ErrandId = (typeof errandIds)[number];

export interface ErrandState {
  /** Null while the wizard is on screen. */
  errand: ErrandId | null;
}

export const firstErrandState: ErrandState = { errand: null };

export interface ErrandActions {
  /** Begins an errand from its start; another one that is on screen is left. A series of sticks that runs is never left. */
  openErrand(id: ErrandId): void;
  /** Leads back to the wizard; not while a series of sticks runs. */
  closeErrand(): void;
}

interface Errand {
  begin(state: WizardState): void;
  /** What is under way in it is wanted no more. */
  leave(state: WizardState): void;
}

const errands: Record<ErrandId, Errand> = {
  check: {
    begin: (state) => {
      state.beginCheck();
    },
    leave: (state) => {
      state.leaveCheck();
    },
  },
  restore: {
    begin: (state) => {
      state.beginRestore();
    },
    leave: (state) => {
      state.leaveRestore();
    },
  },
  history: {
    begin: (state) => {
      state.beginHistory();
    },
    leave: (state) => {
      state.leaveHistory();
    },
  },
  recipes: {
    begin: (state) => {
      state.beginRecipes();
    },
    leave: (state) => {
      state.leaveRecipes();
    },
  },
  station: {
    begin: (state) => {
      state.beginStation();
    },
    leave: (state) => {
      state.leaveStation();
    },
  },
};

export function errandActions({ get, set }: Pick<ActionTools, 'get' | 'set'>): ErrandActions {
  const leave = (): void => {
    const { errand } = get();
    if (errand !== null) errands[errand].leave(get());
  };
  return {
    openErrand(id) {
      if (isStationUnderWay(get())) return;
      leave();
      set({ errand: id });
      errands[id].begin(get());
    },
    closeErrand() {
      if (isStationUnderWay(get())) return;
      leave();
      set(firstErrandState);
    },
  };
}
