import type { Drive } from '../../../src-shared/drive';
import { stickError } from '../../../src-shared/errors';
import { readKnownDrives, type KnownDrive } from '../known-drives';
import { drivesFromReport } from './drives-from-report';
import { readDriveReport, type WritePolicies } from './drives-report';
import { listDrivesOperation } from './drives-script';
import type { Operation, OperationOutput } from './operation';

export { deviceOf } from './drives-device-of';
export { windowsDriveError, type DriveTrouble } from './drives-errors';
export { holdDrive, type HeldDrive, type HoldOptions } from './drives-hold';
export { programsUsing } from './drives-holders';
export { openDrive, type OpenDrive } from './drives-open';
export type { WritePolicies } from './drives-report';
export { loadWin32Api, type Handle, type Win32Api } from './win32-api';

export interface DriveListing {
  drives: Drive[];
  /** What may forbid writing to them; null when Windows wouldn't say. */
  policies: WritePolicies | null;
}

/**
 * Every drive of this computer with a medium in it, including those that must not be erased: judging is `judgeDrive`'s
 * work. Disks that are files come last. Throws `tool/failed` when PowerShell or drivelist fail or can't be understood, and
 * what `run` throws.
 */
export async function listDrives(
  run: (operation: Operation) => Promise<OperationOutput>,
  readKnown: () => Promise<ReadonlyMap<string, KnownDrive>> = readKnownDrives,
): Promise<DriveListing> {
  const [output, known] = await Promise.all([run(listDrivesOperation), readKnown()]);
  const failure = listDrivesOperation.failureOf(output);
  if (failure) {
    const { program: tool } = listDrivesOperation;
    throw stickError('tool/failed', { tool, message: failure.message }, { detail: output.stderr });
  }
  const report = readDriveReport(output.stdout);
  const drives = drivesFromReport(report, known);
  return {
    drives: [
      ...drives.filter(({ bus }) => bus !== 'loop'),
      ...drives.filter(({ bus }) => bus === 'loop'),
    ],
    policies: report.writePolicies?.[0] ?? null,
  };
}
