import { spawn } from 'node:child_process';
import { win32 } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { messageOf, stickError } from '../../../src-shared/errors';
import { findWindowsProgram } from './find-windows-program';
import { systemFolder } from './system-folder';

/** How one of Windows' programs is started. */
export interface ProgramCall {
  /** File name, such as `diskpart.exe`. */
  program: string;
  /** Arguments as the program shall see them, not quoted. */
  args: readonly string[];
  /** Private folder for its temporary files. Null: it makes none. */
  folder: string | null;
}

export interface RunningProgram {
  stdin: Writable;
  stdout: Readable;
  stderr: Readable;
  /** Settles with its exit code when it has ended and its output was read. */
  ended: Promise<number>;
  /** Ends it at once, and every program that it started. */
  endTree(): void;
}

/** Starts a program of Windows. Throws `tool/missing`, `tool/failed`, and `RangeError` for a call that can't be. */
export type StartProgram = (call: ProgramCall) => Promise<RunningProgram>;

/** What a program printed last is read well within this time, in milliseconds, after its end. */
const LAST_OUTPUT_MS = 2000;

/**
 * Starts one of Windows' own programs without a shell. Node quotes each argument as Microsoft's C runtime takes it apart
 * (learn.microsoft.com, "Parsing C command-line arguments"). libuv puts the program into a job that Windows ends with this
 * process, however that ends (libuv, src/win/process.c); what the program itself starts is outside of that job.
 */
export const startWindowsProgram: StartProgram = async ({ program, args, folder }) => {
  for (const argument of args) {
    if (argument.includes('\0')) throw new RangeError('an argument holds a NUL character');
  }
  const path = await findWindowsProgram(program);
  const system = await systemFolder();
  const taskkill = win32.join(system, 'taskkill.exe');
  const env = environmentFor(system, folder ?? win32.join(win32.dirname(system), 'Temp'));
  const child = spawn(path, args, {
    // Libraries are looked for in the current folder, too; and a folder can't be removed while it is somebody's.
    cwd: system,
    env,
    // A hidden console of its own: no window, and not the code page that our console was set to.
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', (error) => {
      const message = messageOf(error);
      reject(stickError('tool/failed', { tool: program, message }, { cause: error }));
    });
    child.once('exit', () => {
      // Something that it left running may hold its output open for ever.
      setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, LAST_OUTPUT_MS).unref();
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
  // Whoever started it asks when it matters.
  ended.catch(() => undefined);
  return {
    stdin: child.stdin,
    stdout: child.stdout,
    stderr: child.stderr,
    ended,
    endTree() {
      // Its number can't be another process's: Node holds a handle to it until it says `exit`.
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const killer = spawn(taskkill, ['/F', '/T', '/PID', String(child.pid)], {
        env,
        cwd: system,
        windowsHide: true,
        stdio: 'ignore',
      });
      const killAlone = (): void => {
        if (child.exitCode === null) child.kill();
      };
      killer.once('error', killAlone);
      killer.once('exit', killAlone);
    },
  };
};

/** What Windows' programs need, and nothing of what this program was started with. */
function environmentFor(system: string, temporary: string): Record<string, string> {
  const windows = win32.dirname(system);
  const drive = win32.parse(windows).root.slice(0, 2);
  const powershell = win32.join(system, 'WindowsPowerShell', 'v1.0');
  return {
    SystemRoot: windows,
    windir: windows,
    SystemDrive: drive,
    ComSpec: win32.join(system, 'cmd.exe'),
    PATH: [system, windows, win32.join(system, 'Wbem'), powershell].join(';'),
    PATHEXT: '.COM;.EXE',
    PSModulePath: win32.join(powershell, 'Modules'),
    ProgramData: `${drive}\\ProgramData`,
    ProgramFiles: `${drive}\\Program Files`,
    TEMP: temporary,
    TMP: temporary,
  };
}
