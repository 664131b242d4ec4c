import {
  driveName,
  holdsData,
  identityOf,
  type Drive,
  type JudgedDrive,
} from '../../../src-shared/drive';
import type { StickErrorData, StickState } from '../../../src-shared/errors';
import type { EventOf, WindowApi } from '../../../src-shared/ipc';
import {
  DEFAULT_ORDINARY_LABEL,
  type RestoredDrive,
  type RestoreWishes,
} from '../../../src-shared/restore';
import { ExfatLabelSchema } from '../../../src-shared/volume-label';
import { nameMatches } from '../answers';
import { ask } from '../ask';
import { lastKnown, type Loadable } from '../loadable';
import type { ActionTools } from '../yours-actions';

/** A drive that is to be erased, what it becomes, and what was typed or ticked to confirm that. */
export interface AskedRestore extends RestoreWishes {
  state: 'asking';
  drive: Drive;
  typed: string;
  ticked: boolean;
}

/** Where a person is in “Make a stick an ordinary drive again”. */
export type RestorePlace =
  | { state: 'choosing' }
  | AskedRestore
  | {
      state: 'running' | 'cancelling';
      drive: Drive;
      progress: EventOf<'restore:progress'> | null;
    }
  | { state: 'done'; drive: Drive; restored: RestoredDrive }
  | { state: 'cancelled'; drive: Drive; stick: StickState }
  | { state: 'failed'; drive: Drive; error: StickErrorData };

export interface RestoreState {
  /** Null until somebody wants to. It stays while a drive is being written to, whatever is on screen. */
  restorePlace: RestorePlace | null;
  restorables: Loadable<JudgedDrive[]>;
  /** Path of the drive that is picked in the list. */
  restorePicked: string | null;
}

export const firstRestoreState: RestoreState = {
  restorePlace: null,
  restorables: { state: 'loading', last: null },
  restorePicked: null,
};

export interface RestoreActions {
  /** Begins with the choice of a drive, or shows what is under way. */
  beginRestore(): void;
  leaveRestore(): void;
  loadRestorables(): Promise<void>;
  pickRestorable(path: string): void;
  /** Asks about the drive that is picked. */
  askRestore(): void;
  changeRestore(change: Partial<Omit<AskedRestore, 'state' | 'drive'>>): void;
  startRestore(): Promise<void>;
  cancelRestore(): Promise<void>;
  /** Back to the choice of a drive; not while one is written to. */
  chooseAnotherDrive(): void;
  takeRestoreProgress(progress: EventOf<'restore:progress'>): void;
}

/** The drive that is picked; null while there is none, or it was pulled. */
export function pickedDrive({
  restorePicked,
  restorables,
}: Pick<RestoreState, 'restorePicked' | 'restorables'>): Drive | null {
  const found = lastKnown(restorables)?.find(
    ({ drive, reasons }) => drive.path === restorePicked && reasons.length === 0,
  );
  return found?.drive ?? null;
}

/** What is wrong with a label that was typed; null when nothing is. */
export function labelProblem(label: string): 'too-long' | 'characters' | null {
  if (ExfatLabelSchema.safeParse(label).success) return null;
  return label.length > MOST_LABEL_UNITS ? 'too-long' : 'characters';
}

const MOST_LABEL_UNITS = 11;

export function restoreConfirmed({ drive, label, typed, ticked }: AskedRestore): boolean {
  if (labelProblem(label) !== null) return false;
  return holdsData(drive) ? nameMatches(driveName(drive), typed) : ticked;
}

export function restoreActions(
  api: WindowApi,
  { get, set, askOrTell }: ActionTools,
): RestoreActions {
  let listing = 0;

  const isWriting = (): boolean => {
    const state = get().restorePlace?.state;
    return state === 'running' || state === 'cancelling';
  };
  const choose = (): void => {
    set({ restorePicked: null, restorePlace: { state: 'choosing' } });
    void get().loadRestorables();
  };

  return {
    beginRestore() {
      if (get().restorePlace === null) choose();
    },
    leaveRestore() {
      if (!isWriting()) set({ restorePlace: null });
    },
    async loadRestorables() {
      listing += 1;
      const mine = listing;
      set({ restorables: { state: 'loading', last: lastKnown(get().restorables) } });
      const reply = await ask(api, 'drives:list', { neededBytes: 0, imagePaths: [] });
      if (mine !== listing) return;
      set({
        restorables: reply.ok
          ? { state: 'ready', value: reply.value }
          : { state: 'failed', error: reply.error },
      });
    },
    pickRestorable(restorePicked) {
      set({ restorePicked });
    },
    askRestore() {
      const drive = pickedDrive(get());
      if (drive === null || get().restorePlace?.state !== 'choosing') return;
      const wishes = { label: DEFAULT_ORDINARY_LABEL, scheme: null };
      set({ restorePlace: { state: 'asking', drive, ...wishes, typed: '', ticked: false } });
    },
    changeRestore(change) {
      const { restorePlace } = get();
      if (restorePlace?.state === 'asking') set({ restorePlace: { ...restorePlace, ...change } });
    },
    async startRestore() {
      const { restorePlace } = get();
      if (restorePlace?.state !== 'asking' || !restoreConfirmed(restorePlace)) return;
      const { drive, label, scheme } = restorePlace;
      set({ restorePlace: { state: 'running', drive, progress: null } });
      const reply = await ask(api, 'restore:run', {
        identity: identityOf(drive),
        wishes: { label, scheme },
      });
      if (!reply.ok) set({ restorePlace: { state: 'failed', drive, error: reply.error } });
      else if (reply.value.outcome === 'done') {
        set({ restorePlace: { state: 'done', drive, restored: reply.value.drive } });
      } else set({ restorePlace: { state: 'cancelled', drive, stick: reply.value.stick } });
      // The wizard's own list shows what lay on it.
      await get().refreshDrives();
    },
    async cancelRestore() {
      const { restorePlace } = get();
      if (restorePlace?.state !== 'running') return;
      set({ restorePlace: { ...restorePlace, state: 'cancelling' } });
      await askOrTell('restore:cancel', null);
    },
    chooseAnotherDrive() {
      if (!isWriting()) choose();
    },
    takeRestoreProgress(progress) {
      const { restorePlace } = get();
      if (restorePlace?.state === 'running' || restorePlace?.state === 'cancelling') {
        set({ restorePlace: { ...restorePlace, progress } });
      }
    },
  };
}
