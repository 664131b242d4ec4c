import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { messageOf, stickError } from '../../src-shared/errors';
import { isMounted } from './mount-folder';
import { startProgram } from './start-program';

const LOOK_EVERY_MS = 20;
/** It reads much of a large volume's table of clusters before it is there. */
const MOUNT_LIMIT_MS = 120_000;
const SAID_LIMIT = 4096;

/** A program that is a file system. */
export interface FuseDaemon {
  /** Settles when it has ended, with what went wrong, or null. */
  ended: Promise<string | null>;
}

/**
 * Mounts by a FUSE program and returns when it is mounted. When the helper ends, the program gets a
 * SIGTERM, upon which it unmounts and writes what it still holds. Throws `mount/failed`, `tool/missing`.
 */
export async function startFuseDaemon(
  argv: readonly [string, ...string[]],
  path: string,
  target: string,
): Promise<FuseDaemon> {
  const child = await startProgram(argv, {
    cwd: '/',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' },
    onHelperEnd: 'SIGTERM',
  });
  child.stdin.end();
  let said = Buffer.alloc(0);
  const listen = (chunk: Buffer): void => {
    said = Buffer.concat([said, chunk]).subarray(-SAID_LIMIT);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  let over: string | null | undefined;
  const ended = once(child, 'close').then(
    ([code, signal]: (number | string | null)[]) =>
      (over = code === 0 ? null : (lastLine(said) ?? `it ended with ${String(code ?? signal)}`)),
    (error: unknown) => (over = messageOf(error)),
  );
  const failed = (message: string) =>
    stickError('mount/failed', { target, message }, { detail: said.toString('utf8') });

  const began = performance.now();
  while (!(await isMounted(path))) {
    if (over !== undefined) throw failed(over ?? 'its program ended');
    if (performance.now() - began > MOUNT_LIMIT_MS) {
      child.kill('SIGKILL');
      await ended;
      throw failed('its program did not answer');
    }
    await wait(LOOK_EVERY_MS);
  }
  return { ended };
}

function lastLine(said: Buffer): string | null {
  const line = said.toString('utf8').trim().split('\n').at(-1)?.trim();
  return line === undefined || line === '' ? null : line;
}
