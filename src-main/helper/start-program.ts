import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { requireProgram } from '../host/run-tool';

/** A program that runs beside the helper. Its end is told by `exit`, that of its output by `close`. */
export type StartedProgram = ChildProcessByStdio<Writable, Readable, Readable>;

export interface ProgramStart {
  cwd: string;
  /** All of its environment. */
  env: Record<string, string>;
  /** What the kernel sends it when the helper ends, however that happens. */
  onHelperEnd: 'SIGKILL' | 'SIGTERM';
}

/**
 * Starts a program that may run as long as the helper, and no longer: setpriv(1) has the kernel see to
 * that (PR_SET_PDEATHSIG). It has a session of its own, so that Ctrl+C in a terminal doesn't reach it.
 * Throws `tool/missing`.
 */
export async function startProgram(
  [name, ...args]: readonly [string, ...string[]],
  { cwd, env, onHelperEnd }: ProgramStart,
): Promise<StartedProgram> {
  const [setpriv = '', program = ''] = await Promise.all(['setpriv', name].map(requireProgram));
  const pdeathsig = onHelperEnd.replace(/^SIG/, '');
  return spawn(setpriv, ['--pdeathsig', pdeathsig, '--', program, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}
