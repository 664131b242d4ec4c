import { type Protect, isProtectedHere } from '../../src-shared/protect';
import { type TypedPassword, protectionOf, withProtection } from './protect';
import type { ActionTools } from './yours-actions';
import { unconfirmed } from './wizard';

/** What a person does on “Protect”, and with the recovery keys at the end. */
export interface ProtectActions {
  /** Another way, with the usual answers to what it asks. */
  chooseProtection(kind: Protect['kind']): void;
  /** Other answers to what the chosen way asks. */
  changeProtection(protect: Protect): void;
  typePassword(typed: Partial<TypedPassword>): void;
  chooseRecoveryFolder(): Promise<void>;
  copyRecoveryKey(target: string): Promise<void>;
  printRecoveryKeys(targets: string[]): Promise<void>;
  showRecoveryKey(target: string): Promise<void>;
}

export function protectActions({ get, answer, askOrTell, tell }: ActionTools): ProtectActions {
  const actions: ProtectActions = {
    chooseProtection(kind) {
      const { answers, info } = get();
      actions.changeProtection(protectionOf(kind, answers.protect, info?.documentsFolder ?? ''));
    },
    changeProtection(protect) {
      answer(unconfirmed(withProtection(get().answers, protect)));
    },
    typePassword({ password, again }) {
      const { answers } = get();
      const { secrets } = answers;
      answer({
        ...answers,
        secrets: {
          ...secrets,
          bitLockerPassword: password ?? secrets.bitLockerPassword,
          bitLockerPasswordAgain: again ?? secrets.bitLockerPasswordAgain,
        },
      });
    },
    async chooseRecoveryFolder() {
      const reply = await askOrTell('choose:recovery-folder', null);
      const { protect } = get().answers;
      if (!reply.ok || reply.value === null || !isProtectedHere(protect)) return;
      actions.changeProtection({ ...protect, recoveryFolder: reply.value });
    },
    async copyRecoveryKey(target) {
      const reply = await askOrTell('recoveryKey:copy', target);
      if (reply.ok) tell({ kind: 'key-copied' });
    },
    async printRecoveryKeys(targets) {
      await askOrTell('recoveryKey:print', targets);
    },
    async showRecoveryKey(target) {
      await askOrTell('recoveryKey:reveal', target);
    },
  };
  return actions;
}
