import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { formatRecoveryPassword, RECOVERY_BYTES } from './recovery-password';
import { KEY_BYTES, sectorCipher, type BitLockerCipher, type SectorCipher } from './sector-cipher';

/** Fresh random bytes; only tests use others than `randomBytes`. */
export type Random = (bytes: number) => Buffer;

/** As Windows does: 1 is never seen in a volume. */
const FIRST_NONCE = 2;

/**
 * The keys of one volume. They can't be seen by logging, inspecting, serialising or cloning the object. The nonces that
 * were used with them are counted here, so that none is used twice however often a volume is sealed.
 */
export class BitLockerSecrets {
  readonly cipher: BitLockerCipher;
  readonly #volumeMasterKey: Buffer;
  readonly #volumeKey: Buffer;
  readonly #passwordSalt: Buffer;
  readonly #recoverySalt: Buffer;
  readonly #recoveryValue: Buffer;
  #nextNonce = FIRST_NONCE;

  constructor(cipher: BitLockerCipher, random: Random) {
    this.cipher = cipher;
    this.#volumeMasterKey = random(32);
    this.#volumeKey = random(KEY_BYTES[cipher]);
    this.#passwordSalt = random(16);
    this.#recoverySalt = random(16);
    this.#recoveryValue = random(RECOVERY_BYTES);
  }

  /** VMK, 32 bytes: what a protector protects. */
  get volumeMasterKey(): Buffer {
    return this.#volumeMasterKey;
  }

  /** FVEK: data key and tweak key, 32 or 64 bytes together. */
  get volumeKey(): Buffer {
    return this.#volumeKey;
  }

  get passwordSalt(): Buffer {
    return this.#passwordSalt;
  }

  get recoverySalt(): Buffer {
    return this.#recoverySalt;
  }

  /** What the recovery password stands for, 16 bytes. */
  get recoveryValue(): Buffer {
    return this.#recoveryValue;
  }

  /** 48 digits with hyphens: what a person keeps, and nothing else may. */
  get recoveryPassword(): string {
    return formatRecoveryPassword(this.#recoveryValue);
  }

  get sectorCipher(): SectorCipher {
    return sectorCipher(this.cipher, this.#volumeKey);
  }

  /** The number that the next nonce would have. */
  get nextNonce(): number {
    return this.#nextNonce;
  }

  takeNonce(): number {
    const nonce = this.#nextNonce;
    this.#nextNonce += 1;
    return nonce;
  }

  /** Overwrites the keys. Nothing can be sealed with them any more. */
  wipe(): void {
    this.#volumeMasterKey.fill(0);
    this.#volumeKey.fill(0);
    this.#passwordSalt.fill(0);
    this.#recoverySalt.fill(0);
    this.#recoveryValue.fill(0);
  }

  toString(): string {
    return '[BitLocker secrets]';
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

/** New keys, salts and recovery password for one volume. */
export function newSecrets(
  cipher: BitLockerCipher,
  random: Random = randomBytes,
): BitLockerSecrets {
  return new BitLockerSecrets(cipher, random);
}
