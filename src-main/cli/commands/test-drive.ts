import {
  judgeDriveTest,
  TYPICAL_WINDOWS_BYTES,
  type DriveTestResult,
  type DriveTestStep,
  type DriveVerdict,
} from '../../../src-shared/drive-test';
import { ExitCode, stickError } from '../../../src-shared/errors';
import { formatBytes } from '../../../src-shared/units';
import { testDrive as runTest } from '../../engine';
import { defaultWorkFolder } from '../../io';
import type { Context } from '../context';
import { durationText, table } from '../output';
import { askedTarget, confirmLoss } from '../targets';

const stepNames: Record<DriveTestStep, string> = {
  marking: 'Leaving marks all over the drive',
  writing: 'Writing in order',
  'random-writing': 'Writing at random places',
  reading: 'Reading in order',
  'looking-back': 'Looking for the marks',
};

/**
 * `sticksmith drives --test DRIVE`: erases the drive and tells how fast and how large it really is. Exit code
 * 4 when it is not as large as it claims.
 */
export async function testDrive(
  path: string,
  options: { yes: boolean; unmount: boolean },
  context: Context,
): Promise<void> {
  const asked = await askedTarget(path, undefined, options.unmount, 0, context);
  const { target } = asked;
  if (target.kind !== 'drive') {
    throw stickError('target/not-a-drive', { target: path, message: 'only drives are tested' });
  }
  await confirmLoss([asked], options.yes, context);
  const { identity, unmount } = target;
  const workFolder = defaultWorkFolder(process.env);
  const { host, appFolder, signal, output } = context;
  const result = await runTest(
    { identity, unmount },
    { host, appFolder, workFolder },
    {
      signal,
      onProgress: (step, overall) => {
        output.step({ target: identity.path, step, overall }, stepNames[step]);
      },
    },
  );
  const verdict = judgeDriveTest(result, TYPICAL_WINDOWS_BYTES);
  output.result({ test: result, verdict }, lines(result, verdict));
  if (verdict.verdict === 'too-small') process.exitCode = ExitCode.verification;
}

function lines(result: DriveTestResult, verdict: DriveVerdict): string[] {
  const speed = (bytes: number): string => `${formatBytes(bytes)}/s`;
  const rows = [
    ['Writing in order', speed(result.sequentialWrite)],
    ['Reading in order', speed(result.sequentialRead)],
    ['Writing 4 KiB at random places', speed(result.randomWrite)],
  ];
  return [...table(rows), '', ...verdictLines(result, verdict)];
}

function verdictLines(result: DriveTestResult, verdict: DriveVerdict): string[] {
  const { claimedBytes, provenBytes } = result;
  if (verdict.verdict === 'too-small') {
    const sizes = `it says ${formatBytes(claimedBytes)} and loses data from byte ${String(verdict.firstLostByte)} on`;
    return [`not as large as it claims: ${sizes} (${formatBytes(verdict.firstLostByte)})`];
  }
  const lines = [
    `${verdict.verdict}: ${timeText(verdict.minutes)}`,
    `(for ${formatBytes(TYPICAL_WINDOWS_BYTES)}, about what Windows 11 takes)`,
  ];
  if (verdict.sluggish) {
    lines.push('Windows will feel slow on it: it writes small pieces all the time.');
  }
  if (provenBytes < claimedBytes) {
    const part = `${formatBytes(provenBytes)} of ${formatBytes(claimedBytes)}`;
    lines.push(`It is too slow to be sure of its size in so short a time: certain are ${part}.`);
  }
  return lines;
}

function timeText(minutes: number | null): string {
  const time = minutes === null ? 'an unknown time' : `about ${durationText(minutes * 60)}`;
  return `a stick with Windows takes ${time}`;
}
