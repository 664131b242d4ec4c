import { listed, sentence } from '../../../src-shared/findings';
import { STATE_ENCRYPTED, type BitLockerMetadata } from '../../guest/bitlocker';
import { fail, pass, warn, type Check, type Finding } from './finding';
import type { Stick } from './stick';

export const bitLockerChecks: Check[] = [
  {
    id: 'bitlocker.metadata',
    next: 'next.bitlocker.metadata',
    run({ windows, bitLocker }) {
      if (!windows || !bitLocker) return null;
      const { metadata } = bitLocker;
      return metadata.ok
        ? copiesOf(metadata.value)
        : fail('bitlocker.metadata.closed', { problem: metadata.problem });
    },
  },
  {
    id: 'bitlocker.state',
    next: 'next.again',
    run: (stick) =>
      onMetadata(stick, ({ state, nextState }) =>
        state === STATE_ENCRYPTED && nextState === STATE_ENCRYPTED
          ? pass('bitlocker.state.encrypted')
          : fail('bitlocker.state.unfinished'),
      ),
  },
  {
    id: 'bitlocker.size',
    next: 'next.again',
    run: (stick) =>
      onMetadata(stick, ({ xts }, partitionBytes) => {
        if (!xts) return warn('bitlocker.size.other-method');
        const { volumeBytes } = xts.layout;
        return volumeBytes === partitionBytes
          ? pass('bitlocker.size.right', { bytes: partitionBytes })
          : fail('bitlocker.size.wrong', { volume: volumeBytes, partition: partitionBytes });
      }),
  },
  {
    id: 'bitlocker.protectors',
    next: 'next.bitlocker.protectors',
    run: (stick) =>
      onMetadata(stick, ({ protectors }) => {
        const kinds = protectors.map(({ kind }) => kind);
        if (kinds.includes('clear-key')) {
          return fail('bitlocker.protectors.clear-key');
        }
        if (!kinds.includes('password')) return fail('bitlocker.protectors.no-password');
        const recovery = protectors.find(({ kind }) => kind === 'recovery-password');
        return recovery
          ? pass('bitlocker.protectors.right', { key: recovery.id.toUpperCase() })
          : warn('bitlocker.protectors.no-recovery-key');
      }),
  },
];

function copiesOf({ copies }: BitLockerMetadata): Finding {
  if (copies.every((state) => state === 'good')) {
    return pass('bitlocker.metadata.good');
  }
  const states = copies.map((state, at) => sentence(`bitlocker.copy.${state}`, { number: at + 1 }));
  return warn('bitlocker.metadata.some', { copies: listed('comma', states) });
}

function onMetadata(
  { windows, bitLocker }: Stick,
  look: (metadata: BitLockerMetadata, partitionBytes: number) => Finding,
): Finding | null {
  if (!windows || !bitLocker?.metadata.ok) return null;
  return look(bitLocker.metadata.value, bitLocker.partition.size);
}
