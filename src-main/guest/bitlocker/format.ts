/**
 * Offsets and numbers of a BitLocker volume, version 2 ("FVE", since Windows 7), little-endian. Sources: libbde's "BitLocker Drive
 * Encryption (BDE) format", and volumes made by Windows 10 and 11, builds 16299 to 26200.
 */
export const SIGNATURE = Buffer.from('-FVE-FS-', 'latin1');

/** Sectors at the volume's start that lie encrypted elsewhere, and their bytes. */
export const BOOT_SECTORS = 16;
export const BOOT_BYTES = BOOT_SECTORS * 512;
/** Bytes of each of the three copies of the metadata, and of the file that follows the backup of the boot sectors. */
export const FVE_BLOCK = 65_536;
export const EXTRA_BYTES = 65_536;

/** Sector 0, in place of the NTFS boot sector. */
export const Boot = {
  jump: 0,
  signature: 3,
  bytesPerSector: 11,
  sectorsPerCluster: 13,
  media: 21,
  sectorsPerTrack: 24,
  heads: 26,
  hiddenSectors: 28,
  fatSectors: 36,
  fsInfoSector: 48,
  backupSector: 50,
  drive: 64,
  extendedSignature: 66,
  label: 71,
  code: 0x5a,
  identifier: 160,
  metadata: 176,
  end: 510,
} as const;

/** Says that the volume is encrypted; one being converted has another. */
export const VOLUME_IDENTIFIER = '4967d63b-2e29-4ad8-8399-f6a339e3d001';
export const CONVERTING_IDENTIFIER = '92a84d3b-dd80-4d0e-9e4e-b1e3284eaed8';

/** Header of a metadata block, 64 bytes. */
export const Block = {
  signature: 0,
  /** Bytes up to the validation, divided by 16. */
  sizeIn16: 8,
  version: 10,
  state: 12,
  nextState: 14,
  volumeBytes: 16,
  convertBytes: 24,
  bootSectors: 28,
  metadata: 32,
  backup: 56,
  bytes: 64,
} as const;
export const BLOCK_VERSION = 2;
/** A volume that is encrypted and stays so. */
export const STATE_ENCRYPTED = 4;

/** Header of the entries, 48 bytes, behind that of the block. */
export const Dataset = {
  size: 0,
  version: 4,
  headerBytes: 8,
  sizeCopy: 12,
  volume: 16,
  nextNonce: 32,
  method: 36,
  methodCopy: 38,
  created: 40,
  bytes: 48,
} as const;
export const DATASET_VERSION = 1;

/** Validation, behind the entries: u16 0x10000 − its offset, u16 version, u32 CRC-32, then an entry. */
export const Validation = { size: 0, version: 2, crc: 4, entry: 8 } as const;
export const VALIDATION_VERSION = 2;

/** What an entry is for. */
export const Role = {
  property: 0,
  volumeMasterKey: 2,
  volumeKey: 3,
  description: 7,
  bootBackup: 0xf,
  recoveryValue: 0x12,
  recoveryKey: 0x13,
} as const;

/** What an entry holds. */
export const Value = {
  key: 1,
  text: 2,
  stretchKey: 3,
  encryptedKey: 5,
  volumeMasterKey: 8,
  bootBackup: 0xf,
  recoveryHint: 0x15,
} as const;

/** Where the protector is said in an entry of a volume master key, and which it is. */
export const Protector = { password: 0x2000, recoveryPassword: 0x0800 } as const;

/** What a key is used for or was made by. */
export const Algorithm = {
  stretchedRecovery: 0x1000,
  stretchedPassword: 0x1001,
  volumeMasterKey: 0x2003,
  validation: 0x2005,
  passwordKey: 0x2007,
  recoveryKey: 0x2008,
  xtsAes128: 0x8004,
  xtsAes256: 0x8005,
} as const;

/** What follows place and length in the entry of the boot sectors' backup, 76 bytes. */
export const XInfo = {
  version: 0,
  size: 2,
  flags: 8,
  sectorBytes: 28,
  physicalSectorBytes: 32,
  /** The Windows that encrypted it. */
  windows: 36,
  extra: 60,
  extraBytes: 68,
  bytes: 0x4c,
  versionNumber: 5,
} as const;
