import { createHash } from 'node:crypto';
import { StickError, stickError } from '../../../src-shared/errors';
import type { FveBlock } from './decode-block';
import { unwrapKey } from './entries';
import { Algorithm, STATE_ENCRYPTED } from './format';
import type { BitLockerLayout } from './layout';
import { METHOD } from './metadata-block';
import { MetadataError } from './metadata-error';
import {
  masterKeyOf,
  passwordHash,
  recoveryHash,
  recoveryPasswordIn,
  type ProtectorKind,
} from './protectors';
import { readCopies, statesOf, type Copy, type CopyStates, type ReadVolume } from './read-copies';
import { namesOf, protectorsOf, type ProtectorName, type VolumeNames } from './read-metadata';
import { parseRecoveryPassword } from './recovery-password';
import { KEY_BYTES, sectorCipher, type BitLockerCipher, type SectorCipher } from './sector-cipher';
import { stretchKey, type StretchOptions } from './stretch-key';

export type VolumeKey = { password: string } | { recoveryPassword: string };

export interface OpenedVolume {
  cipher: BitLockerCipher;
  /** For everything outside of `replacedRanges(layout)`, and for the backup of the boot sectors. */
  sectorCipher: SectorCipher;
  layout: BitLockerLayout;
  identity: VolumeNames;
  protectors: ProtectorName[];
  /** The recovery password as the volume itself keeps it for its owner; null where it has none. A secret. */
  recoveryPassword: () => string | null;
  /** GUID of the protector that opened it. */
  openedBy: string;
  /** A copy whose hash isn't right counts as damaged. */
  copies: CopyStates;
}

/** Each costs a second; Windows itself makes one password, and rarely more than a few recovery passwords. */
const MAX_PROTECTORS = 8;

/**
 * Opens a volume as far as to its key, and checks the CRC and the encrypted SHA-256 of its metadata. Changes nothing. Throws
 * `bitlocker/wrong-password`, `bitlocker/wrong-recovery-password`, `bitlocker/recovery-password` for one that is none,
 * `bitlocker/damaged`, `bitlocker/unsupported` (another method, encrypted in part, or no such protector),
 * `bitlocker/not-encrypted`, `cancelled`, and what `read` throws for sector 0.
 */
export async function openVolume(
  read: ReadVolume,
  key: VolumeKey,
  options: StretchOptions,
): Promise<OpenedVolume> {
  const stretcher = stretcherOf(key, options);
  const copies = await readCopies(read);
  let why: StickError | null = null;
  for (const block of distinctBlocks(copies)) {
    try {
      const found = await masterKeyIn(block, stretcher);
      if (found) return openedVolume(block, found, copies);
      why = moreTelling(why, wrongKey(key));
    } catch (error) {
      why = moreTelling(why, causeOf(error));
    }
  }
  throw why ?? wrongKey(key);
}

function wrongKey(key: VolumeKey): StickError {
  return stickError(
    'password' in key ? 'bitlocker/wrong-password' : 'bitlocker/wrong-recovery-password',
    {},
  );
}

/** Why a copy of the metadata doesn't open, when another one may; what says nothing of the copy is thrown. */
function causeOf(error: unknown): StickError {
  if (error instanceof MetadataError) {
    return stickError('bitlocker/damaged', { message: error.message });
  }
  if (error instanceof StickError && error.code === 'bitlocker/unsupported') return error;
  throw error;
}

/** Damage shows only where the key fits; a copy that lacks what others have says least. */
function moreTelling(one: StickError | null, other: StickError): StickError {
  const weight = ({ code }: StickError): number =>
    code === 'bitlocker/damaged' ? 2 : code === 'bitlocker/unsupported' ? 0 : 1;
  return one !== null && weight(one) >= weight(other) ? one : other;
}

interface Stretcher {
  kind: ProtectorKind;
  /** The same for the same salt: copies of the metadata share theirs. */
  stretch: (salt: Buffer) => Promise<Buffer>;
}

