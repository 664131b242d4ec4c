import type { JudgedDrive } from '../../../src-shared/drive';
import type { WindowApi } from '../../../src-shared/ipc';
import type { Recipe } from '../../../src-shared/plan';
import type { NamedRecipe } from '../../../src-shared/recipe-requests';
import type { StationState, StationStop } from '../../../src-shared/station';
import { type PlanSecrets, noSecrets } from '../../../src-shared/windows-choices';
import { fileName } from '../../components/file-name';
import { secretsOf } from '../answers';
import { ask } from '../ask';
import { languageOf } from '../language';
import { type Loadable, lastKnown } from '../loadable';
import { recipeOf } from '../plan';
import type { TypedPassword } from '../protect';
import type { Asking } from '../store';
import type { ActionTools } from '../yours-actions';
import {
  type StationDraft,
  type StationRules,
  firstDraft,
  guardOf,
  namingOf,
  secretsOfDraft,
  secretsProblem,
  seriesProblem,
  withRules,
} from './draft';
import { type StationNews, newsAfter } from './news';

export interface StationWindowState {
  /** What the program said last. */
  station: StationState;
  stationOpening: Asking;
  /** Null until a recipe was opened, and once its series has begun. */
  stationDraft: StationDraft | null;
  stationDrives: Loadable<JudgedDrive[]>;
  stationBeginning: Asking;
  stationNews: readonly StationNews[];
}

export const firstStationState: StationWindowState = {
  station: { state: 'closed' },
  stationOpening: { state: 'idle' },
  stationDraft: null,
  stationDrives: { state: 'loading', last: null },
  stationBeginning: { state: 'idle' },
  stationNews: [],
};

/** What a person does in “Make many alike”. */
export interface StationActions {
  beginStation(): void;
  leaveStation(): void;
  openStationRecipe(): Promise<void>;
  /** Opens one of the folder for recipes, by its file. */
  openStationKept(file: string): Promise<void>;
  openStationFromAnswers(): Promise<void>;
  /** Ends the opening, or puts a series away that was opened or has ended. */
  closeStation(): Promise<void>;
  changeStationRules(change: Partial<StationRules>): void;
  typeStationPassword(change: Partial<TypedPassword>): void;
  typeStationWifiKey(ssid: string, key: string): void;
  confirmStation(change: Partial<Pick<StationDraft, 'ticked' | 'typedWord'>>): void;
  showStationScreen(screen: StationDraft['screen']): void;
  loadStationDrives(): Promise<void>;
  /** `word` is what has to be typed where drives with files are erased. */
  startStation(word: string): Promise<void>;
  pauseStation(paused: boolean): Promise<void>;
  stopStation(how: StationStop): Promise<void>;
  retryRow(row: number): Promise<void>;
  cancelRow(row: number): Promise<void>;
  binRow(row: number): Promise<void>;
  /** As a table, where the person says. */
  saveStationList(): Promise<void>;
  takeStation(station: StationState): void;
}

/** Sticks are made, or may be at any moment: nothing else is done in the window meanwhile. */
export function isStationUnderWay({ station }: Pick<StationWindowState, 'station'>): boolean {
  return station.state === 'running' || station.state === 'stopping';
}

