import {
  driveName,
  driveNoteTexts,
  driveReasonTexts,
  judgeDrive,
  type JudgedDrive,
} from '../../../src-shared/drive';
import { formatBytes } from '../../../src-shared/units';
import type { Context } from '../context';
import { table } from '../output';
import { testDrive } from './test-drive';

export interface DrivesOptions {
  all: boolean;
  /** Device node of the drive to be tested. */
  test?: string;
  unmount: boolean;
  yes: boolean;
}

/**
 * `sticksmith drives`: the drives that may be a target; with `--all` the others too, each with its reasons.
 * With `--test` it tests one of them instead.
 */
export async function drives(options: DrivesOptions, context: Context): Promise<void> {
  if (options.test !== undefined) {
    await testDrive(options.test, options, context);
    return;
  }
  const appDevice = await context.host.deviceOf(context.appFolder);
  const judged = (await context.host.listDrives()).map((drive) =>
    judgeDrive(drive, {
      neededBytes: 0,
      imageDevice: null,
      appDevice,
      workDevice: null,
      allowLoop: context.allowLoop,
    }),
  );
  const shown = options.all ? judged : judged.filter(({ reasons }) => reasons.length === 0);
  context.output.result({ drives: shown }, lines(shown, judged.length));
}

function lines(shown: readonly JudgedDrive[], total: number): string[] {
  const hidden = total - shown.length;
  const more = shown.length === 0 ? '' : ' more';
  const rest = hidden === 0 ? [] : ['', `${String(hidden)}${more} can’t be used; --all says why.`];
  if (shown.length === 0) return ['No drive that can be used is plugged in.', ...rest];
  const rows = shown.map(({ drive, reasons }) => [
    drive.path,
    formatBytes(drive.sizeBytes),
    drive.bus,
    driveName(drive),
    [
      ...reasons.map((reason) => driveReasonTexts[reason]),
      ...(drive.notes ?? []).map((note) => driveNoteTexts[note]),
    ].join(', '),
  ]);
  return [...table(rows), ...rest];
}
