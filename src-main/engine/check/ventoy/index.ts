import type { CheckResult } from '../../../../src-shared/check';
import type { ByteSource } from '../../../io';
import { readDataVolume, readVentoyDisk } from '../../../ventoy';
import type { Check } from '../finding';
import { runChecks } from '../run-checks';
import { bootCodeChecks } from './boot-code-checks';
import { dataChecks } from './data-checks';
import { efiChecks } from './efi-checks';
import { referenceChecks } from './reference-checks';
import type { ExpectedVentoy, VentoySubject } from './subject';
import { tableChecks } from './table-checks';

export type { ExpectedVentoy, ReleaseContent } from './subject';

/** All questions about a stick with Ventoy. */
export const VENTOY_CHECKS: readonly Check<VentoySubject>[] = [
  ...tableChecks,
  ...bootCodeChecks,
  ...efiChecks,
  ...dataChecks,
  ...referenceChecks,
];

/**
 * Reads a stick with Ventoy as firmware, Ventoy and its programs will, and compares it with what it should be.
 * Damaged content is a result that failed. Throws only when the medium can't be read.
 */
export async function checkVentoyStick(
  source: ByteSource,
  expected: ExpectedVentoy,
): Promise<CheckResult[]> {
  const disk = await readVentoyDisk(source);
  const volume = disk.data?.source ? await readDataVolume(disk.data.source) : null;
  return runChecks(VENTOY_CHECKS, { disk, volume, expected });
}
