import type { BootSigner } from '../../../../src-shared/compatibility';
import type { FindingKey } from '../../../../src-shared/findings';

/** An authority of Microsoft's whose programs firmware starts with Secure Boot. */
export interface Authority {
  /** Common name of its certificate. */
  name: string;
  signer: BootSigner;
  /** How its signatures are told of; null for one that certifies programs of other makers than Microsoft. */
  told: Extract<FindingKey, `signer.known-${string}`> | null;
}

/**
 * Those that sign boot managers of Windows come first: they are trusted everywhere (Microsoft, “Windows Secure Boot key
 * creation and management guidance”). Those of 2011 are on their way out: computers that have revoked one refuse its programs.
 */
export const AUTHORITIES: readonly Authority[] = [
  {
    name: 'Windows UEFI CA 2023',
    signer: 'windows-2023',
    told: 'signer.known-2023',
  },
  {
    name: 'Microsoft Windows Production PCA 2011',
    signer: 'windows-2011',
    told: 'signer.known-2011',
  },
  { name: 'Microsoft UEFI CA 2023', signer: 'third-party-2023', told: null },
  { name: 'Microsoft Corporation UEFI CA 2011', signer: 'third-party-2011', told: null },
];
