import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { messageOf, stickError } from '../../src-shared/errors';
import { startProgram, type StartedProgram } from './start-program';

const LOOK_EVERY_MS = 250;
/** A program that was just started and has no first process yet is given this many looks. */
const LOOKS_FOR_FIRST = 20;
const KILL_EVERY_MS = 25;

export interface Confined {
  /** Program and arguments. */
  argv: readonly [string, ...string[]];
  cwd: string;
  env: Record<string, string>;
  /** What it reads; after that its input ends. */
  stdin: string;
}

export interface ConfinedWatch {
  signal: AbortSignal;
  onOutput: (stream: 'stdout' | 'stderr', chunk: Buffer) => void;
  /**
   * Called four times a second; a number that grows while the program does something that it doesn't
   * speak of.
   */
  look: () => Promise<number>;
  /** Milliseconds in which it may neither print nor do anything, and in which it must have ended. */
  silenceMs: number;
  limitMs: number;
}

export interface ConfinedEnd {
  /** Who ended it. */
  by: 'itself' | 'cancel' | 'silence' | 'limit';
  /** Null when a signal ended it. */
  exitCode: number | null;
}

/**
 * Runs a foreign program as this process's user, in namespaces of its own (unshare(1)):
 * - of mounts: what it mounts and unmounts, nobody else sees. What others unmount goes away there, too.
 * - of processes: whatever it starts ends with it, even what leaves its session.
 *
 * Returns when all of that has ended. It also ends when the helper does. Throws `tool/missing`,
 * `ventoy/run-failed` when it can't be started.
 */
export async function runConfined(program: Confined, watch: ConfinedWatch): Promise<ConfinedEnd> {
  const namespaces = [
    ...['--mount', '--propagation', 'slave', '--mount-proc'],
    ...['--pid', '--fork', '--kill-child=SIGKILL'],
  ];
  const { argv, cwd, env, stdin } = program;
  const start = { cwd, env, onHelperEnd: 'SIGKILL' } as const;
  const child = await startProgram(['unshare', ...namespaces, '--', ...argv], start);
  let lastSign = performance.now();
  const onOutput = (stream: 'stdout' | 'stderr') => (chunk: Buffer) => {
    lastSign = performance.now();
    watch.onOutput(stream, chunk);
  };
  child.stdout.on('data', onOutput('stdout'));
  child.stderr.on('data', onOutput('stderr'));
  // It may end without having read all of it.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);

  const closed = once(child, 'close').catch((error: unknown) => {
    const message = messageOf(error);
    throw stickError('ventoy/run-failed', { message }, { cause: error });
  });
  let running = true;
  const ended = closed.finally(() => {
    running = false;
  });
  const began = performance.now();
  let seen = 0;
  /** Who must end it now. */
  const due = (): Exclude<ConfinedEnd['by'], 'itself'> | null => {
    const now = performance.now();
    if (watch.signal.aborted) return 'cancel';
    if (now - lastSign > watch.silenceMs) return 'silence';
    return now - began > watch.limitMs ? 'limit' : null;
  };
  const supervise = async (): Promise<ConfinedEnd['by']> => {
    while (running) {
      const by = due();
      if (by !== null) {
        await kill(child, () => running);
        return by;
      }
      const done = await watch.look();
      if (done > seen) lastSign = performance.now();
      seen = Math.max(seen, done);
      await soonerOf(ended, watch.signal, LOOK_EVERY_MS);
    }
    return 'itself';
  };
  const supervised = supervise().catch(async (error: unknown) => {
    await kill(child, () => running);
    throw error;
  });
  const [by, [exitCode]] = (await Promise.all([supervised, ended])) as [
    ConfinedEnd['by'],
    [number | null],
  ];
  return { by, exitCode };
}

/** Waits until the program has ended, the signal fires, or so many milliseconds have passed. */
function soonerOf(ended: Promise<unknown>, signal: AbortSignal, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal.addEventListener('abort', finish, { once: true });
    ended.then(finish, finish);
  });
}

/**
 * Kills the first process of the namespace; the kernel kills all others in it, and unshare(1) ends
 * when none is left. Before there is one, unshare itself is killed.
 */
async function kill(child: StartedProgram, running: () => boolean): Promise<void> {
  for (let looks = 0; running(); looks += 1) {
    const first = await firstOf(child.pid);
    if (first !== null) kill9(first);
    else if (looks > LOOKS_FOR_FIRST) child.kill('SIGKILL');
    await wait(KILL_EVERY_MS);
  }
}

async function firstOf(pid: number | undefined): Promise<number | null> {
  if (pid === undefined) return null;
  const text = String(pid);
  const children = await readFile(`/proc/${text}/task/${text}/children`, 'utf8').catch(() => '');
  const [first = ''] = children.trim().split(' ');
  return first === '' ? null : Number(first);
}

function kill9(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
