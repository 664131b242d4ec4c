import type { StationRefusal, StationRow, StationState } from '../../src-shared/station';
import { driveReasonTexts } from '../../src-shared/drive';
import { StickError } from '../../src-shared/errors';
import { errorTexts, phaseNames, type Output } from './output';

/** Prints a line for whatever happens to a stick of a series; progress within a phase is none. */
export class StationLines {
  private readonly told = new Map<number, string>();

  constructor(private readonly output: Output) {}

  tell(state: StationState): void {
    if (!('rows' in state)) return;
    if (state.state === 'running' && state.preparing) {
      const { phase, doneBytes, totalBytes } = state.preparing;
      this.output.step({ phase, doneBytes, totalBytes }, phaseNames[phase]);
    }
    for (const row of state.rows) {
      const what = row.state === 'working' ? `working ${String(row.phase)}` : row.state;
      if (this.told.get(row.row) === what) continue;
      this.told.set(row.row, what);
      this.output.step({ type: 'row', ...row }, lineOf(row));
    }
  }
}

function lineOf(row: StationRow): string {
  const where = `${row.drive.name} (${row.drive.identity.path})`;
  const name = 'names' in row ? `${nameOf(row.names)}, ${where}` : where;
  return `${name}: ${happening(row)}`;
}

function nameOf({
  number,
  label,
  computerName,
}: {
  number: number;
  label: string | null;
  computerName: string | null;
}) {
  return computerName ?? label ?? String(number);
}

function happening(row: StationRow): string {
  switch (row.state) {
    case 'looking':
      return 'looking at what is on it';
    case 'refused':
      return `left alone, ${refusalText(row.refusal)}`;
    case 'waiting':
      return 'waiting for its turn';
    case 'working':
      return row.phase === null ? 'begun' : phaseNames[row.phase];
    case 'finished':
      return 'finished, it may be pulled';
    case 'pulled':
      return 'finished and pulled';
    case 'failed': {
      const { what } = errorTexts(new StickError(row.error));
      return `failed: ${what} ${row.advice === 'bin' ? 'Put this drive aside.' : 'Try it again.'}`;
    }
    case 'cancelled':
      return 'cancelled';
    case 'binned':
      return 'put aside';
  }
}

function refusalText(refusal: StationRefusal): string {
  switch (refusal.why) {
    case 'unsuitable':
      return refusal.reasons.map((reason) => driveReasonTexts[reason]).join(', ');
    case 'size':
      return 'its size is not one of those that this series takes';
    case 'port':
      return 'its port is not one of those that were chosen';
    case 'not-empty':
      return `it holds ${refusal.what}`;
    case 'made-already':
      return `it is number ${String(refusal.number)} of this series already`;
    case 'binned':
      return 'it was put aside';
    case 'unreadable':
      return errorTexts(new StickError(refusal.error)).what;
  }
}
