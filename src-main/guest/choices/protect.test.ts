import { describe, expect, it } from 'vitest';
import type { KeyEscrow, ProtectNow } from '../../../src-shared/protect';
import { protectEdits } from './protect';

const now: ProtectNow = {
  kind: 'now',
  cipher: 'xts-aes-128',
  escrow: 'none',
  recoveryFolder: '/home/anna/keys',
  clearFreeSpace: true,
};

function policies(...args: Parameters<typeof protectEdits>): Record<string, unknown> {
  return Object.fromEntries(
    protectEdits(...args).map(({ hive, key, name, data }) => [
      `${hive}\\${key}\\${name}`.replace('SOFTWARE\\Policies\\Microsoft\\FVE\\', ''),
      data.value,
    ]),
  );
}

describe('the policies for BitLocker', () => {
  it('are none where nothing is to be encrypted', () => {
    expect(protectEdits({ kind: 'none' })).toEqual([]);
  });

  it('let Windows start by a password alone, and demand nothing of a TPM', () => {
    expect(policies(now)).toEqual({
      UseAdvancedStartup: 1,
      EnableBDEWithNoTPM: 1,
      UseTPM: 2,
      UseTPMPIN: 2,
      UseTPMKey: 2,
      UseTPMKeyPIN: 2,
      OSEnablePrebootInputProtectorsOnSlates: 1,
      OSPassphrase: 1,
      OSPassphraseLength: 8,
      OSPassphraseComplexity: 0,
      OSPassphraseASCIIOnly: 0,
      OSEncryptionType: 2,
      EncryptionMethodWithXtsOs: 6,
    });
  });

  it('are the same whoever encrypts, and name no folder of this computer', () => {
    const { cipher, escrow } = now;
    const later = protectEdits({ kind: 'first-start', cipher, escrow, recoveryFolder: null });
    expect(later).toEqual(protectEdits(now));
    const afterWriting = {
      cipher,
      escrow,
      recoveryFolder: '/home/anna/keys',
      usedSpaceOnly: false,
    };
    expect(protectEdits({ kind: 'after-writing', ...afterWriting })).toEqual(later);
    expect(JSON.stringify(later)).not.toContain('anna');
  });

  it('name the cipher that was chosen', () => {
    expect(policies({ ...now, cipher: 'xts-aes-256' })['EncryptionMethodWithXtsOs']).toBe(7);
  });

  it.each<KeyEscrow>(['active-directory', 'entra-id'])(
    'let Windows hand the key to %s, and encrypt while that is out of reach',
    (escrow) => {
      expect(policies({ ...now, escrow })).toMatchObject({
        OSRecovery: 1,
        OSRecoveryPassword: 2,
        OSActiveDirectoryBackup: 1,
        OSActiveDirectoryInfoToStore: 2,
        OSRequireActiveDirectoryBackup: 0,
      });
    },
  );
});
