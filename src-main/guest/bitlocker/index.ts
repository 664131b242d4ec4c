export { ownAes, type Aes } from './aes';
export { bitLockerPlaces, isBitLocker } from './boot-sector';
export { decryptedVolume } from './decrypted-volume';
export { FVE_BLOCK, STATE_ENCRYPTED } from './format';
export { replacedRanges, type BitLockerLayout, type VolumeRange } from './layout';
export { openVolume, type OpenedVolume, type VolumeKey } from './open-volume';
export type { ProtectorKind, RecoveryKeyPlace } from './protectors';
export type { CopyState, CopyStates, ReadVolume } from './read-copies';
export { readMetadata, type BitLockerMetadata } from './read-metadata';
export { RECOVERY_BYTES, formatRecoveryPassword, parseRecoveryPassword } from './recovery-password';
export {
  sealVolume,
  type BitLockerIdentity,
  type SealOptions,
  type SealRequest,
  type SealedVolume,
} from './seal-volume';
export { newSecrets, type BitLockerSecrets, type Random } from './secrets';
export { sectorCipher, type BitLockerCipher, type SectorCipher } from './sector-cipher';
export { stretchKey, type StretchOptions } from './stretch-key';
