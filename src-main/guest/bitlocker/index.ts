export { formatRecoveryPassword, parseRecoveryPassword } from './recovery-password';
export { newSecrets, type BitLockerSecrets, type Random } from './secrets';
export { sectorCipher, type BitLockerCipher, type SectorCipher } from './sector-cipher';
export { stretchKey, type StretchOptions } from './stretch-key';
