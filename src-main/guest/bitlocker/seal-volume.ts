import { randomBytes } from 'node:crypto';
import { encodeBootSector } from './boot-sector';
import { wrapKey } from './entries';
import { encodeFiletime } from './filetime';
import { BOOT_BYTES, Role } from './format';
import { layoutProblem, type BitLockerLayout } from './layout';
import { METHOD, bootBackupEntry, descriptionEntry, encodeBlock } from './metadata-block';
import {
  passwordHash,
  passwordProtector,
  recoveryHash,
  recoveryProtector,
  type RecoveryKeyPlace,
} from './protectors';
import type { BitLockerSecrets, Random } from './secrets';
import { SECTOR } from './sector-cipher';
import { stretchKey, type StretchOptions } from './stretch-key';

/** Names that are no secrets. */
export interface BitLockerIdentity {
  /** GUIDs, as text. */
  volume: string;
  passwordProtector: string;
  /** The recovery screen shows it as the key's identifier: it belongs beside the key wherever that is kept. */
  recoveryProtector: string;
  /** For Windows' own lists; as it does, computer, volume and date. */
  description: string;
  created: Date;
}

/** Characters, far more than Windows ever has there. */
const MAX_DESCRIPTION = 1000;

export interface SealRequest {
  layout: BitLockerLayout;
  identity: BitLockerIdentity;
  secrets: BitLockerSecrets;
  password: string;
  recoveryKeyPlace: RecoveryKeyPlace;
  /** The first 8 KiB of the plain NTFS volume, as they are to be in this one. */
  boot: Buffer;
}

export interface SealOptions extends StretchOptions {
  /** Only tests use another than `randomBytes`. */
  random?: Random;
}

/** What is written besides the encrypted data. */
export interface SealedVolume {
  /** 512 bytes, in place of the NTFS boot sector. */
  sector0: Buffer;
  /** For the sectors 1 to 15. */
  noise: Buffer;
  /** 64 KiB, for each of `layout.metadataAt`. */
  block: Buffer;
  /** The plain volume's first 8 KiB, encrypted for `layout.backupAt`. */
  bootBackup: Buffer;
}

/**
 * Makes everything that BitLocker has in a volume but the encrypted data itself, which is what `secrets.sectorCipher` makes of each sector
 * outside of `replacedRanges(layout)`. Takes twice as long as `stretchKey`. Throws `cancelled`, and RangeError for a layout that
 * can't be, an empty password, a description that is too long, or a `boot` that isn't NTFS with sectors of 512 bytes.
 */
export async function sealVolume(
  request: SealRequest,
  options: SealOptions,
): Promise<SealedVolume> {
  const { layout, identity, secrets, boot, password } = request;
  const { random = randomBytes } = options;
  const problem = layoutProblem(layout);
  if (problem !== null) throw new RangeError(problem);
  if (password === '') throw new RangeError('an empty password');
  if (boot.length !== BOOT_BYTES)
    throw new RangeError(`${String(boot.length)} bytes of boot sectors`);
  if (identity.description.length > MAX_DESCRIPTION || identity.description.includes('\0')) {
    throw new RangeError('a description that is too long or contains NUL');
  }
  const sector0 = encodeBootSector(boot, layout.metadataAt);

  const stretched = await stretchBoth(request, options);
  const bootBackup = Buffer.from(boot);
  secrets.sectorCipher.encrypt(bootBackup, layout.backupAt / SECTOR);
  return {
    sector0,
    noise: random(BOOT_BYTES - SECTOR),
    block: blockOf(request, stretched),
    bootBackup,
  };
}

interface Stretched {
  password: Buffer;
  recovery: Buffer;
}

async function stretchBoth(
  { secrets, password }: SealRequest,
  { signal, onProgress }: StretchOptions,
): Promise<Stretched> {
  const first = (share: number): void => onProgress?.(share / 2);
  const second = (share: number): void => onProgress?.(0.5 + share / 2);
  return {
    password: await stretchKey(passwordHash(password), secrets.passwordSalt, {
      signal,
      onProgress: first,
    }),
    recovery: await stretchKey(recoveryHash(secrets.recoveryValue), secrets.recoverySalt, {
      signal,
      onProgress: second,
    }),
  };
}

function blockOf(
  { layout, identity, secrets, recoveryKeyPlace }: SealRequest,
  stretched: Stretched,
): Buffer {
  const { volumeMasterKey, volumeKey, cipher } = secrets;
  const { created } = identity;
  const nextNonce = (): Buffer => {
    const number = Buffer.alloc(4);
    number.writeUInt32LE(secrets.takeNonce());
    return Buffer.concat([encodeFiletime(created), number]);
  };
  const common = { created, volumeMasterKey, nextNonce };
  const entries = [
    descriptionEntry(identity.description),
    passwordProtector({
      ...common,
      id: identity.passwordProtector,
      salt: secrets.passwordSalt,
      stretched: stretched.password,
    }),
    recoveryProtector(
      {
        ...common,
        id: identity.recoveryProtector,
        salt: secrets.recoverySalt,
        stretched: stretched.recovery,
      },
      secrets.recoveryValue,
      recoveryKeyPlace,
    ),
    wrapKey(volumeMasterKey, nextNonce(), Role.volumeKey, {
      algorithm: METHOD[cipher],
      key: volumeKey,
    }),
    bootBackupEntry(layout),
  ];
  const validationNonce = nextNonce();
  return encodeBlock({
    layout,
    cipher,
    volume: identity.volume,
    created,
    entries,
    volumeMasterKey,
    validationNonce,
    nextNonce: secrets.nextNonce,
  });
}
