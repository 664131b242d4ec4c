import { createHash } from 'node:crypto';
import { decodeGuid, encodeGuid } from '../../io';
import { decodeEntries, encodeEntry, unwrapKey, wrapKey, type Entry } from './entries';
import { encodeFiletime } from './filetime';
import { Algorithm, Protector, Role, Value } from './format';
import { MetadataError } from './metadata-error';
import { RECOVERY_BYTES, formatRecoveryPassword } from './recovery-password';

/** Where the recovery screen tells people to look for the key. */
export type RecoveryKeyPlace = 'file' | 'printout';
const PLACE: Record<RecoveryKeyPlace, number> = { file: 8, printout: 16 };

/** Kinds by their numbers (libbde, "BDE format", key protection types). A clear key protects nothing: Windows has suspended it. */
const KINDS = {
  0x0000: 'clear-key',
  0x0100: 'tpm',
  0x0200: 'startup-key',
  0x0500: 'tpm-pin',
  [Protector.recoveryPassword]: 'recovery-password',
  [Protector.password]: 'password',
} as const;
export type ProtectorKind = (typeof KINDS)[keyof typeof KINDS] | 'other';

/** A way to the volume master key, as it stands in the metadata. */
export interface FoundProtector {
  kind: ProtectorKind;
  /** GUID. Of a recovery password, the recovery screen shows it as the key's identifier. */
  id: string;
  salt: Buffer | null;
  /** The volume master key, encrypted with the stretched key. */
  wrapped: Entry | null;
  /** Entries beside the salt, as they lie there: for Windows, the key and the recovery password encrypted the other way round. */
  beside: Buffer | null;
}

/** What both kinds of protector are made of. */
export interface ProtectorParts {
  id: string;
  created: Date;
  salt: Buffer;
  /** 32 bytes, from `stretchKey`. */
  stretched: Buffer;
  volumeMasterKey: Buffer;
  /** 12 bytes, others at each call. */
  nextNonce: () => Buffer;
}

/** SHA-256 of SHA-256 of a password in UTF-16: what is stretched. */
export function passwordHash(password: string): Buffer {
  return sha256(sha256(Buffer.from(password, 'utf16le')));
}

/** SHA-256 of the 16 bytes of a recovery password: what is stretched. */
export function recoveryHash(value: Buffer): Buffer {
  return sha256(value);
}

/** The entry of a password: the key for the volume master key, and for Windows, the other way round. */
export function passwordProtector(parts: ProtectorParts): Buffer {
  const { salt, stretched, volumeMasterKey, nextNonce } = parts;
  const copy = { algorithm: Algorithm.passwordKey, key: stretched };
  return protectorEntry(parts, Protector.password, [
    stretchEntry(Algorithm.stretchedPassword, salt, [
      wrapKey(volumeMasterKey, nextNonce(), Role.property, copy),
    ]),
    wrappedMasterKey(parts),
  ]);
}

/** The entry of a recovery password. Windows can show its digits to whoever has opened the volume. */
export function recoveryProtector(
  parts: ProtectorParts,
  recoveryValue: Buffer,
  place: RecoveryKeyPlace,
): Buffer {
  const { salt, stretched, volumeMasterKey, nextNonce, created } = parts;
  const shown = { algorithm: Algorithm.stretchedRecovery, key: recoveryValue };
  const copy = { algorithm: Algorithm.recoveryKey, key: stretched };
  return protectorEntry(parts, Protector.recoveryPassword, [
    stretchEntry(Algorithm.stretchedRecovery, salt, [
      wrapKey(volumeMasterKey, nextNonce(), Role.recoveryValue, shown),
      wrapKey(volumeMasterKey, nextNonce(), Role.recoveryKey, copy),
    ]),
    wrappedMasterKey(parts),
    hintEntry(created, place),
  ]);
}

