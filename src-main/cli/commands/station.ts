import { createInterface } from 'node:readline/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { DEFAULT_CACHE_BUDGET_BYTES } from '../../../src-shared/build-cache';
import { StickError, stickError } from '../../../src-shared/errors';
import {
  STATION_AT_ONCE,
  STATION_TOLERANCE,
  StationGuardSchema,
  StationNamingSchema,
  type StationGuard,
  type StationNaming,
  type StationSeries,
  type StationSizes,
  type StationState,
} from '../../../src-shared/station';
import { planProblems, problemText } from '../../../src-shared/plan-problems';
import { formatBytes } from '../../../src-shared/units';
import {
  beginStation,
  BuildCache,
  openSeries,
  readRecipeFile,
  StagedImages,
  type RunningStation,
  type StickEnd,
} from '../../engine';
import { usageError, workFolder, type Context } from '../context';
import { recordingOf } from '../open-records';
import { size, wholeNumber } from '../option-values';
import { phaseNames } from '../output';
import { givenSecrets, secretsFor } from '../secrets';
import { StationLines } from '../station-lines';

export interface StationOptions {
  recipe: string;
  limit?: string;
  sizeFrom?: string;
  sizeTo?: string;
  allowData: boolean;
  port: string[];
  atOnce?: string;
  label?: string;
  computerName?: string;
  firstNumber?: string;
  workDir?: string;
  recordTo?: string;
  secretsStdin: boolean;
  passwordStdin: boolean;
  yes: boolean;
}

/**
 * `sticksmith station`: makes a stick of every suitable drive that is plugged in, until Ctrl+C or the limit. Sets the exit code where
 * a stick failed and nobody tried it again.
 */
export async function station(options: StationOptions, context: Context): Promise<void> {
  const { host, output, signal } = context;
  const guard = guardOf(options);
  const secrets = await givenSecrets(options);
  const recipe = await readRecipeFile(options.recipe);
  const planSecrets = await secretsFor(recipe, secrets, options, context);
  const folder = workFolder(options.workDir);
  const staged = new StagedImages(() => folder);
  const tools = {
    ...{ host, staged, workFolder: folder, allowLoop: context.allowLoop },
    cache: new BuildCache({
      folder: () => folder,
      budgetBytes: () => DEFAULT_CACHE_BUDGET_BYTES,
    }),
    ...{ appFolder: context.appFolder, program: context.program },
    recording: recordingOf(options),
  };
  try {
    const opened = await openSeries(basename(options.recipe), recipe, tools, {
      signal,
      onProgress: ({ phase, doneBytes, totalBytes }) => {
        output.step({ phase, doneBytes, totalBytes }, phaseNames[phase]);
      },
    });
    const naming = namingOf(options, opened.series.naming);
    await confirm(opened.series, guard, options.yes, context);
    const lines = new StationLines(output);
    const ends: StickEnd[] = [];
    const running = await beginStation(
      opened,
      { guard, naming, secrets: planSecrets },
      tools,
      {
        onState: (state) => {
          lines.tell(state);
        },
        onEnd: (end) => ends.push(end),
      },
      signal,
    );
    await untilEnd(running, signal);
    conclude(running.station.state, ends, context);
  } finally {
    await staged.clear();
  }
}

/** Until the limit, or until somebody wants no more. */
async function untilEnd({ station: series, ended }: RunningStation, signal: AbortSignal) {
  const stop = (): void => {
    series.stop('cancel');
  };
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  await ended;
  signal.removeEventListener('abort', stop);
}

function conclude(
  state: StationState,
  ends: readonly StickEnd[],
  { output, signal }: Context,
): void {
  if (state.state !== 'ended') throw stickError('internal', { message: 'the series goes on' });
  const { counts, rows, error } = state;
  const reports = ends.flatMap(({ outcome }) =>
    outcome.state === 'finished' ? [outcome.report] : [],
  );
  output.result({ counts, rows, reports }, [
    `${String(counts.finished)} finished, ${String(counts.failed)} failed or cancelled, ${String(counts.refused)} refused.`,
  ]);
  if (error) throw new StickError(error);
  const failed = rows.find(({ state: each }) => each === 'failed');
  if (failed?.state === 'failed') process.exitCode = new StickError(failed.error).exitCode;
  else if (rows.some(({ state: each }) => each === 'cancelled') && signal.aborted) {
    process.exitCode = stickError('cancelled', {}).exitCode;
  }
}

/** Throws `usage`. */
function guardOf(options: StationOptions): StationGuard {
  const { limit, atOnce, port } = options;
  return checked(StationGuardSchema, {
    sizes: sizesOf(options),
    contents: options.allowData ? 'any' : 'empty',
    ports: port.length === 0 ? null : port,
    present: [],
    limit: limit === undefined ? null : wholeNumber('--limit', limit, 1),
    atOnce:
      atOnce === undefined
        ? STATION_AT_ONCE.usual
        : wholeNumber('--at-once', atOnce, STATION_AT_ONCE.least),
  });
}

function sizesOf({ sizeFrom, sizeTo }: StationOptions): StationSizes {
  if (sizeFrom === undefined && sizeTo === undefined) {
    return { kind: 'like-first', tolerancePercent: STATION_TOLERANCE.usual };
  }
  if (sizeFrom === undefined || sizeTo === undefined) {
    throw usageError('--size-from and --size-to go together');
  }
  return {
    kind: 'between',
    smallestBytes: size('--size-from', sizeFrom),
    largestBytes: size('--size-to', sizeTo),
  };
}

/** As the recipe says where nothing else was asked for. Throws `usage`. */
function namingOf(options: StationOptions, usual: StationNaming): StationNaming {
  const { label, computerName, firstNumber } = options;
  return checked(StationNamingSchema, {
    firstNumber:
      firstNumber === undefined ? usual.firstNumber : wholeNumber('--first-number', firstNumber, 0),
    label: label ?? usual.label,
    computerName: computerName ?? usual.computerName,
  });
}

function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [problem] = planProblems(parsed.error);
  throw usageError(problem ? problemText(problem) : 'the series can’t be as asked for');
}

/** The one confirmation. Throws `target/not-confirmed`. */
async function confirm(
  series: StationSeries,
  guard: StationGuard,
  yes: boolean,
  { output, signal }: Context,
): Promise<void> {
  output.say(promise(series, guard));
  if (yes) return;
  const refusal = stickError('target/not-confirmed', { target: 'every drive of the series' });
  if (output.json || !process.stdin.isTTY) throw refusal;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Go on? (y/n) ', { signal }).finally(() => {
    terminal.close();
  });
  if (!/^y(es)?$/i.test(answer.trim())) throw refusal;
}

function promise({ neededBytes }: StationSeries, { sizes, contents, ports, limit }: StationGuard) {
  const which = contents === 'any' ? 'drive, with or without files,' : 'empty drive';
  const where = ports === null ? '' : ` into ${ports.join(', ')}`;
  const range =
    sizes.kind === 'between'
      ? `from ${formatBytes(sizes.smallestBytes)} to ${formatBytes(sizes.largestBytes)}`
      : `of the first one’s size (at least ${formatBytes(neededBytes)})`;
  const end = limit === null ? 'until you press Ctrl+C' : `until ${String(limit)} are finished`;
  return `From now on every ${which} that is plugged in${where} and is ${range} will be erased, ${end}.`;
}
