import { randomUUID } from 'node:crypto';
import { FVE_BLOCK } from './format';
import type { BitLockerLayout } from './layout';
import type { ReadVolume } from './read-copies';
import { newSecrets, type BitLockerSecrets } from './secrets';
import { sealVolume, type BitLockerIdentity, type SealedVolume } from './seal-volume';
import type { BitLockerCipher } from './sector-cipher';

const MIB = 1024 * 1024;

/** A sealed volume of 4 MiB in memory: metadata, and noise where data would be. */
export interface VolumeInMemory {
  bytes: Buffer;
  read: ReadVolume;
  layout: BitLockerLayout;
  identity: BitLockerIdentity;
  secrets: BitLockerSecrets;
  sealed: SealedVolume;
  password: string;
  /** The first 8 KiB of the plain volume. */
  boot: Buffer;
}

export const smallLayout: BitLockerLayout = {
  volumeBytes: 4 * MIB,
  metadataAt: [MIB, 2 * MIB, 3 * MIB],
  backupAt: MIB + FVE_BLOCK,
  extraAt: MIB + FVE_BLOCK + 8192,
};

export function bootSectors(): Buffer {
  const boot = Buffer.alloc(8192, 0x5a);
  boot.write('\xeb\x52\x90NTFS    ', 0, 'latin1');
  boot.writeUInt16LE(512, 11);
  boot.writeUInt8(8, 13);
  boot.writeUInt32LE(2048, 28);
  boot.writeUInt16LE(0xaa55, 510);
  return boot;
}

export function identityOf(): BitLockerIdentity {
  return {
    volume: randomUUID(),
    passwordProtector: randomUUID(),
    recoveryProtector: randomUUID(),
    description: 'WORKSHOP Windows 28.11.2026',
    created: new Date('2026-11-28T12:34:56.789Z'),
  };
}

export async function volumeInMemory(cipher: BitLockerCipher): Promise<VolumeInMemory> {
  const password = 'correct horse';
  const layout = smallLayout;
  const identity = identityOf();
  const secrets = newSecrets(cipher);
  const boot = bootSectors();
  const request = { layout, identity, secrets, password, boot, recoveryKeyPlace: 'file' } as const;
  const sealed = await sealVolume(request, { signal: new AbortController().signal });
  const bytes = Buffer.alloc(layout.volumeBytes, 0xc3);
  sealed.sector0.copy(bytes);
  sealed.noise.copy(bytes, 512);
  for (const at of layout.metadataAt) sealed.block.copy(bytes, at);
  sealed.bootBackup.copy(bytes, layout.backupAt);
  return { bytes, read: readerOf(bytes), layout, identity, secrets, sealed, password, boot };
}

export function readerOf(bytes: Buffer): ReadVolume {
  return (offset, length) => {
    if (!Number.isSafeInteger(offset) || offset < 0 || offset + length > bytes.length) {
      return Promise.reject(new RangeError(`no ${String(length)} bytes at ${String(offset)}`));
    }
    return Promise.resolve(bytes.subarray(offset, offset + length));
  };
}
