import { StickError } from '../../../src-shared/errors';
import type { RestoredDrive, RestoreReport } from '../../../src-shared/restore';
import { formatBytes } from '../../../src-shared/units';
import { ExfatLabelSchema } from '../../../src-shared/volume-label';
import { restoreDrives, restoreRecorded, type MakeRunning } from '../../engine';
import { usageError, workFolder, type Context } from '../context';
import { oneOf } from '../option-values';
import { recordingOf } from '../open-records';
import { errorTexts, stickStates } from '../output';
import { confirmLoss, erasedTarget } from '../targets';

export interface RestoreOptions {
  label: string;
  scheme?: string;
  unmount: boolean;
  workDir?: string;
  /** A file that gets a line for each drive's record. */
  recordTo?: string;
  yes: boolean;
}

/**
 * `sticksmith restore TARGET…`: makes ordinary exFAT drives of sticks. When some of several fail, the exit code is that of the
 * first of them.
 */
export async function restore(
  texts: readonly string[],
  options: RestoreOptions,
  context: Context,
): Promise<void> {
  const { host, appFolder, program, signal, output } = context;
  const label = ExfatLabelSchema.safeParse(options.label);
  if (!label.success) throw usageError(`--label: ${label.error.issues[0]?.message ?? ''}`);
  const scheme =
    options.scheme === undefined ? null : oneOf('--scheme', options.scheme, ['mbr', 'gpt']);
  const asked = [];
  for (const text of texts) asked.push(await erasedTarget(text, options.unmount, context));
  await confirmLoss(asked, options.yes, context);
  const request = { targets: asked.map(({ target }) => target), label: label.data, scheme };
  const tools = { host, appFolder, program, workFolder: workFolder(options.workDir) };
  const running: MakeRunning = {
    signal,
    onEvent: (event) => {
      output.event(event);
    },
  };
  const recording = recordingOf({ recordTo: options.recordTo });
  // A user without a home folder gets ordinary drives all the same.
  const report = await (recording
    ? restoreRecorded(request, tools, running, recording)
    : restoreDrives(request, tools, running));
  output.result({ report }, lines(report));
  const [failure] = report.failed;
  if (failure) process.exitCode = new StickError(failure.error).exitCode;
}

function lines({ drives, failed }: RestoreReport): string[] {
  return [
    ...drives.flatMap(driveLines),
    ...failed.flatMap(({ target, error }) => {
      const { what, next } = errorTexts(new StickError(error));
      return [`${target} failed. ${what} ${stickStates[error.stick]} ${next}`];
    }),
    'Old files were not overwritten: special programs could still find some of them.',
  ];
}

function driveLines({ target, label, scheme, freeBytes }: RestoredDrive): string[] {
  const called = label === '' ? target : `${label} (${target})`;
  const free = formatBytes(freeBytes);
  return [`${called} is an ordinary drive again: exFAT, ${free} free, ${scheme.toUpperCase()}.`];
}
