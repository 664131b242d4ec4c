import { isHome, type Edition } from './image';
import type { PlanConflict } from './plan-conflicts';
import type { WindowsRecipe } from './windows-recipe';

/** What a stick that is to be encrypted can't have. */
export function protectConflicts({ protect, layout, windows }: WindowsRecipe): PlanConflict[] {
  if (protect.kind === 'none') return [];
  const found: PlanConflict[] = [];
  // Microsoft, “Deploy Windows with a VHDX (Native Boot)”, limitations.
  if (layout.container === 'vhdx') {
    const message = 'BitLocker can protect no Windows that starts from a virtual disk';
    found.push({ field: ['protect', 'kind'], message });
  }
  if (windows.portable.deviceEncryption) {
    found.push({
      field: ['windows', 'portable', 'deviceEncryption'],
      message: 'Windows would bind the encrypted stick to one computer',
    });
  }
  // The account that Windows asks for at first start is an administrator's.
  const { account } = windows.answers;
  if (protect.kind === 'first-start' && account !== null && !account.administrator) {
    found.push({
      field: ['windows', 'answers', 'account', 'administrator'],
      message: 'only an administrator can have Windows encrypt itself',
    });
  }
  return found;
}

/** What an edition can't do. Home starts from a volume that is encrypted, but has no means to encrypt one. */
export function protectEditionConflicts(
  { protect }: WindowsRecipe,
  edition: Edition,
): PlanConflict[] {
  if (protect.kind !== 'first-start' || !isHome(edition)) return [];
  const message = `${edition.name} can’t encrypt itself; encrypt it now, or choose another edition`;
  return [{ field: ['protect', 'kind'], message }];
}
