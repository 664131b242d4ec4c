import { STATE_ENCRYPTED, type BitLockerMetadata, type CopyState } from '../../guest/bitlocker';
import { AGAIN, fail, pass, warn, type Check, type Finding } from './finding';
import type { Stick } from './stick';

export const bitLockerChecks: Check[] = [
  {
    id: 'bitlocker.metadata',
    next: 'The volume still opens as long as one copy is whole, but make the stick again soon.',
    run({ windows, bitLocker }) {
      if (!windows || !bitLocker) return null;
      const { metadata } = bitLocker;
      return metadata.ok
        ? copiesOf(metadata.value)
        : fail(`The volume is encrypted and can’t be opened: ${metadata.problem}`);
    },
  },
  {
    id: 'bitlocker.state',
    next: AGAIN,
    run: (stick) =>
      onMetadata(stick, ({ state, nextState }) =>
        state === STATE_ENCRYPTED && nextState === STATE_ENCRYPTED
          ? pass('The volume is encrypted, and is to stay so')
          : fail('Encrypting or decrypting the volume was begun and not finished'),
      ),
  },
  {
    id: 'bitlocker.size',
    next: AGAIN,
    run: (stick) =>
      onMetadata(stick, ({ xts }, partitionBytes) => {
        if (!xts) return warn('The volume is encrypted by another method than XTS-AES');
        const { volumeBytes } = xts.layout;
        return volumeBytes === partitionBytes
          ? pass(`The encrypted volume fills its partition of ${String(partitionBytes)} bytes`)
          : fail(
              `The encrypted volume has ${String(volumeBytes)} bytes, its partition ${String(partitionBytes)}`,
            );
      }),
  },
  {
    id: 'bitlocker.protectors',
    next: 'A stick that moves between computers needs a password, and a recovery key for when it is forgotten.',
    run: (stick) =>
      onMetadata(stick, ({ protectors }) => {
        const kinds = protectors.map(({ kind }) => kind);
        if (kinds.includes('clear-key')) {
          return fail('The key lies in the clear beside the data: nothing is protected');
        }
        if (!kinds.includes('password')) return fail('No password opens the volume');
        const recovery = protectors.find(({ kind }) => kind === 'recovery-password');
        return recovery
          ? pass(`A password opens it, and the recovery key ${recovery.id.toUpperCase()}`)
          : warn('Only a password opens it; there is no recovery key');
      }),
  },
];

const stateTexts: Record<CopyState, string> = {
  good: 'good',
  different: 'another one than the first',
  damaged: 'damaged',
  unreadable: 'unreadable',
};

function copiesOf({ copies }: BitLockerMetadata): Finding {
  if (copies.every((state) => state === 'good')) {
    return pass('All three copies of the metadata are whole and equal');
  }
  const states = copies.map((state, at) => `copy ${String(at + 1)} is ${stateTexts[state]}`);
  return warn(`Of the metadata, ${states.join(', ')}`);
}

function onMetadata(
  { windows, bitLocker }: Stick,
  look: (metadata: BitLockerMetadata, partitionBytes: number) => Finding,
): Finding | null {
  if (!windows || !bitLocker?.metadata.ok) return null;
  return look(bitLocker.metadata.value, bitLocker.partition.size);
}
