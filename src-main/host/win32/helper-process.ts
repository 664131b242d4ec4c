import { spawn } from 'node:child_process';
import { childHelper } from '../child-helper';
import { builtScript } from '../built-script';
import { RunningHelper, type HelperProcess } from '../running-helper';
import { lastLine } from '../text-lines';
import { HELPER_ENVIRONMENT, runElevated } from './elevate';
import { isElevated } from './is-elevated';
import { arrangeMeeting } from './meeting';
import type { Helpers } from '../target-opener';
import { runOperation } from './run-operation';
import { SharedHelper } from '../shared-helper';

/**
 * The helpers of this computer, for all that a program does at the same time. Nobody is asked for rights that the program has
 * already, as on Linux.
 */
export function windowsHelpers(hasRights: () => Promise<boolean> = isElevated): Helpers {
  const starter = (start: (folder: string) => HelperProcess) => (signal: AbortSignal) =>
    RunningHelper.start(start, signal, () => arrangeMeeting(runOperation));
  const startOwn = starter(startHelper);
  const askForRights = starter(startElevatedHelper);
  return {
    elevated: new SharedHelper(async (signal) => {
      // A person can be asked also where that can't be told.
      const start = (await hasRights().catch(() => false)) ? startOwn : askForRights;
      return start(signal);
    }),
    startOwn,
  };
}

/** Starts the helper with this user's own rights. */
export function startHelper(folder: string): HelperProcess {
  const child = spawn(process.execPath, [builtScript('helper'), folder], {
    env: { ...process.env, ...HELPER_ENVIRONMENT },
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return childHelper(child);
}

/** Starts the helper with administrator rights, after asking for them. It ends when its connection does. */
export function startElevatedHelper(folder: string): HelperProcess {
  const argv = [process.execPath, builtScript('helper'), folder];
  const ended = runElevated(argv).then((said) => lastLine(said) ?? 'it ended');
  ended.catch(() => undefined);
  return { ended, kill: () => undefined };
}
