import { randomBytes } from 'node:crypto';
import { mkdir, open, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MiB } from '../../../../../src-shared/units';
import {
  BITLOCKER_FILES,
  bitLockerAreas,
  openNtfs,
  subtractRanges,
  type ByteRange,
} from '../../../../disk';
import {
  newSecrets,
  parseRecoveryPassword,
  replacedRanges,
  sealVolume,
  type BitLockerCipher,
  type BitLockerSecrets,
} from '../../../../guest/bitlocker';
import { newGuid, openFileSource, slice } from '../../../../io';
import type { Computer, SimulatedVolume } from './computer';
import { withVolumeFolder } from './volume-access';

/** What a simulated volume is encrypted with. */
export interface EncryptionRequest {
  cipher: BitLockerCipher;
  usedSpaceOnly: boolean;
  password: string;
  passwordProtector: string;
  recoveryPassword: string;
  recoveryProtector: string;
}

const CHUNK_BYTES = 4 * MiB;
const BOOT_BYTES = 8192;
/** How many keys and salts are drawn before the recovery key (`BitLockerSecrets`). */
const DRAWN_BEFORE = 4;

/**
 * Encrypts a plain NTFS volume where it lies, by our own writer: what comes out is no proof of what Windows writes. The files
 * that BitLocker owns are made by ntfs-3g.
 */
export async function encryptSimulatedVolume(
  computer: Computer,
  volume: SimulatedVolume,
  request: EncryptionRequest,
): Promise<void> {
  await makeAreas(computer, volume);
  const { startByte, bytes, disk } = volume;
  const source = await openFileSource(disk.image);
  const secrets = secretsOf(request);
  try {
    const plain = slice(source, startByte, bytes);
    const areas = await bitLockerAreas(plain);
    if (!areas) throw new Error('ntfs-3g has not made BitLocker’s files');
    const layout = { volumeBytes: bytes, ...areas };
    const replaced = replacedRanges(layout);
    const boot = await plain.read(0, BOOT_BYTES);
    const sealed = await sealVolume(
      {
        ...{ layout, secrets, boot, password: request.password, recoveryKeyPlace: 'file' },
        identity: {
          ...{ volume: newGuid(), created: new Date(), description: 'SIMULATED Windows' },
          passwordProtector: request.passwordProtector,
          recoveryProtector: request.recoveryProtector,
        },
      },
      { signal: new AbortController().signal },
    );
    const used = request.usedSpaceOnly
      ? await (await openNtfs(plain)).allocatedRanges()
      : [{ offset: 0, length: bytes }];
    const image = await open(disk.image, 'r+');
    try {
      for (const range of subtractRanges(used, replaced)) {
        await encryptRange(image, startByte, range, secrets);
      }
      for (const { offset } of replaced) {
        const piece =
          offset === 0
            ? Buffer.concat([sealed.sector0, sealed.noise])
            : offset === layout.backupAt
              ? sealed.bootBackup
              : sealed.block;
        await image.write(piece, 0, piece.length, startByte + offset);
      }
    } finally {
      await image.close();
    }
  } finally {
    secrets.wipe();
    await source.close();
  }
}

/** Keys like any others, but for the recovery key, which is given. */
function secretsOf({ cipher, recoveryPassword }: EncryptionRequest): BitLockerSecrets {
  let drawn = 0;
  return newSecrets(cipher, (count) => {
    drawn += 1;
    return drawn === DRAWN_BEFORE + 1
      ? parseRecoveryPassword(recoveryPassword)
      : randomBytes(count);
  });
}

function makeAreas(computer: Computer, volume: SimulatedVolume): Promise<void> {
  return withVolumeFolder(computer, volume, async (folder) => {
    for (const { path, bytes } of BITLOCKER_FILES) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, Buffer.alloc(bytes));
    }
  });
}

async function encryptRange(
  image: FileHandle,
  startByte: number,
  { offset, length }: ByteRange,
  { sectorCipher }: BitLockerSecrets,
): Promise<void> {
  for (let at = offset; at < offset + length; at += CHUNK_BYTES) {
    const piece = Buffer.alloc(Math.min(CHUNK_BYTES, offset + length - at));
    await image.read(piece, 0, piece.length, startByte + at);
    sectorCipher.encrypt(piece, at / 512);
    await image.write(piece, 0, piece.length, startByte + at);
  }
}
