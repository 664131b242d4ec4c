import { spawn } from 'node:child_process';
import { childHelper } from '../child-helper';
import { builtScript } from '../built-script';
import { RunningHelper, type HelperProcess } from '../running-helper';
import { lastLine } from '../text-lines';
import { HELPER_ENVIRONMENT, runElevated } from './elevate';
import { arrangeMeeting } from './meeting';
import type { Helpers } from './open-targets';
import { runOperation } from './run-operation';
import { SharedHelper } from './shared-helper';

/** The helpers of this computer, for all that a program does at the same time. */
export function windowsHelpers(): Helpers {
  const starter = (start: (folder: string) => HelperProcess) => (signal: AbortSignal) =>
    RunningHelper.start(start, signal, () => arrangeMeeting(runOperation));
  return {
    elevated: new SharedHelper(starter(startElevatedHelper)),
    startOwn: starter(startHelper),
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