function wrappedMasterKey({ stretched, volumeMasterKey, nextNonce }: ProtectorParts): Buffer {
  const key = { algorithm: Algorithm.volumeMasterKey, key: volumeMasterKey };
  return wrapKey(stretched, nextNonce(), Role.property, key);
}

const SALT_AT = 4;
const STRETCH_BYTES = 20;
const KIND_AT = 26;
const PROTECTOR_BYTES = 28;

/** GUID, FILETIME, u16 0, u16 kind, then entries. */
function protectorEntry({ id, created }: ProtectorParts, kind: number, entries: Buffer[]): Buffer {
  const kinds = Buffer.alloc(4);
  kinds.writeUInt16LE(kind, 2);
  const data = Buffer.concat([encodeGuid(id), encodeFiletime(created), kinds, ...entries]);
  return encodeEntry({ role: Role.volumeMasterKey, value: Value.volumeMasterKey, data });
}

/** u32 algorithm, salt, then entries. */
function stretchEntry(algorithm: number, salt: Buffer, entries: Buffer[]): Buffer {
  const head = Buffer.alloc(SALT_AT);
  head.writeUInt32LE(algorithm);
  const data = Buffer.concat([head, salt, ...entries]);
  return encodeEntry({ role: Role.property, value: Value.stretchKey, data });
}

/** Two FILETIMEs, u16 place, u16 2: as Windows writes it since build 18362. */
function hintEntry(created: Date, place: RecoveryKeyPlace): Buffer {
  const time = encodeFiletime(created);
  const tail = Buffer.alloc(4);
  tail.writeUInt16LE(PLACE[place], 0);
  tail.writeUInt16LE(2, 2);
  const data = Buffer.concat([time, time, tail]);
  return encodeEntry({ role: Role.property, value: Value.recoveryHint, data });
}

/** Reads an entry of a protector. One of a kind that isn't known has neither salt nor key. Throws MetadataError. */
export function decodeProtector({ value, data }: Entry): FoundProtector {
  if (value !== Value.volumeMasterKey || data.length < PROTECTOR_BYTES) {
    throw new MetadataError('a protector is cut off');
  }
  const id = decodeGuid(data);
  const kind = kindOf(data.readUInt16LE(KIND_AT));
  if (kind !== 'password' && kind !== 'recovery-password') {
    return { kind, id, salt: null, wrapped: null, beside: null };
  }
  const entries = decodeEntries(data.subarray(PROTECTOR_BYTES));
  const stretch = entries.find((entry) => entry.value === Value.stretchKey);
  const wrapped = entries.find((entry) => entry.value === Value.encryptedKey);
  if (!stretch || stretch.data.length < STRETCH_BYTES || !wrapped) {
    throw new MetadataError(`the protector ${id} is incomplete`);
  }
  const salt = stretch.data.subarray(SALT_AT, STRETCH_BYTES);
  return { kind, id, salt, wrapped, beside: stretch.data.subarray(STRETCH_BYTES) };
}

/** The recovery password of a protector, which whoever has the volume master key can read; null where it isn't there. */
export function recoveryPasswordIn(
  { kind, beside }: FoundProtector,
  volumeMasterKey: Buffer,
): string | null {
  if (kind !== 'recovery-password' || beside === null) return null;
  const entry = decodeEntries(beside).find(({ role }) => role === Role.recoveryValue);
  const found = entry && unwrapKey(volumeMasterKey, entry);
  return found?.key.length === RECOVERY_BYTES ? formatRecoveryPassword(found.key) : null;
}

/** The volume master key of a protector, or null when the stretched key isn't the right one. Throws MetadataError. */
export function masterKeyOf(wrapped: Entry, stretched: Buffer): Buffer | null {
  const found = unwrapKey(stretched, wrapped);
  if (found === null) return null;
  if (found.key.length !== 32) throw new MetadataError('the volume master key has a wrong length');
  return found.key;
}

function kindOf(kind: number): ProtectorKind {
  return kind in KINDS ? KINDS[kind as keyof typeof KINDS] : 'other';
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
