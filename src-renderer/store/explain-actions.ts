import type { ActionTools } from './yours-actions';

/** What is being asked in “Explain an error”; null while it is closed. */
export interface ExplainState {
  explaining: string | null;
}

export interface ExplainActions {
  /** Opens “Explain an error”, or asks something else in it. */
  explain(query: string): void;
  closeExplain(): void;
}

export function explainActions({ set }: Pick<ActionTools, 'set'>): ExplainActions {
  return {
    explain(query) {
      set({ explaining: query });
    },
    closeExplain() {
      set({ explaining: null });
    },
  };
}
