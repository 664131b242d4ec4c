import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { messageOf, stickError } from '../../src-shared/errors';
import { homeFolder } from '../io';
import { findProgram, toolPath } from './find-program';
import { toolMissing } from './linux/tools';
import { lastLine } from './text-lines';

export interface ToolOptions {
  /** Ends the tool and everything it started; the call then throws `cancelled`. */
  signal?: AbortSignal;
  stdin?: Buffer | string;
  cwd?: string;
  /** Added to the minimal environment. Secrets have no place here: they go to `stdin`. */
  env?: Record<string, string>;
  /** Receives the output as it comes; `stdout` of the result is then empty. */
  onStdout?: (chunk: Buffer) => void;
  /** Exit codes that are no failure. `[0]` unless said otherwise. */
  okCodes?: readonly number[];
  /** Milliseconds after which the tool is ended and counts as failed. */
  timeoutMs?: number;
}

export interface ToolResult {
  /** UTF-8, at most 16 MiB. Use `onStdout` for anything that is larger or not text. */
  stdout: string;
  /** UTF-8, the last 16 KiB. */
  stderr: string;
  code: number;
}

const STDOUT_LIMIT = 16 * 1024 * 1024;
const STDERR_LIMIT = 16 * 1024;
/** Time between asking a tool to end and ending it, in milliseconds. */
const GRACE_MS = 1000;

/**
 * Runs a program of this computer: no shell, an argument array, an environment of its own with a
 * UTF-8 locale of C, so that messages are in English and file names keep every character.
 *
 * Throws `tool/missing` when there is no such program, `tool/failed` when it ends with another code
 * than `okCodes`, prints more than fits or takes too long, and `cancelled`.
 */
export async function runTool(
  name: string,
  args: readonly string[],
  options: ToolOptions = {},
): Promise<ToolResult> {
  if (options.signal?.aborted) throw stickError('cancelled', {});
  const outcome = await runToEnd(await requireProgram(name), args, options);
  const { stderr, stdout, code, ended } = outcome;
  if (ended === 'cancelled') throw stickError('cancelled', {});
  if (ended === null && code !== null && (options.okCodes ?? [0]).includes(code)) {
    return { stdout, stderr, code };
  }
  const message = ended ?? lastLine(stderr) ?? lastLine(stdout) ?? howItEnded(outcome);
  const detail = [`${name} ${args.join(' ')}`, howItEnded(outcome), stderr].join('\n').trim();
  throw stickError('tool/failed', { tool: name, message }, { detail });
}

/** Absolute path of a program of this computer. Throws `tool/missing` when there is none. */
export async function requireProgram(name: string): Promise<string> {
  const program = await findProgram(name);
  if (program === null) throw await toolMissing(name);
  return program;
}

interface Outcome {
  stdout: string;
  stderr: string;
  code: number | null;
  killedBy: NodeJS.Signals | null;
  /** Why this program ended the tool, if it did. */
  ended: string | null;
}

function runToEnd(
  program: string,
  args: readonly string[],
  options: ToolOptions,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...toolEnvironment(), ...options.env },
      // A process group of its own, so that what the tool starts can be ended with it.
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    let stdoutBytes = 0;
    let stderr = Buffer.alloc(0);
    let ended: string | null = null;
    let killTimer: NodeJS.Timeout | undefined;

    const end = (reason: string): void => {
      if (ended !== null) return;
      ended = reason;
      signalGroup(child, 'SIGTERM');
      killTimer = setTimeout(() => {
        signalGroup(child, 'SIGKILL');
      }, GRACE_MS);
    };
    const onAbort = (): void => {
      end('cancelled');
    };
    const timeLimit =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            end(`no end after ${String(options.timeoutMs)} ms`);
          }, options.timeoutMs);
    const settle = (): void => {
      clearTimeout(killTimer);
      clearTimeout(timeLimit);
      options.signal?.removeEventListener('abort', onAbort);
    };

    options.signal?.addEventListener('abort', onAbort, { once: true });
    // Also when the signal fired between the first look and now.
    if (options.signal?.aborted) onAbort();

    child.stdout.on('data', (chunk: Buffer) => {
      if (options.onStdout) {
        options.onStdout(chunk);
        return;
      }
      stdoutBytes += chunk.length;
      if (stdoutBytes > STDOUT_LIMIT) end('it printed more than can be kept');
      else stdout.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = Buffer.concat([stderr, chunk]).subarray(-STDERR_LIMIT);
    });
    // A tool may end without reading what it is given; its exit code tells whether that matters.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.stdin ?? '');

    child.on('error', (error) => {
      settle();
      const message = messageOf(error);
      reject(stickError('tool/failed', { tool: program, message }, { cause: error }));
    });
    child.on('close', (code, killedBy) => {
      settle();
      resolve({
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: stderr.toString('utf8'),
        code,
        killedBy,
        ended,
      });
    });
  });
}

/** What every tool needs, and nothing of what this program was started with. */
function toolEnvironment(): Record<string, string> {
  const folder = tmpdir();
  return { PATH: toolPath(), LC_ALL: 'C.UTF-8', HOME: homeFolder() ?? folder, TMPDIR: folder };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

function howItEnded(outcome: Outcome): string {
  if (outcome.killedBy !== null) return `ended by ${outcome.killedBy}`;
  return `exit code ${String(outcome.code)}`;
}
