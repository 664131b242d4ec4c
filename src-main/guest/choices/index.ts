import type { Protect } from '../../../src-shared/protect';
import type { WindowsChoices } from '../../../src-shared/windows-choices';
import type { GuestEdits } from '../edits';
import { localAccountEdits } from '../answer-file';
import { leanPolicyEdits } from './lean-policies';
import { LEFTOVERS } from './leftovers';
import { RECOVERY_IMAGE, portableChoiceEdits } from './portable';
import { protectEdits } from './protect';
import { roamingEdits } from './roaming';
import { speedEdits } from './speed';

export interface ChoiceEditsRequest {
  windows: WindowsChoices;
  protect: Protect;
  /** Build of the Windows on the stick, such as 22631; null when its image doesn't say. */
  build: number | null;
}

/**
 * What the choices change in a Windows that isn't running yet: registry values, and files that are left out. What can
 * be changed only while it runs is in `firstStartFiles`.
 */
export function choiceEdits({ windows, protect, build }: ChoiceEditsRequest): GuestEdits {
  const { portable, answers, lean, speed, roaming } = windows;
  return {
    registry: [
      ...portableChoiceEdits(portable),
      ...speedEdits(speed, build),
      ...localAccountEdits(answers.onlineAccount, build),
      ...roamingEdits(roaming),
      ...leanPolicyEdits(lean.preset),
      ...protectEdits(protect),
    ],
    files: [],
    removals: [...LEFTOVERS, ...(portable.recovery ? [] : [RECOVERY_IMAGE])],
  };
}
