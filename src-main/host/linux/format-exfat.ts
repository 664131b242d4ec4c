import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { stickError } from '../../../src-shared/errors';
import type { ExfatVolume } from '../index';
import { runTool } from '../run-tool';
import { makeSparseFile } from './sparse-file';

/** The volume label's limit, in UTF-16 code units: exFAT specification, section 7.3. */
const LABEL_UNITS = 11;

/**
 * Makes an empty exFAT volume in a new sparse file, which is removed again when that fails. The
 * field PartitionOffset stays 0, “to be ignored” (exFAT specification, section 3.1.2), because
 * the tool can't know where on the stick the volume will be.
 */
export async function formatExfat(
  volume: Omit<ExfatVolume, 'startLba'>,
  signal: AbortSignal,
): Promise<void> {
  if (volume.label.length > LABEL_UNITS) {
    const message = `the label “${volume.label}” is longer than ${String(LABEL_UNITS)} characters`;
    throw stickError('plan/invalid', { message });
  }
  const path = resolve(volume.path);
  await makeSparseFile(path, volume.bytes);
  try {
    await runTool('mkfs.exfat', mkfsArguments(path, volume.label), { signal });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function mkfsArguments(path: string, label: string): string[] {
  return ['-L', label, path];
}

/** What formatExfat does, one line an operation. */
export function describeExfat({ path, bytes, label }: ExfatVolume): string[] {
  return [
    `make ${path}, a sparse file of ${String(bytes)} bytes`,
    ['mkfs.exfat', ...mkfsArguments(path, label)].join(' '),
  ];
}
