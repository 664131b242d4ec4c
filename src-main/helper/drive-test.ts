import type { DriveTestResult, DriveTestStep } from '../../src-shared/drive-test';
import { stickError, type StickState } from '../../src-shared/errors';
import type { Medium } from './medium';

/** Erases a drive and finds out how fast and how large it really is. Throws `internal`: not built yet. */
export function testDrive(
  medium: Medium,
  running: {
    signal: AbortSignal;
    onProgress: (step: DriveTestStep, overall: number) => void;
    onStick: (state: StickState) => void;
  },
): Promise<Omit<DriveTestResult, 'target'>> {
  running.signal.throwIfAborted();
  return Promise.reject(
    stickError('internal', { message: `${medium.path} can't be tested by this version` }),
  );
}
