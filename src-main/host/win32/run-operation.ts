import { mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { stickError } from '../../../src-shared/errors';
import { lastLine } from '../text-lines';
import { oemCodePage } from './oem-code-page';
import type { Operation, OperationOutput, OperationScript } from './operation';
import { outputDecoder } from './output-decoding';
import { startWindowsProgram, type RunningProgram, type StartProgram } from './start-program';

export interface RunOptions {
  /**
   * A folder that only those may enter who run the operation: elevated, only administrators. In it a folder of its own is
   * made for the operation's scripts and temporary files, and removed when it has ended.
   */
  folder: string;
  /** Ends the program and everything it started; the call then throws `cancelled`. */
  signal?: AbortSignal;
  /** How far it is, from 0 to 1; never less than before. */
  onProgress?: (fraction: number) => void;
}

/** Runs an operation and settles with what the program printed, if it has done what it was asked for. */
export type RunOperation = (operation: Operation, options: RunOptions) => Promise<OperationOutput>;

/** How programs are started here, and in which code page they write. */
export interface ProgramStarter {
  start: StartProgram;
  codePage: () => Promise<number>;
}

/** A Windows has some hundred thousand files, and DISM lists them with their paths. */
const OUTPUT_LIMIT = 64 * 1024 * 1024;
const DETAIL_LIMIT = 16 * 1024;
/** Characters of a line whose end hasn't come yet. No longer one tells of progress. */
const LINE_LIMIT = 16 * 1024;
/** Windows keeps a file from being removed while a virus scanner looks at it. */
const REMOVE = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 } as const;

/**
 * Runs an operation on this Windows. Throws `tool/missing`, `tool/failed` with what the program said, `cancelled`;
 * `RangeError` for an operation that names no such script or types more than ASCII.
 */
export const runOperation: RunOperation = operationRunner({
  start: startWindowsProgram,
  codePage: () => oemCodePage(startWindowsProgram),
});

/** As {@link runOperation}, with programs that are started in another way. */
export function operationRunner({ start, codePage }: ProgramStarter): RunOperation {
  return async (operation, { folder, signal, onProgress }) => {
    stopIfCancelled(signal);
    const own = await mkdtemp(join(folder, 'operation-'));
    try {
      const scripts = await writeScripts(own, operation.scripts);
      const args = operation.args.map((argument) => withScript(argument, scripts));
      const typed = typedBytes(operation);
      const decoding = await codePage();
      stopIfCancelled(signal);
      const program = await start({ program: operation.program, args, folder: own });
      const lines = progressReader(operation.progressOf, onProgress);
      const end = (): void => program.endTree();
      const stdout = readText(program.stdout, decoding, lines, end);
      const stderr = readText(program.stderr, decoding, lines, end);
      // A program may end without reading what it is given; its exit code tells whether that matters.
      program.stdin.on('error', () => undefined);
      program.stdin.end(typed);
      const code = await endOf(program, signal);
      if (signal?.aborted) throw stickError('cancelled', {});
      const output = { code, stdout: stdout.text(), stderr: stderr.text() };
      if (stdout.tooLong || stderr.tooLong) {
        throw failed(operation, output, 'it printed more than can be kept');
      }
      requireSuccess(operation, output);
      return output;
    } finally {
      await rm(own, REMOVE);
    }
  };
}

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw stickError('cancelled', {});
}

