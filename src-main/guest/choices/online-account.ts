import type { AnswerChoices } from '../../../src-shared/windows-choices';
import type { RegistryEdit } from '../edits';
import { dword } from './values';

/** From this build on the first start insists on a network, and with it on a Microsoft account (Rufus 4.15, wue.c). */
const INSISTS_SINCE = 22500;

/** The page that asks for a network gets a way round it, which leads to a local account. */
export function onlineAccountEdits(
  { onlineAccount }: AnswerChoices,
  build: number | null,
): RegistryEdit[] {
  const insists = build === null || build >= INSISTS_SINCE;
  if (onlineAccount !== 'local' || !insists) return [];
  return [dword('SOFTWARE', 'Microsoft\\Windows\\CurrentVersion\\OOBE', 'BypassNRO', 1)];
}