export function stationActions(
  api: WindowApi,
  { get, set, tell, askOrTell }: ActionTools,
): StationActions {
  let listing = 0;
  let opening = 0;
  let typed: PlanSecrets = noSecrets;

  const open = async ({ name, recipe }: NamedRecipe, secrets: PlanSecrets): Promise<void> => {
    opening += 1;
    const mine = opening;
    typed = secrets;
    set({ stationOpening: { state: 'asking' } });
    const reply = await ask(api, 'station:open', { name, recipe });
    if (mine !== opening) return;
    const isFailure = !reply.ok && reply.error.code !== 'cancelled';
    set({
      stationOpening: isFailure ? { state: 'failed', error: reply.error } : { state: 'idle' },
    });
  };

  const close = async (): Promise<void> => {
    opening += 1;
    typed = noSecrets;
    const { station } = get();
    if (isStationUnderWay({ station })) return;
    set(firstStationState);
    if (station.state !== 'closed') await askOrTell('station:close', null);
  };

  const change = (next: (draft: StationDraft) => StationDraft): void => {
    const { stationDraft } = get();
    if (stationDraft !== null) set({ stationDraft: next(stationDraft) });
  };

  return {
    beginStation() {
      void get().loadStationDrives();
      void get().loadRecipes();
    },
    leaveStation() {
      void close();
    },
    async openStationRecipe() {
      const reply = await ask(api, 'recipe:open', null);
      if (!reply.ok) set({ stationOpening: { state: 'failed', error: reply.error } });
      else if (reply.value !== null) await open(reply.value, noSecrets);
    },
    async openStationKept(file) {
      opening += 1;
      const mine = opening;
      set({ stationOpening: { state: 'asking' } });
      const reply = await ask(api, 'recipes:read', file);
      if (mine !== opening) return;
      if (reply.ok) await open(reply.value, noSecrets);
      else set({ stationOpening: { state: 'failed', error: reply.error } });
    },
    async openStationFromAnswers() {
      const { answers } = get();
      const recipe = recipeOf(answers);
      if (recipe !== null) await open({ name: nameOf(recipe), recipe }, secretsOf(answers));
    },
    closeStation: close,
    changeStationRules(rules) {
      change((draft) => withRules(draft, rules));
    },
    typeStationPassword(password) {
      change((draft) => ({ ...draft, password: { ...draft.password, ...password } }));
    },
    typeStationWifiKey(ssid, key) {
      change((draft) => ({ ...draft, wifiKeys: { ...draft.wifiKeys, [ssid]: key } }));
    },
    confirmStation(confirmed) {
      change((draft) => ({ ...draft, ...confirmed }));
    },
    showStationScreen(screen) {
      const { station, stationDraft } = get();
      if (station.state !== 'ready' || stationDraft === null) return;
      if (screen === 'confirm' && secretsProblem(stationDraft, station.series) !== null) return;
      set({ stationBeginning: { state: 'idle' } });
      change((draft) => ({ ...draft, screen, ticked: false, typedWord: '' }));
      if (screen === 'confirm') void get().loadStationDrives();
    },
    async loadStationDrives() {
      const { station, stationDrives } = get();
      listing += 1;
      const mine = listing;
      set({ stationDrives: { state: 'loading', last: lastKnown(stationDrives) } });
      const { neededBytes, imagePaths } =
        station.state === 'ready' ? station.series : { neededBytes: 0, imagePaths: [] };
      const reply = await ask(api, 'drives:list', { neededBytes, imagePaths });
      if (mine !== listing) return;
      if (!reply.ok) {
        set({ stationDrives: { state: 'failed', error: reply.error } });
        return;
      }
      set({ stationDrives: { state: 'ready', value: reply.value } });
      change((draft) => ({ ...draft, portsSeen: portsWith(draft.portsSeen, reply.value) }));
    },
    async startStation(word) {
      const { station, stationDraft: draft, stationBeginning } = get();
      if (station.state !== 'ready' || draft === null || stationBeginning.state === 'asking')
        return;
      const guard = guardOf(draft, lastKnown(get().stationDrives) ?? []);
      if (guard === null || seriesProblem(draft, station.series, word) !== null) return;
      set({ stationBeginning: { state: 'asking' } });
      const secrets = secretsOfDraft(draft, station.series);
      const reply = await ask(api, 'station:begin', { guard, naming: namingOf(draft), secrets });
      set({
        stationBeginning: reply.ok ? { state: 'idle' } : { state: 'failed', error: reply.error },
      });
      // Whatever it was, it is confirmed anew.
      if (!reply.ok) change((before) => ({ ...before, ticked: false, typedWord: '' }));
    },
    async pauseStation(paused) {
      await askOrTell('station:pause', paused);
    },
    async stopStation(how) {
      await askOrTell('station:stop', how);
    },
    async retryRow(row) {
      await askOrTell('station:retry', row);
    },
    async cancelRow(row) {
      await askOrTell('station:cancel', row);
    },
    async binRow(row) {
      await askOrTell('station:bin', row);
    },
    async saveStationList() {
      const reply = await askOrTell('station:save-list', null);
      if (reply.ok && reply.value !== null) tell({ kind: 'saved', path: reply.value });
    },
    takeStation(station) {
      const { station: before, stationDraft, stationNews, info } = get();
      set({ station, stationNews: newsAfter(before, station, stationNews) });
      if (station.state === 'ready') {
        const locale = info === null ? 'en' : languageOf(info);
        if (stationDraft === null) {
          set({ stationDraft: firstDraft(station.series, typed, locale) });
        }
      } else if (stationDraft !== null) {
        // Its secrets with it.
        set({ stationDraft: null });
      }
      // A window that was opened again shows what goes on.
      if (isStationUnderWay({ station })) {
        typed = noSecrets;
        if (get().errand !== 'station') set({ errand: 'station' });
      }
    },
  };
}

function portsWith(seen: readonly string[], drives: readonly JudgedDrive[]): readonly string[] {
  const now = drives
    .filter(({ reasons }) => reasons.length === 0)
    .flatMap(({ drive }) => drive.port ?? []);
  return [...new Set([...seen, ...now])].sort((one, other) =>
    one.localeCompare(other, undefined, { numeric: true }),
  );
}

/** Answers have no name; they are known by the image that they are about. */
function nameOf(recipe: Recipe): string {
  return recipe.kind === 'ventoy' ? 'Ventoy' : fileName(recipe.image.path);
}