function stretcherOf(key: VolumeKey, options: StretchOptions): Stretcher {
  const initial =
    'password' in key
      ? passwordHash(key.password)
      : recoveryHash(parseRecoveryPassword(key.recoveryPassword));
  const known = new Map<string, Promise<Buffer>>();
  return {
    kind: 'password' in key ? 'password' : 'recovery-password',
    stretch: (salt) => {
      const name = salt.toString('hex');
      const stretched = known.get(name) ?? stretchKey(initial, salt, options);
      known.set(name, stretched);
      return stretched;
    },
  };
}

/** The good copy, then those that differ from it. */
function distinctBlocks(copies: Copy[]): FveBlock[] {
  const good = copies.find((copy) => copy.state === 'good');
  const others = copies.filter((copy) => copy.state === 'different');
  return [good, ...others].flatMap((copy) => copy?.block ?? []);
}

interface FoundMasterKey {
  masterKey: Buffer;
  protector: string;
}

/** The volume master key, by a protector of that kind, or null when the key opens none. */
async function masterKeyIn(block: FveBlock, stretcher: Stretcher): Promise<FoundMasterKey | null> {
  const protectors = block.protectors.filter(({ kind }) => kind === stretcher.kind);
  if (protectors.length === 0 || protectors.length > MAX_PROTECTORS) {
    const name = stretcher.kind === 'password' ? 'password' : 'recovery key';
    const message = `it has ${protectors.length === 0 ? 'no' : 'too many'} ${name}s`;
    throw stickError('bitlocker/unsupported', { message });
  }
  for (const { id, salt, wrapped } of protectors) {
    if (!salt || !wrapped) continue;
    const masterKey = masterKeyOf(wrapped, await stretcher.stretch(salt));
    if (masterKey) return { masterKey, protector: id };
  }
  return null;
}

/** Throws MetadataError when the metadata isn't what the owner of the key wrote. */
function openedVolume(
  block: FveBlock,
  { masterKey, protector }: FoundMasterKey,
  copies: Copy[],
): OpenedVolume {
  if (!hashIsRight(block, masterKey)) {
    throw new MetadataError('the metadata was changed: it has another SHA-256');
  }
  if (!block.xts) {
    throw stickError('bitlocker/unsupported', {
      message: `it is encrypted by the method ${block.method.toString(16)}`,
    });
  }
  if (block.state !== STATE_ENCRYPTED) {
    throw stickError('bitlocker/unsupported', {
      message: 'Windows has not finished encrypting or decrypting it',
    });
  }
  const { cipher, layout } = block.xts;
  return {
    cipher,
    sectorCipher: sectorCipher(cipher, volumeKeyIn(block, cipher, masterKey)),
    layout,
    identity: namesOf(block),
    protectors: protectorsOf(block),
    recoveryPassword: () => recoveryPasswordOf(block, masterKey),
    openedBy: protector,
    copies: statesOf(copies.map((copy) => judged(copy, block, masterKey))),
  };
}

function recoveryPasswordOf({ protectors }: FveBlock, masterKey: Buffer): string | null {
  for (const protector of protectors) {
    const found = orNull(() => recoveryPasswordIn(protector, masterKey));
    if (found !== null) return found;
  }
  return null;
}

function judged(copy: Copy, opened: FveBlock, masterKey: Buffer): Copy {
  if (!copy.block) return copy;
  if (!hashIsRight(copy.block, masterKey)) return { ...copy, state: 'damaged' };
  return { ...copy, state: copy.block.bytes.equals(opened.bytes) ? 'good' : 'different' };
}

function hashIsRight({ covered, hash }: FveBlock, masterKey: Buffer): boolean {
  const found = orNull(() => unwrapKey(masterKey, hash));
  return (
    found?.algorithm === Algorithm.validation &&
    found.key.equals(createHash('sha256').update(covered).digest())
  );
}

/** Null also where the entries are none, which tells nothing of the rest of the volume. */
function orNull<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof MetadataError) return null;
    throw error;
  }
}

function volumeKeyIn({ volumeKey }: FveBlock, cipher: BitLockerCipher, masterKey: Buffer): Buffer {
  const found = unwrapKey(masterKey, volumeKey);
  if (found?.algorithm !== METHOD[cipher] || found.key.length !== KEY_BYTES[cipher]) {
    throw new MetadataError('the volume key is not one of its method');
  }
  return found.key;
}
