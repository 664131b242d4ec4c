import { FIRST_START_FOLDER } from '../first-start';

/**
 * What an image may hold that was captured from a stick, or prepared by somebody else, and would get in the way of what
 * we put there. The state file in our folder would say that every step of the first start has been done, the wiping of
 * secrets too; and permissions of the folder that let people write would let them change what runs as SYSTEM.
 * An answer file in `Panther\Unattend` comes before ours (Microsoft, Windows Setup automation overview, implicit
 * answer file search order).
 */
export const LEFTOVERS: readonly string[] = [
  FIRST_START_FOLDER,
  '/Windows/Panther/Unattend/Unattend.xml',
  '/Windows/Panther/Unattend/Autounattend.xml',
  '/Windows/Panther/Autounattend.xml',
];
