import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { projectRoot } from './paths.mjs';

/** A step of the machinery went wrong in a way its message explains: printed without a stack. */
export class SetupError extends Error {}

/** What a program printed last is read well within this time after its end. */
const lastOutputMs = 2_000;

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] replaces the environment
 * @property {number} [timeoutMs] the process is killed after that time
 * @property {'stdout' | 'stderr' | 'collect' | ((text: string) => void)} [output] where its output goes;
 *   `stdout` by default. A function gets stdout and stderr as they come, never half a character
 */

/**
 * Runs a program without a shell and without stdin.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} `output` holds stdout and stderr when collected
 */
export function run(command, args, options = {}) {
  const { cwd = projectRoot, env = process.env, timeoutMs, output = 'stdout' } = options;
  const piped = output === 'collect' || typeof output === 'function';
  const stream = piped ? 'pipe' : output === 'stderr' ? 2 : 'inherit';
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', stream, piped ? 'pipe' : 'inherit'],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs, killSignal: 'SIGKILL' }),
    });
    let collected = '';
    const take =
      typeof output === 'function'
        ? output
        : (/** @type {string} */ text) => {
            collected += text;
          };
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);
    child.once('error', fail);
    // Something that it left running may hold its output open for ever.
    child.once('exit', () => {
      setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, lastOutputMs).unref();
    });
    child.once('close', (code) => {
      done({ code: code ?? 1, output: collected });
    });
  });
}

/**
 * As {@link run}, but anything except success is a SetupError.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export async function mustRun(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) {
    throw new SetupError(`${[command, ...args].join(' ')} failed (exit code ${code})\n${output}`);
  }
  return output;
}

/**
 * Runs a program in place of this one: with its stdin, stdout and stderr, and told to end when we are.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code; 128 and the signal's number where a signal ended it
 */
export function runInForeground(command, args, { cwd = projectRoot, env = process.env } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    // The terminal sends SIGINT to both; without a listener this process would end first.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', fail);
    child.once('close', (code, signal) => {
      done(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/**
 * npm as it was started, so that the version in use stays the same.
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function npmCommand(args) {
  const script = process.env['npm_execpath'];
  return script?.endsWith('npm-cli.js') ? [process.execPath, [script, ...args]] : ['npm', args];
}

/**
 * Says what goes on without touching stdout, which belongs to the program that is run.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a script's main function; its number becomes the exit code.
 * @param {() => Promise<number | undefined>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(
      error instanceof SetupError
        ? `\n${error.message}`
        : String(error instanceof Error ? error.stack : error),
    );
    process.exitCode = 1;
  }
}
