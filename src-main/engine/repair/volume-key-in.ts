import type { VolumeKey } from '../../guest/bitlocker';

/** What a person typed as the key of an encrypted stick: eight groups of six digits are a recovery key. */
export function volumeKeyIn(text: string): VolumeKey {
  const isRecoveryKey = /^(\d{6}-){7}\d{6}$/.test(text.trim());
  return isRecoveryKey ? { recoveryPassword: text.trim() } : { password: text };
}
