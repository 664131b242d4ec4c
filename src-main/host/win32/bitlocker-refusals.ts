import { StickError, stickError } from '../../../src-shared/errors';

/**
 * Why Windows encrypts a volume not, by what its methods return (documented: winerror.h, FVE_E_…; the one of Home editions is
 * reported). During the making the stick is a data drive of this Windows, whose policies apply.
 */
const REFUSALS: Readonly<Record<string, string>> = {
  '0x80310038': 'a policy about FIPS forbids recovery keys of digits',
  '0x80310059': 'BitLocker is busy with this volume',
  '0x8031005a': 'this edition of Windows can’t encrypt drives; Home editions can’t',
  '0x8031005c': 'a policy of this computer forbids recovery keys of digits',
  '0x8031006a': 'a policy of this computer forbids passwords for drives',
  '0x8031006c': 'a policy about FIPS forbids passwords for drives',
  '0x80310077': 'a policy of this computer forbids BitLocker on removable drives',
  '0x80310078': 'a policy of this computer forbids switching BitLocker on for removable drives',
  '0x80310080': 'the password is shorter than a policy of this computer demands',
  '0x80310081': 'the password is simpler than a policy of this computer demands',
  '0x803100a4': 'a policy of this computer demands a password of ASCII characters',
  '0x803100a5': 'on this drive Windows encrypts only the space in use',
  '0x80310092':
    'policies of this computer contradict each other: keys of removable drives are to be stored in Active Directory and are forbidden',
};

/** An error of BitLocker's number, in words; others keep theirs. `cancelled` passes. */
export function windowsRefused(target: string, error: unknown): unknown {
  if (!(error instanceof StickError) || error.code !== 'tool/failed') return error;
  const said = String(error.params['message']);
  const code = /\((0x8031[0-9a-f]{4})\)$/i.exec(said)?.[1]?.toLowerCase();
  const known = code === undefined ? undefined : REFUSALS[code];
  const message = known === undefined || code === undefined ? said : `${known} (${code})`;
  const detail = error.detail === undefined ? {} : { detail: error.detail };
  return stickError('bitlocker/windows-refused', { target, message }, { ...detail, cause: error });
}
