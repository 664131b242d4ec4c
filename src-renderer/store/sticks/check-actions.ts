import type { JudgedDrive } from '../../../src-shared/drive';
import type { StickErrorData } from '../../../src-shared/errors';
import type { WindowApi } from '../../../src-shared/ipc';
import type { StickCheck } from '../../../src-shared/stick-check';
import { ask } from '../ask';
import { type Loadable, lastKnown } from '../loadable';
import type { ActionTools } from '../yours-actions';
import { chosenDrive, chosenFile, type ChosenStick } from './chosen-stick';

/** What is picked from the list: the path of a drive, or that it is a file. */
export type Picked = { kind: 'drive'; path: string } | { kind: 'file' };

/** Where a person is in “Check or repair a stick”. */
export type CheckPlace =
  | { state: 'choosing'; wasCancelled: boolean }
  | { state: 'reading' | 'cancelling'; chosen: ChosenStick }
  | { state: 'failed'; chosen: ChosenStick; error: StickErrorData }
  | { state: 'checked'; chosen: ChosenStick; check: StickCheck };

export interface CheckState {
  /** Null while nothing is checked. */
  checkPlace: CheckPlace | null;
  checkDrives: Loadable<JudgedDrive[]>;
  picked: Picked | null;
  /** As typed or chosen. */
  checkPath: string;
}

export const firstCheckState: CheckState = {
  checkPlace: null,
  checkDrives: { state: 'loading', last: null },
  picked: null,
  checkPath: '',
};

/** What a person does with a stick that exists already. */
export interface CheckActions {
  /** Begins with the choice of a stick. */
  beginCheck(): void;
  /** What is being read is wanted no more. */
  leaveCheck(): void;
  loadCheckDrives(): Promise<void>;
  pick(picked: Picked): void;
  setCheckPath(path: string): void;
  chooseCheckFile(): Promise<void>;
  /** Reads what was picked. */
  checkPicked(): Promise<void>;
  checkAgain(): Promise<void>;
  cancelCheck(): Promise<void>;
  chooseAnotherStick(): void;
  saveCheckReport(): Promise<void>;
  printCheck(): Promise<void>;
}

/** The stick that was picked; null while there is none, or it was pulled. */
export function pickedStick({
  picked,
  checkPath,
  checkDrives,
}: Pick<CheckState, 'picked' | 'checkPath' | 'checkDrives'>): ChosenStick | null {
  if (picked === null) return null;
  if (picked.kind === 'file') return checkPath.trim() === '' ? null : chosenFile(checkPath.trim());
  const found = lastKnown(checkDrives)?.find(
    ({ drive, reasons }) => drive.path === picked.path && reasons.length === 0,
  );
  return found === undefined ? null : chosenDrive(found.drive);
}

export function checkActions(
  api: WindowApi,
  { get, set, askOrTell, tell }: ActionTools,
): CheckActions {
  let run = 0;
  let listing = 0;

  const read = async (chosen: ChosenStick): Promise<void> => {
    run += 1;
    const mine = run;
    set({ checkPlace: { state: 'reading', chosen } });
    const reply = await ask(api, 'check:run', chosen.stick);
    if (mine !== run) return;
    if (!reply.ok) set({ checkPlace: { state: 'failed', chosen, error: reply.error } });
    else if (reply.value === null) set({ checkPlace: { state: 'choosing', wasCancelled: true } });
    else set({ checkPlace: { state: 'checked', chosen, check: reply.value } });
  };

  /** What is under way is wanted no more. */
  const leave = (): void => {
    run += 1;
    const { checkPlace } = get();
    if (checkPlace?.state === 'reading') void ask(api, 'check:cancel', null);
    void get().cancelBootTest();
  };

  return {
    beginCheck() {
      leave();
      set({ ...firstCheckState, checkPlace: { state: 'choosing', wasCancelled: false } });
      void get().loadCheckDrives();
    },
    leaveCheck() {
      leave();
      set({ checkPlace: null });
    },
    async loadCheckDrives() {
      listing += 1;
      const mine = listing;
      set({ checkDrives: { state: 'loading', last: lastKnown(get().checkDrives) } });
      const reply = await ask(api, 'drives:list', { neededBytes: 0, imagePaths: [] });
      if (mine !== listing) return;
      set({
        checkDrives: reply.ok
          ? { state: 'ready', value: reply.value }
          : { state: 'failed', error: reply.error },
      });
    },
    pick(picked) {
      set({ picked });
    },
    setCheckPath(checkPath) {
      set({ checkPath });
    },
    async chooseCheckFile() {
      const reply = await askOrTell('choose:stick-file', null);
      if (reply.ok && reply.value !== null) {
        set({ picked: { kind: 'file' }, checkPath: reply.value });
      }
    },
    async checkPicked() {
      const chosen = pickedStick(get());
      if (chosen !== null && get().checkPlace?.state === 'choosing') await read(chosen);
    },
    async checkAgain() {
      const { checkPlace } = get();
      if (checkPlace?.state === 'checked' || checkPlace?.state === 'failed') {
        await read(checkPlace.chosen);
      }
    },
    async cancelCheck() {
      const { checkPlace } = get();
      if (checkPlace?.state !== 'reading') return;
      set({ checkPlace: { ...checkPlace, state: 'cancelling' } });
      await askOrTell('check:cancel', null);
    },
    chooseAnotherStick() {
      leave();
      set({ checkPlace: { state: 'choosing', wasCancelled: false } });
      void get().loadCheckDrives();
    },
    async saveCheckReport() {
      const { checkPlace } = get();
      if (checkPlace?.state !== 'checked') return;
      const reply = await askOrTell('check:save-report', checkPlace.check.target);
      if (reply.ok && reply.value !== null) tell({ kind: 'saved', path: reply.value });
    },
    async printCheck() {
      const { checkPlace } = get();
      if (checkPlace?.state === 'checked') await askOrTell('check:print', checkPlace.check.target);
    },
  };
}
