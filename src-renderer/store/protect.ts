import { isHome } from '../../src-shared/image';
import {
  type BitLockerPasswordProblem,
  type Protect,
  ProtectSchema,
  afterWritingDefaults,
  bitLockerPasswordProblem,
  isProtectedHere,
  protectDefaults,
} from '../../src-shared/protect';
import { type Answers, chosenEdition } from './answers';

/** Why a way of encrypting can't be had with the other answers. The window has a sentence for each. */
export type ProtectObstacle =
  'vhdx' | 'home' | 'image-file' | 'device-encryption' | 'standard-account';

/** Why the answer about encryption does not do yet. */
export type ProtectProblem =
  | 'protect-vhdx'
  | 'protect-home'
  | 'protect-image-file'
  | PasswordProblem
  | 'recovery-folder'
  | 'recovery-on-drive'
  | 'recovery-share';

/** Why what was typed as a password does not do. */
export type PasswordProblem =
  'password-missing' | `password-${BitLockerPasswordProblem}` | 'password-differs';

/**
 * What excludes a way of encrypting, the same that `planConflicts` names. That a stick unpacked straight onto its drive
 * can't be encrypted now is no obstacle here: that way is offered only to sticks that aren't.
 */
export function obstacleTo(kind: Protect['kind'], answers: Answers): ProtectObstacle | null {
  if (kind === 'none') return null;
  const { layout, windows, file } = answers;
  const edition = chosenEdition(answers);
  if (layout.container === 'vhdx') return 'vhdx';
  if (kind === 'first-start' && edition !== null && isHome(edition)) return 'home';
  if (kind === 'after-writing' && file.chosen) return 'image-file';
  if (windows.portable.deviceEncryption) return 'device-encryption';
  const { account } = windows.answers;
  const isStandard = account !== null && !account.administrator;
  return kind === 'first-start' && isStandard ? 'standard-account' : null;
}

/** What is missing on the screen; what “Make it yours” contradicts is said there. */
export function protectProblem(answers: Answers): ProtectProblem | null {
  const { protect } = answers;
  const obstacle = obstacleTo(protect.kind, answers);
  if (obstacle === 'vhdx' || obstacle === 'home' || obstacle === 'image-file') {
    return `protect-${obstacle}`;
  }
  if (protect.kind === 'first-start') {
    return ProtectSchema.safeParse(protect).success ? null : 'recovery-share';
  }
  if (protect.kind === 'none') return null;
  return passwordProblem(typedPassword(answers)) ?? folderProblem(protect.recoveryFolder, answers);
}

/** A password as typed, twice since nobody sees what they type. */
export interface TypedPassword {
  password: string;
  again: string;
}

export function typedPassword({ secrets }: Answers): TypedPassword {
  return { password: secrets.bitLockerPassword, again: secrets.bitLockerPasswordAgain };
}

export function passwordProblem({ password, again }: TypedPassword): PasswordProblem | null {
  if (password === '') return 'password-missing';
  const problem = bitLockerPasswordProblem(password);
  if (problem !== null) return `password-${problem}`;
  return password === again ? null : 'password-differs';
}

/** A key that lies on what it opens is erased with it. The helper, which knows links and mounts, looks again. */
export function folderProblem(folder: string, { drives }: Answers): ProtectProblem | null {
  if (folder === '') return 'recovery-folder';
  const mountPoints = drives.flatMap(({ partitions, mountPoints: whole }) => [
    ...whole,
    ...partitions.flatMap((partition) => partition.mountPoints),
  ]);
  return mountPoints.some((point) => isBelow(folder, point)) ? 'recovery-on-drive' : null;
}

function isBelow(folder: string, mountPoint: string): boolean {
  const point = mountPoint.replace(/[\\/]+$/, '');
  return folder.startsWith(point) && /^([\\/]|$)/.test(folder.slice(point.length));
}

/** Another way of protecting, with what the ways have in common kept. */
export function protectionOf(
  kind: Protect['kind'],
  before: Protect,
  documentsFolder: string,
): Protect {
  if (kind === 'none') return { kind };
  if (kind === before.kind) return before;
  const { cipher, escrow } = before.kind === 'none' ? protectDefaults : before;
  if (kind === 'first-start') return { kind, cipher, escrow, recoveryFolder: null };
  const recoveryFolder = isProtectedHere(before) ? before.recoveryFolder : documentsFolder;
  const { clearFreeSpace } = protectDefaults;
  const { usedSpaceOnly } = afterWritingDefaults;
  return kind === 'now'
    ? { kind, cipher, escrow, recoveryFolder, clearFreeSpace }
    : { kind, cipher, escrow, recoveryFolder, usedSpaceOnly };
}

/** A password is kept for no longer than a stick is to be encrypted with it. */
export function withProtection(answers: Answers, protect: Protect): Answers {
  const changed = { ...answers, protect };
  return isProtectedHere(protect) ? changed : withoutPassword(changed);
}

export function withoutPassword(answers: Answers): Answers {
  const { secrets } = answers;
  return {
    ...answers,
    secrets: { ...secrets, bitLockerPassword: '', bitLockerPasswordAgain: '' },
  };
}
