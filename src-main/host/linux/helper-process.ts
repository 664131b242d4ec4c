import { spawn } from 'node:child_process';
import { childHelper } from '../child-helper';
import type { HelperProcess } from '../running-helper';
import { lastLine } from '../text-lines';
import { builtScript } from '../built-script';
import { runElevated } from './elevate';

/**
 * The helper's environment. It writes to several drives at once, each with several writes under way that
 * a thread waits for; with the four that Node has otherwise, a slow drive would keep the others waiting.
 */
const environment = {
  LC_ALL: 'C.UTF-8',
  UV_THREADPOOL_SIZE: '64',
  // Electron is the Node of an installed program; Node itself takes no notice of it.
  ELECTRON_RUN_AS_NODE: '1',
};

/** Starts the helper with this user's own rights. */
export function startHelper(folder: string): HelperProcess {
  const child = spawn(process.execPath, [builtScript('helper'), folder], {
    env: { PATH: process.env['PATH'], ...environment },
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return childHelper(child);
}

/** Starts the helper with administrator rights, after asking for them. It ends when its connection does. */
export function startElevatedHelper(folder: string): HelperProcess {
  const argv = [
    '/usr/bin/env',
    ...Object.entries(environment).map(([name, value]) => `${name}=${value}`),
    process.execPath,
    builtScript('helper'),
    folder,
  ];
  const ended = runElevated(argv).then((said) => lastLine(said) ?? 'it ended');
  ended.catch(() => undefined);
  return { ended, kill: () => undefined };
}
