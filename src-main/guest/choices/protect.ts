import { PASSWORD_LENGTH, type BitLockerCipher, type Protect } from '../../../src-shared/protect';
import type { RegistryEdit } from '../edits';
import { dword } from './values';

/** Where the policies for BitLocker are, below SOFTWARE (Microsoft, VolumeEncryption.admx). */
const FVE = 'Policies\\Microsoft\\FVE';

type Policies = Readonly<Record<string, number>>;

/** Of policies that let people choose: nothing is demanded, so that a password alone is enough (0 forbids, 1 demands). */
const ALLOWED = 2;

/**
 * A Windows that starts without a TPM (Microsoft, Deploy Windows To Go, “enable BitLocker”; “Require additional
 * authentication at startup”), also on a tablet without a keyboard, where Windows would have no way to ask.
 */
const startsWithPassword: Policies = {
  UseAdvancedStartup: 1,
  EnableBDEWithNoTPM: 1,
  UseTPM: ALLOWED,
  UseTPMPIN: ALLOWED,
  UseTPMKey: ALLOWED,
  UseTPMKeyPIN: ALLOWED,
  OSEnablePrebootInputProtectorsOnSlates: 1,
};

/**
 * “Configure use of passwords for operating system drives”: as long as this program asks for, whatever the characters.
 * Complexity 0: a domain controller, which may be far away, is not asked what it thinks of a password.
 */
const passwordRules: Policies = {
  OSPassphrase: 1,
  OSPassphraseLength: PASSWORD_LENGTH.least,
  OSPassphraseComplexity: 0,
  OSPassphraseASCIIOnly: 0,
};

/** “Enforce drive encryption type on operating system drives”: 2 is used space only. */
const USED_SPACE_ONLY = 2;

/** “Choose drive encryption method and cipher strength (Windows 10 [Version 1511] and later)”. */
const METHODS: Record<BitLockerCipher, number> = { 'xts-aes-128': 6, 'xts-aes-256': 7 };

/**
 * “Choose how BitLocker-protected operating system drives can be recovered”, which Windows asks for before it hands a
 * recovery key to Active Directory (Microsoft, BackupRecoveryInformationToActiveDirectory) or, where it is joined to
 * that, to Entra ID (Microsoft, BitLocker CSP, SystemDrivesRecoveryOptions). Nothing is demanded: the directory may be
 * out of reach when encryption begins. Stored are the passwords alone, without the key package.
 */
const keyInDirectory: Policies = {
  OSRecovery: 1,
  OSManageDRA: 1,
  OSRecoveryPassword: ALLOWED,
  OSRecoveryKey: ALLOWED,
  OSHideRecoveryPage: 0,
  OSActiveDirectoryBackup: 1,
  OSActiveDirectoryInfoToStore: 2,
  OSRequireActiveDirectoryBackup: 0,
};

/** What lets Windows start from an encrypted volume by a password alone, encrypt itself, and hand its recovery key on. */
export function protectEdits(protect: Protect): RegistryEdit[] {
  if (protect.kind === 'none') return [];
  const policies: Policies = {
    ...startsWithPassword,
    ...passwordRules,
    OSEncryptionType: USED_SPACE_ONLY,
    EncryptionMethodWithXtsOs: METHODS[protect.cipher],
    ...(protect.escrow === 'none' ? {} : keyInDirectory),
  };
  return Object.entries(policies).map(([name, value]) => dword('SOFTWARE', FVE, name, value));
}
