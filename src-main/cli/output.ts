import { checksPassed, type CheckResult } from '../../src-shared/check';
import { errorCatalogue, fillIn, StickError } from '../../src-shared/errors';
import { errorsOfCheck } from '../../src-shared/explain';
import type { JobEvent, Phase } from '../../src-shared/job';
import { formatBytes } from '../../src-shared/units';
import { printable } from './printable';

/** Where a command's words go. With `--json` stdout carries one JSON object a line and nothing else. */
export interface Output {
  readonly json: boolean;
  /** A line for people; goes to stderr with `--json`. */
  say(line: string): void;
  event(event: JobEvent): void;
  /** Progress of anything that is no job. `name` is for people, once while it stays the same; `data` for programs. */
  step(data: Record<string, unknown>, name: string): void;
  /** What one check found, for programs; people see all of them in the result. `more`: what is known beside it. */
  check(check: CheckResult, more?: Record<string, unknown>): void;
  /** What the command found out. `lines` are for people, `data` for programs. */
  result(data: Record<string, unknown>, lines: string[]): void;
  error(error: StickError): void;
}

export const phaseNames: Record<Phase, string> = {
  preparing: 'Preparing',
  hashing: 'Reading the image and computing its SHA-256',
  building: 'Unpacking Windows',
  installing: 'Putting Ventoy on the stick',
  resuming: 'Looking at what an earlier job left',
  clearing: 'Clearing free space',
  writing: 'Writing',
  verifying: 'Reading back',
  encrypting: 'Windows encrypts the stick',
  flushing: 'Flushing',
  copying: 'Copying files',
  comparing: 'Reading files back',
  checking: 'Checking',
};

export const stickStates = {
  untouched: 'Nothing on the target was changed.',
  unfinished: 'The target is unfinished: its old content is gone and it will not start a computer.',
  kept: 'The files on the target are still there, but it may not start a computer until this is done again.',
  partial: 'What is on the target can be used, but not all that was asked for was done.',
  finished: 'Everything was written to the target.',
  unknown: 'The state of the target is not known.',
} as const;

export function createOutput(json: boolean): Output {
  return json ? jsonOutput() : textOutput();
}

function jsonOutput(): Output {
  const print = (value: unknown): void => {
    process.stdout.write(`${JSON.stringify(value)}\n`);
  };
  return {
    json: true,
    say: (line) => process.stderr.write(`${printable(line)}\n`),
    event: (event) => {
      if (event.type === 'log') process.stderr.write(`${printable(event.text)}\n`);
      else print(event);
    },
    step: (data) => {
      print({ type: 'progress', ...data });
    },
    check: ({ id, status, evidence, next = null }, more = {}) => {
      print({ type: 'check', id, status, evidence, next, ...more });
    },
    result: (data) => {
      print({ type: 'result', ...data });
    },
    error: (error) => {
      print({ type: 'error', ...error.toData(), exitCode: error.exitCode, ...errorTexts(error) });
    },
  };
}

function textOutput(): Output {
  const line = new ProgressLine(process.stderr);
  let lastStep = '';
  return {
    json: false,
    say: (text) => {
      line.clear();
      process.stdout.write(`${printable(text)}\n`);
    },
    event: (event) => {
      if (event.type === 'progress') {
        line.show(progressText(event));
        return;
      }
      // A row of its own for each target needs a screen; here the phases and the end of each have to do.
      if (!isForPeople(event)) return;
      line.clear();
      if (event.type === 'phase') {
        const where = event.target === null ? '' : ` (${event.target})`;
        process.stderr.write(`${phaseNames[event.phase]}${printable(where)}\n`);
      } else {
        process.stderr.write(`  ${printable(event.text)}\n`);
      }
    },
    step: (_data, name) => {
      if (name !== lastStep) process.stderr.write(`${printable(name)}\n`);
      lastStep = name;
    },
    check: () => undefined,
    result: (_data, lines) => {
      line.clear();
      for (const text of lines) process.stdout.write(`${printable(text)}\n`);
    },
    error: (error) => {
      line.clear();
      const { what, next } = errorTexts(error);
      const lines = [what, stickStates[error.stick], next, `[${error.code}]`];
      process.stderr.write(lines.map((text) => `${printable(text)}\n`).join(''));
    },
  };
}

type ForPeople = Extract<JobEvent, { type: 'phase' | 'log' }>;

function isForPeople(event: JobEvent): event is ForPeople {
  return event.type === 'phase' || event.type === 'log';
}

export function errorTexts(error: StickError): { what: string; next: string } {
  const { what, next } = errorCatalogue[error.code];
  return {
    what: fillIn(what, error.params, formatBytes),
    next: fillIn(next, error.params, formatBytes),
  };
}

/** One line that is written over; shows nothing where stderr isn't a terminal. */
class ProgressLine {
  private shown = false;

  constructor(private readonly stream: NodeJS.WriteStream) {}

  show(text: string): void {
    if (!this.stream.isTTY) return;
    this.stream.write(`\r\x1b[K${text.slice(0, this.stream.columns - 1)}`);
    this.shown = true;
  }

  clear(): void {
    if (this.shown) this.stream.write('\r\x1b[K');
    this.shown = false;
  }
}

function progressText(progress: JobEvent & { type: 'progress' }): string {
  const percent = `${String(Math.floor(progress.overall * 100)).padStart(3)} %`;
  const amount = `${formatBytes(progress.doneBytes)} of ${formatBytes(progress.totalBytes)}`;
  const speed =
    progress.bytesPerSecond === null ? '' : `  ${formatBytes(progress.bytesPerSecond)}/s`;
  const left =
    progress.secondsLeft === null ? '' : `  about ${durationText(progress.secondsLeft)} left`;
  return `${percent}  ${amount}${speed}${left}`;
}

export function durationText(seconds: number): string {
  if (seconds < 60) return 'a minute';
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${String(minutes)} minutes`;
  return `${(minutes / 60).toFixed(1)} hours`;
}

/** Rows of equal columns, the last one ragged. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

export const marks = { pass: 'ok', warn: 'warning', fail: 'FAILED' } as const;

export function checkLines(checks: readonly CheckResult[]): string[] {
  const lines = table(checks.map(({ id, status, evidence }) => [marks[status], id, evidence]));
  const hints = checks.flatMap(hintLines);
  const verdict = verdictLine(checks);
  return [...lines, ...(hints.length > 0 ? ['', 'What to do:', ...hints] : []), '', verdict];
}

function hintLines({ id, status, next }: CheckResult): string[] {
  const errors = status === 'fail' ? errorsOfCheck(id) : [];
  return [
    ...(next === undefined ? [] : [`  ${id}: ${next}`]),
    ...(errors.length === 0 ? [] : [`    What it means: sticksmith explain ${errors.join(' ')}`]),
  ];
}

function verdictLine(checks: readonly CheckResult[]): string {
  if (checksPassed(checks)) {
    const warnings = checks.filter(({ status }) => status === 'warn').length;
    if (warnings === 0) return 'Everything that was checked is right.';
    return `Nothing failed. ${String(warnings)} of ${String(checks.length)} checks have a warning.`;
  }
  // It may start another: one with a GPT has nothing for a BIOS.
  const inTestOnly = checks.every(({ id, status }) => status !== 'fail' || id.startsWith('boot.'));
  return inTestOnly
    ? 'This stick did not start the virtual computer.'
    : 'This stick would not start a computer.';
}
