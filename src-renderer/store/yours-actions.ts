import { ask } from './ask';
import { driverReport, driversWanted, type Answers } from './answers';
import { contentsKey } from './lean';
import type { WindowApi } from '../../src-shared/ipc';
import type { WindowsChoices } from '../../src-shared/windows-choices';
import type { WindowsContents } from '../../src-shared/windows-contents';
import type { Loadable } from './loadable';
import type { Notice, WizardState } from './store';
import { unconfirmed } from './wizard';
import {
  type NetworkChange,
  type SectionId,
  withChoices,
  withNetwork,
  withNetworkAdded,
  withUsual,
  withoutNetwork,
} from './yours';

/** What a person does on “Make it yours”. */
export interface YoursActions {
  changeWindows<S extends SectionId>(section: S, change: Partial<WindowsChoices[S]>): void;
  setProductKey(key: string): void;
  addNetwork(): void;
  changeNetwork(index: number, change: NetworkChange): void;
  removeNetwork(index: number): void;
  chooseWifiFile(): Promise<void>;
  chooseDriverFolder(): Promise<void>;
  chooseAnswerFile(): Promise<void>;
  chooseDomainJoinFile(): Promise<void>;
  lookAtDrivers(): Promise<void>;
  loadContents(): Promise<void>;
  /** Nobody looks any more: reading a large image’s lists is stopped. */
  leaveContents(): void;
  resetSection(section: SectionId): void;
  undoReset(): void;
}

/** What actions need of the store. */
export interface ActionTools {
  get: () => WizardState;
  set: (change: Partial<WizardState>) => void;
  /** Takes new answers. */
  answer: (answers: Answers) => void;
  /** Shows a short message. */
  tell: (notice: Notice) => void;
  /** Asks the program; what went wrong becomes a short message. */
  askOrTell: <C extends Parameters<typeof ask>[1]>(
    channel: C,
    payload: Parameters<typeof ask<C>>[2],
  ) => ReturnType<typeof ask<C>>;
}

/** `answered` is to be called after every change of the answers. */
export function yoursActions(
  api: WindowApi,
  { get, set, answer, askOrTell }: ActionTools,
): { actions: YoursActions; answered: () => void } {
  let driverLook: string | null = null;
  let contentsRun = 0;

  /** New answers about Windows; what was set back before stays so. */
  const answerWindows = (answers: Answers): void => {
    set({ beforeReset: null });
    answer(unconfirmed(answers));
  };

  /** The same folder is looked through again for another processor. */
  const answered = (): void => {
    const { answers } = get();
    const wanted = JSON.stringify(driversWanted(answers));
    if (driverReport(answers) === null && wanted !== driverLook) void actions.lookAtDrivers();
  };

  const actions: YoursActions = {
    changeWindows(section, change) {
      answerWindows(withChoices(get().answers, section, change));
    },
    setProductKey(productKey) {
      const { answers } = get();
      answerWindows({ ...answers, secrets: { ...answers.secrets, productKey } });
    },
    addNetwork() {
      answerWindows(withNetworkAdded(get().answers));
    },
    changeNetwork(index, change) {
      answerWindows(withNetwork(get().answers, index, change));
    },
    removeNetwork(index) {
      answerWindows(withoutNetwork(get().answers, index));
    },
    async chooseWifiFile() {
      const reply = await askOrTell('choose:wifi-file', null);
      if (!reply.ok || reply.value === null) return;
      const file = { kind: 'file', path: reply.value } as const;
      answerWindows(withNetworkAdded(get().answers, file));
    },
    async chooseDriverFolder() {
      const reply = await askOrTell('choose:driver-folder', null);
      if (!reply.ok || reply.value === null) return;
      // The same folder may be chosen again because something was put into it.
      driverLook = null;
      answerWindows({
        ...withChoices(get().answers, 'drivers', { folder: reply.value }),
        driversFound: null,
      });
    },
    async chooseAnswerFile() {
      const reply = await askOrTell('choose:answer-file', null);
      if (reply.ok && reply.value !== null) {
        get().changeWindows('answers', { answerFile: reply.value });
      }
    },
    async chooseDomainJoinFile() {
      const reply = await askOrTell('choose:domain-join-file', null);
      if (reply.ok && reply.value !== null) {
        get().changeWindows('roaming', { domainJoinFile: reply.value });
      }
    },
    async lookAtDrivers() {
      const wanted = driversWanted(get().answers);
      const mine = JSON.stringify(wanted);
      driverLook = mine;
      if (wanted === null) {
        set({ lookingAtDrivers: { state: 'idle' } });
        return;
      }
      set({ lookingAtDrivers: { state: 'asking' } });
      const reply = await ask(api, 'drivers:report', wanted);
      if (JSON.stringify(driversWanted(get().answers)) !== mine) return;
      if (!reply.ok) {
        set({ lookingAtDrivers: { state: 'failed', error: reply.error } });
        return;
      }
      set({ lookingAtDrivers: { state: 'idle' } });
      const { architecture, folder } = wanted;
      answer({
        ...get().answers,
        driversFound: { architecture, report: { ...reply.value, folder } },
      });
    },
    async loadContents() {
      const { answers, contents } = get();
      const { image, edition } = answers;
      if (image === null || edition === null) return;
      const key = contentsKey(image.path, edition);
      if (contents.key === key && contents.contents.state !== 'failed') return;
      contentsRun += 1;
      const mine = contentsRun;
      set({ contents: { key, contents: { state: 'loading', last: null } } });
      const reply = await ask(api, 'image:contents', { path: image.path, index: edition });
      if (mine !== contentsRun) return;
      const loaded: Loadable<WindowsContents> = reply.ok
        ? { state: 'ready', value: reply.value }
        : { state: 'failed', error: reply.error };
      set({ contents: { key, contents: loaded } });
    },
    leaveContents() {
      const { key, contents } = get().contents;
      if (key === null || contents.state !== 'loading') return;
      contentsRun += 1;
      set({ contents: { key: null, contents: { state: 'loading', last: null } } });
      void ask(api, 'image:contents-cancel', null);
    },
    resetSection(section) {
      const { answers } = get();
      const { windows, secrets } = answers;
      const { productKey, wifiKeys } = secrets;
      answer(unconfirmed(withUsual(answers, section)));
      set({ beforeReset: { section, windows, secrets: { productKey, wifiKeys } } });
    },
    undoReset() {
      const { answers, beforeReset } = get();
      if (beforeReset === null) return;
      const { windows, secrets } = beforeReset;
      answerWindows({ ...answers, windows, secrets: { ...answers.secrets, ...secrets } });
    },
  };
  return { actions, answered };
}