async function endOf(program: RunningProgram, signal: AbortSignal | undefined): Promise<number> {
  const onAbort = (): void => program.endTree();
  signal?.addEventListener('abort', onAbort, { once: true });
  // Also when the signal fired between the last look and now.
  if (signal?.aborted) onAbort();
  try {
    return await program.ended;
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}

/** Throws `tool/failed`, unless the exit code is good and the output speaks of no failure. */
export function requireSuccess(operation: Operation, output: OperationOutput): void {
  const failure = operation.failureOf(output);
  if (failure !== null) {
    const { windowsCode, message } = failure;
    throw failed(operation, output, windowsCode === null ? message : `${message} (${windowsCode})`);
  }
  if (operation.okCodes.includes(output.code)) return;
  const said = lastLine(output.stderr) ?? lastLine(output.stdout);
  throw failed(operation, output, said ?? `exit code ${String(output.code)}`);
}

/** What was typed is no part of it, for it may be a secret. */
function failed(operation: Operation, output: OperationOutput, message: string): Error {
  const { program, args, title } = operation;
  const detail = [
    title,
    [program, ...args].join(' '),
    `exit code ${String(output.code)}`,
    output.stdout.slice(-DETAIL_LIMIT),
    output.stderr.slice(-DETAIL_LIMIT),
  ];
  return stickError(
    'tool/failed',
    { tool: program, message: message.replace(/[.\s]+$/, '') },
    { detail: detail.join('\n').trim() },
  );
}

async function writeScripts(
  folder: string,
  scripts: readonly OperationScript[],
): Promise<Map<string, string>> {
  const paths = new Map<string, string>();
  for (const script of scripts) {
    if (!/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(script.name) || paths.has(script.name)) {
      throw new RangeError(`${script.name} is no name of a script`);
    }
    const path = join(folder, script.name);
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(scriptBytes(script));
    } finally {
      await file.close();
    }
    paths.set(script.name, path);
  }
  return paths;
}

function scriptBytes({ name, text, encoding }: OperationScript): Buffer {
  switch (encoding) {
    case 'utf-16le-bom':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'ascii':
      return asciiBytes(text, name);
  }
}

function withScript(argument: string, scripts: ReadonlyMap<string, string>): string {
  const match = /\{([A-Za-z0-9][A-Za-z0-9.-]*)\}$/.exec(argument);
  if (match === null) return argument;
  const path = scripts.get(match[1] ?? '');
  // A GUID in braces is an argument like any other.
  return path === undefined ? argument : argument.slice(0, match.index) + path;
}

function typedBytes({ stdin, program }: Operation): Buffer {
  return stdin === null ? Buffer.alloc(0) : asciiBytes(stdin.text, `what ${program} reads`);
}

/** Each program has its own idea of a character beyond ASCII. */
function asciiBytes(text: string, what: string): Buffer {
  if (/[^\0-\x7f]/.test(text)) throw new RangeError(`${what} holds more than ASCII`);
  return Buffer.from(text, 'ascii');
}

/** Hands on what lines tell of the progress. A line also ends with a carriage return, by which bars are drawn anew. */
export function progressReader(
  progressOf: Operation['progressOf'],
  onProgress: RunOptions['onProgress'],
): (line: string) => void {
  let reached = -1;
  return (line) => {
    const fraction = progressOf(line);
    if (fraction === null || !(fraction > reached)) return;
    reached = Math.min(fraction, 1);
    onProgress?.(reached);
  };
}

interface TextReader {
  text: () => string;
  readonly tooLong: boolean;
}

function readText(
  stream: Readable,
  codePage: number,
  onLine: (line: string) => void,
  end: () => void,
): TextReader {
  const decoder = outputDecoder(codePage);
  const pieces: string[] = [];
  let bytes = 0;
  let line = '';
  const take = (text: string): void => {
    pieces.push(text);
    const parts = (line + text).split(/[\r\n]/);
    line = (parts.pop() ?? '').slice(-LINE_LIMIT);
    for (const part of parts) if (part.trim() !== '') onLine(part);
  };
  const reader = {
    tooLong: false,
    text() {
      take(decoder.end());
      if (line.trim() !== '') onLine(line);
      return pieces.join('');
    },
  };
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= OUTPUT_LIMIT) {
      take(decoder.push(chunk));
      return;
    }
    if (!reader.tooLong) end();
    reader.tooLong = true;
  });
  return reader;
}
