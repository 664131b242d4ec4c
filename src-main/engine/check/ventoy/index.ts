import type { CheckResult } from '../../../../src-shared/check';
import { predictStarts, type Prediction } from '../../../../src-shared/compatibility';
import type { ByteSource } from '../../../io';
import { readDataVolume, readVentoyDisk, type DataVolume } from '../../../ventoy';
import { ventoyAbilities } from '../abilities';
import { attempt } from '../container';
import { openDataFiles, type DataFiles } from './data-files';
import { runChecks } from '../run-checks';
import { bootCodeChecks } from './boot-code-checks';
import { dataChecks } from './data-checks';
import { efiChecks } from './efi-checks';
import { referenceChecks } from './reference-checks';
import { imageChecks } from './image-checks';
import { menuChecks } from './menu-checks';
import type { ExpectedVentoy, VentoyCheck } from './subject';
import { tableChecks } from './table-checks';

export type { ExpectedVentoy, ReleaseContent } from './subject';

/** All questions about a stick with Ventoy. */
export const VENTOY_CHECKS: readonly VentoyCheck[] = [
  ...[...tableChecks, ...bootCodeChecks, ...efiChecks, ...dataChecks, ...referenceChecks],
  ...[...menuChecks, ...imageChecks],
];

/**
 * Reads a stick with Ventoy as firmware, Ventoy and its programs will, and compares it with what it should be.
 * Damaged content is a result that failed. Throws only when the medium can't be read.
 */
export async function examineVentoyStick(
  source: ByteSource,
  expected: ExpectedVentoy,
): Promise<{ checks: CheckResult[]; compatibility: Prediction[] }> {
  const disk = await readVentoyDisk(source);
  const volume = disk.data?.source ? await readDataVolume(disk.data.source) : null;
  const files = await filesOn(disk.data?.source ?? null, volume);
  const subject = { disk, volume, files, expected };
  const checks = await runChecks(VENTOY_CHECKS, subject);
  return { checks, compatibility: predictStarts(await ventoyAbilities(subject, checks)) };
}

/** The checks alone. */
export async function checkVentoyStick(
  source: ByteSource,
  expected: ExpectedVentoy,
): Promise<CheckResult[]> {
  return (await examineVentoyStick(source, expected)).checks;
}

/** Null where they can't be read, of which other checks tell the reason if it is damage. */
async function filesOn(
  source: ByteSource | null,
  volume: DataVolume | null,
): Promise<DataFiles | null> {
  if (!source || !volume) return null;
  const opened = await attempt(() => openDataFiles(source, volume));
  return opened.ok ? opened.value : null;
}
