import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { madeOnce } from './made-once-testing';

/** The built command line, as users run it. */
export const CLI = resolve(__dirname, '../../dist/main/cli.js');

const HIDE =
  'while [ "$1" != -- ]; do mount --bind /dev/null "$1" || exit 99; shift; done; shift; exec "$@"';

export interface CliRun {
  code: number | null;
  stdout: string;
  stderr: string;
  /** The JSON lines of stdout, when `--json` was among the arguments. */
  lines: Record<string, unknown>[];
  /** The line of type `error`, if there is one. */
  error: { code: string; stick: string; params: Record<string, unknown>; next: string } | undefined;
}

export interface CliOptions {
  env?: Record<string, string>;
  cwd?: string;
  /** What it reads from stdin; without it stdin is empty. */
  stdin?: string;
  /** Programs that this run can't find: in a mount namespace of its own, /dev/null lies over them. */
  hide?: string[];
  /** Sends SIGINT, as Ctrl+C does, when a line of stdout satisfies this. */
  interruptWhen?: (line: Record<string, unknown>) => boolean;
  /** Sends SIGINT as soon as this stands in stderr, where the log goes. */
  interruptWhenSaid?: string;
  /** Sends this signal once the promise is fulfilled. */
  signalAfter?: { signal: NodeJS.Signals; moment: Promise<unknown> };
}

/** Runs a command with `--json` and waits for its end. Unless told otherwise, it leaves no records and no diary to this user. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const config = await mkdtemp(join(tmpdir(), 'sticksmith-config-'));
  try {
    return await run(args, { ...options, env: { XDG_CONFIG_HOME: config, ...options.env } });
  } finally {
    await rm(config, { recursive: true, force: true });
  }
}

function run(args: readonly string[], options: CliOptions): Promise<CliRun> {
  return new Promise((resolveRun, reject) => {
    const hiding = (options.hide ?? []).length > 0;
    const command = [process.execPath, CLI, ...args, '--json'];
    const [program = '', ...rest] = hiding
      ? ['unshare', '--mount', 'sh', '-c', HIDE, 'sh', ...(options.hide ?? []), '--', ...command]
      : command;
    const child = spawn(program, rest, {
      env: { ...process.env, ...options.env },
      cwd: options.cwd ?? process.cwd(),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    // A command that doesn't read it ends before it is written.
    child.stdin.on('error', () => undefined).end(options.stdin ?? '');
    let stdout = '';
    let stderr = '';
    let looked = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      for (let end = stdout.indexOf('\n', looked); end >= 0; end = stdout.indexOf('\n', looked)) {
        const line = JSON.parse(stdout.slice(looked, end)) as Record<string, unknown>;
        looked = end + 1;
        if (options.interruptWhen?.(line) === true) child.kill('SIGINT');
      }
    });
    let interrupted = false;
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      const { interruptWhenSaid: said } = options;
      if (said === undefined || interrupted || !stderr.includes(said)) return;
      interrupted = true;
      child.kill('SIGINT');
    });
    options.signalAfter?.moment.then(
      () => child.kill(options.signalAfter?.signal),
      (cause: unknown) => {
        child.kill('SIGKILL');
        reject(new Error('the moment of the signal never came', { cause }));
      },
    );
    child.on('error', reject);
    child.on('close', (code) => {
      const lines = stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      const error = lines.find(({ type }) => type === 'error') as CliRun['error'];
      resolveRun({ code, stdout, stderr, lines, error });
    });
  });
}

/** Puts a practice ISO into a folder and returns its path. */
export async function practiceIso(folder: string, payload = '24M'): Promise<string> {
  await madeOnce(`practice "ISO" ü 练习 ${payload}`, (place) => practice(place, payload), folder);
  return join(folder, 'practice.iso');
}

async function practice(folder: string, payload: string): Promise<void> {
  const run = await runCli(['practice', folder, '--payload', payload]);
  const result = run.lines.find(({ type }) => type === 'result');
  if (result?.['iso'] !== join(folder, 'practice.iso')) {
    throw new Error(`no practice ISO: ${run.stderr}${run.stdout}`);
  }
}
