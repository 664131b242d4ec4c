import type { DriveIdentity } from '../../src-shared/drive';
import type { DriveTestResult, DriveTestStep } from '../../src-shared/drive-test';
import { stickError } from '../../src-shared/errors';
import type { Host } from '../host';

export interface DriveTestTools {
  host: Host;
  /** Folder of the running program. */
  appFolder: string;
  /** Null where nobody has one. */
  workFolder: string | null;
}

/**
 * Erases a drive and finds out how fast and how large it really is. Throws what opening a target and
 * reading or writing it throws, with the state of the drive.
 */
export async function testDrive(
  asked: { identity: DriveIdentity; unmount: boolean },
  { host, appFolder, workFolder }: DriveTestTools,
  running: { signal: AbortSignal; onProgress: (step: DriveTestStep, overall: number) => void },
): Promise<DriveTestResult> {
  const protectedPaths = workFolder === null ? [appFolder] : [workFolder, appFolder];
  const [open] = await host.openTargets(
    [
      {
        target: { kind: 'drive', ...asked },
        guards: { neededBytes: 0, protectedPaths, readOnly: false },
      },
    ],
    running.signal,
  );
  if (!open) throw stickError('internal', { message: 'no drive was opened' });
  try {
    return { target: asked.identity.path, ...(await open.test(running)) };
  } finally {
    await open.close();
  }
}
