import type { StickErrorData } from '../../../src-shared/errors';
import type { EventOf, WindowApi } from '../../../src-shared/ipc';
import type { RepairOutlook, RepairReport } from '../../../src-shared/repair';
import { knownStickName } from '../../../src-shared/stick-check';
import { ask } from '../ask';
import type { ActionTools } from '../yours-actions';
import { identityKey, withDrives } from '../wizard';
import { lastKnown } from '../loadable';
import type { ChosenStick } from './chosen-stick';

/** A repair from the question to its end. */
export type Repair = {
  chosen: ChosenStick;
  /** Password or recovery key as typed; kept until the dialog closes, and only here. */
  secret: string;
} & RepairStage;

export type RepairStage =
  | { state: 'foreseeing' }
  /** It is encrypted. `error`: what was typed doesn't open it. */
  | { state: 'locked'; error: StickErrorData | null }
  /** Ventoy's own program repairs it. */
  | { state: 'ventoy' }
  | { state: 'foreseen'; outlook: RepairOutlook; ticked: boolean }
  | {
      state: 'running' | 'cancelling';
      outlook: RepairOutlook;
      progress: EventOf<'repair:progress'> | null;
    }
  | { state: 'done'; report: RepairReport }
  | { state: 'cancelled' }
  | { state: 'failed'; error: StickErrorData };

export interface RepairState {
  /** Null while nobody thinks of it. */
  repair: Repair | null;
}

export const firstRepairState: RepairState = { repair: null };

export interface RepairActions {
  /** Finds out what would have to be done; changes nothing. */
  askRepair(chosen: ChosenStick): Promise<void>;
  setRepairSecret(secret: string): void;
  unlockRepair(): Promise<void>;
  tickRepair(ticked: boolean): void;
  startRepair(): Promise<void>;
  cancelRepair(): Promise<void>;
  /** Not while something is being written. After that the stick is checked again. */
  closeRepair(): void;
  /** Leads to the wizard, which has Ventoy's own program write Ventoy again. */
  updateVentoy(): void;
  takeRepairProgress(progress: EventOf<'repair:progress'>): void;
}

export function repairActions(
  api: WindowApi,
  { get, set, answer, askOrTell }: ActionTools,
): RepairActions {
  let run = 0;

  const foresee = async (chosen: ChosenStick, secret: string): Promise<void> => {
    run += 1;
    const mine = run;
    set({ repair: { chosen, secret, state: 'foreseeing' } });
    const reply = await ask(api, 'repair:foresee', {
      stick: chosen.stick,
      secret: secretOf(secret),
    });
    if (mine !== run) return;
    if (!reply.ok) set({ repair: { chosen, secret, ...stageAfter(reply.error, secret) } });
    else if (reply.value === null) set({ repair: null });
    else {
      const outlook = reply.value;
      set({ repair: { chosen, secret, state: 'foreseen', outlook, ticked: false } });
    }
  };

  return {
    askRepair: (chosen) => foresee(chosen, ''),
    setRepairSecret(secret) {
      const { repair } = get();
      if (repair?.state === 'locked') set({ repair: { ...repair, secret, error: null } });
    },
    async unlockRepair() {
      const { repair } = get();
      if (repair?.state === 'locked' && repair.secret !== '') {
        await foresee(repair.chosen, repair.secret);
      }
    },
    tickRepair(ticked) {
      const { repair } = get();
      if (repair?.state === 'foreseen') set({ repair: { ...repair, ticked } });
    },
    async startRepair() {
      const { repair } = get();
      if (repair?.state !== 'foreseen' || !repair.ticked) return;
      const { chosen, secret, outlook } = repair;
      const known = { chosen, secret };
      set({ repair: { ...known, state: 'running', outlook, progress: null } });
      const reply = await ask(api, 'repair:run', {
        ...{ stick: chosen.stick, secret: secretOf(secret) },
        agreed: outlook.steps,
      });
      if (!reply.ok) {
        set({ repair: { ...known, state: 'failed', error: reply.error } });
        return;
      }
      if (reply.value === null) {
        set({ repair: { ...known, state: 'cancelled' } });
        return;
      }
      get().forgetBootTests([knownStickName(chosen.stick)]);
      set({ repair: { ...known, state: 'done', report: reply.value } });
    },
    async cancelRepair() {
      const { repair } = get();
      if (repair?.state !== 'running') return;
      set({ repair: { ...repair, state: 'cancelling' } });
      await askOrTell('repair:cancel', null);
    },
    closeRepair() {
      const { repair } = get();
      if (repair === null || repair.state === 'running' || repair.state === 'cancelling') return;
      run += 1;
      if (repair.state === 'foreseeing') void ask(api, 'repair:cancel', null);
      set({ repair: null });
      const mayHaveChanged =
        repair.state === 'done' ||
        (repair.state === 'failed' && repair.error.stick !== 'untouched');
      if (mayHaveChanged) void get().checkAgain();
    },
    updateVentoy() {
      const { repair, checkDrives, job, leaveJob, closeErrand, setKind, go } = get();
      if (repair?.state !== 'ventoy' || repair.chosen.stick.kind !== 'drive') return;
      const { identity } = repair.chosen.stick;
      const found = lastKnown(checkDrives)?.find(
        ({ drive }) => identityKey(drive) === identityKey(identity),
      );
      set({ repair: null });
      closeErrand();
      if (job.state !== 'idle') leaveJob();
      setKind('ventoy');
      if (found !== undefined) answer(withDrives(get().answers, [found.drive]));
      go('drive');
    },
    takeRepairProgress(progress) {
      const { repair } = get();
      if (repair?.state === 'running') set({ repair: { ...repair, progress } });
    },
  };
}

function secretOf(typed: string): string | null {
  return typed === '' ? null : typed;
}

/** What a stick that can't be repaired as it is asks for. */
function stageAfter(error: StickErrorData, secret: string): RepairStage {
  if (error.code === 'repair/ventoy') return { state: 'ventoy' };
  if (error.code === 'repair/encrypted') return { state: 'locked', error: null };
  const isAboutKey = secret !== '' && error.code.startsWith('bitlocker/');
  return isAboutKey ? { state: 'locked', error } : { state: 'failed', error };
}
