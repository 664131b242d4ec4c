import type { BitLockerLayout } from './layout';
import { readCopies, statesOf, type CopyStates, type ReadVolume } from './read-copies';
import type { FveBlock } from './decode-block';
import type { BitLockerIdentity } from './seal-volume';
import type { ProtectorKind } from './protectors';
import type { BitLockerCipher } from './sector-cipher';

export interface ProtectorName {
  kind: ProtectorKind;
  /** GUID. */
  id: string;
}

/** What names a volume, of those that can be found in it without a key. */
export type VolumeNames = Pick<BitLockerIdentity, 'volume' | 'description' | 'created'>;

/** What an encrypted volume says of itself. */
export interface BitLockerMetadata {
  identity: VolumeNames;
  /** A number of BitLocker's own; 0x8004 and 0x8005 are the XTS ciphers. */
  method: number;
  /** Null for other methods than XTS, of which the layout isn't read. */
  xts: { cipher: BitLockerCipher; layout: BitLockerLayout } | null;
  /** 4 and 4: encrypted, and to stay so. */
  state: number;
  nextState: number;
  /** In the order of the metadata. */
  protectors: ProtectorName[];
  copies: CopyStates;
}

/**
 * Reads what a BitLocker volume says without a key. A changed copy with a right CRC can only be told from a good one by
 * `openVolume`. Throws as `readCopies` does.
 */
export async function readMetadata(read: ReadVolume): Promise<BitLockerMetadata> {
  const copies = await readCopies(read);
  const block = copies.find((copy) => copy.state === 'good')?.block;
  if (!block) throw new RangeError('a good copy is expected');
  const { method, xts, state, nextState } = block;
  return {
    identity: namesOf(block),
    method,
    xts,
    state,
    nextState,
    protectors: protectorsOf(block),
    copies: statesOf(copies),
  };
}

export function namesOf({ volume, description, created }: FveBlock): VolumeNames {
  return { volume, description, created };
}

export function protectorsOf({ protectors }: FveBlock): ProtectorName[] {
  return protectors.map(({ kind, id }) => ({ kind, id }));
}
