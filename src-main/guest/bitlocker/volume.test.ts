import { beforeAll, describe, expect, it } from 'vitest';
import { openVolume } from './open-volume';
import { readMetadata } from './read-metadata';
import { volumeInMemory, type VolumeInMemory } from './testing';

const signal = new AbortController().signal;

describe.each(['xts-aes-128', 'xts-aes-256'] as const)('a volume sealed with %s', (cipher) => {
  let volume: VolumeInMemory;
  beforeAll(async () => {
    volume = await volumeInMemory(cipher);
  }, 60_000);

  it('says what it is without a key', async () => {
    const { identity, layout } = volume;
    expect(await readMetadata(volume.read)).toEqual({
      identity: {
        volume: identity.volume,
        description: identity.description,
        created: identity.created,
      },
      method: cipher === 'xts-aes-128' ? 0x8004 : 0x8005,
      xts: { cipher, layout },
      state: 4,
      nextState: 4,
      protectors: [
        { kind: 'password', id: identity.passwordProtector },
        { kind: 'recovery-password', id: identity.recoveryProtector },
      ],
      copies: ['good', 'good', 'good'],
    });
  });

  it('is opened by its password and by its recovery password', async () => {
    const { identity, layout, boot, bytes, secrets } = volume;
    const byPassword = await openVolume(volume.read, { password: volume.password }, { signal });
    const key = { recoveryPassword: secrets.recoveryPassword };
    const byRecovery = await openVolume(volume.read, key, { signal });
    expect(byPassword).toMatchObject({ cipher, layout, openedBy: identity.passwordProtector });
    expect(byRecovery).toMatchObject({ cipher, layout, openedBy: identity.recoveryProtector });
    for (const opened of [byPassword, byRecovery]) {
      const backup = Buffer.from(bytes.subarray(layout.backupAt, layout.backupAt + 8192));
      opened.sectorCipher.decrypt(backup, layout.backupAt / 512);
      expect(backup.equals(boot)).toBe(true);
    }
  });
});
