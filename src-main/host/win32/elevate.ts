import { tmpdir } from 'node:os';
import { win32 } from 'node:path';
import { exec } from 'sudo-prompt';
import { messageOf, stickError } from '../../../src-shared/errors';

/** What sudo-prompt says, in every language of Windows: of a refusal, and of PowerShell that can't be started. */
const NOT_GRANTED = 'User did not grant permission';

/** Absolute, on a drive; of what cmd.exe and PowerShell read in paths only what has no meaning to either in double quotes. */
const QUOTABLE_PATH = /^[A-Za-z]:\\[^"%!&|<>^'`$;\u2018-\u201f\0-\x1f/*?:]*$/;

/** As the helper's environment on Linux: Node's part of Electron, and a thread for each write under way. */
export const HELPER_ENVIRONMENT = { ELECTRON_RUN_AS_NODE: '1', UV_THREADPOOL_SIZE: '64' };

/** Tells a helper that the person was asked for its rights: Node can't tell. */
export const ELEVATED_VARIABLE = 'STICKSMITH_ELEVATED';

/**
 * Variables that have Node or its OpenSSL load or write further files, set empty, which in a batch file is as unset: whatever a
 * program without administrator rights has put into the user's environment must not run with them. (documented:
 * https://nodejs.org/api/cli.html#environment-variables, https://docs.openssl.org/3.0/man7/openssl-env/)
 */
const NOTHING_LOADED = {
  NODE_OPTIONS: '',
  NODE_PATH: '',
  NODE_COMPILE_CACHE: '',
  NODE_REDIRECT_WARNINGS: '',
  NODE_V8_COVERAGE: '',
  NODE_EXTRA_CA_CERTS: '',
  OPENSSL_CONF: '',
  OPENSSL_ENGINES: '',
  OPENSSL_MODULES: '',
};

/** The whole of what is set for a helper that runs with administrator rights; of other variables it has what the user has. */
export const ELEVATED_ENVIRONMENT: Readonly<Record<string, string>> = {
  ...NOTHING_LOADED,
  ...HELPER_ENVIRONMENT,
  [ELEVATED_VARIABLE]: '1',
};

/**
 * Runs a program with administrator rights after the person agreed to it (User Account Control). Resolves when it has
 * ended, with what it printed on stderr. Throws `elevation/denied`, `elevation/unavailable`.
 *
 * sudo-prompt writes two batch files into a folder of random name in the user's TEMP, and has PowerShell start one of them with
 * `Start-Process -Verb runAs`. What follows from that:
 * - A program of the same user can change the batch files while the person is being asked. Such a program can also ask by itself,
 *   or change this one: Microsoft doesn't count that as a boundary (learn.microsoft.com, "How User Account Control works").
 * - The batch files name the current folder and TEMP to cmd.exe, in which `%` starts a variable, also in quotes.
 * - The dialog names cmd.exe, not this program.
 */
export function runElevated(argv: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const unsafe = [process.cwd(), tmpdir()].find((folder) => !QUOTABLE_PATH.test(folder));
    if (unsafe !== undefined) {
      reject(unquotable(unsafe));
      return;
    }
    exec(
      elevatedCommand(argv),
      { name: 'Sticksmith', env: { ...ELEVATED_ENVIRONMENT } },
      (error, _stdout, stderr) => {
        const said = String(stderr ?? '');
        if (!error) resolve(said);
        else if (error.message.includes(NOT_GRANTED)) {
          reject(stickError('elevation/denied', {}, { detail: said }));
        } else {
          // The program ran and ended badly; whoever talks to it knows more.
          resolve(said || messageOf(error));
        }
      },
    );
  });
}

/**
 * A line of a batch file: each part in double quotes. Only paths are taken, and only such as cmd.exe leaves alone, for there is
 * no way to quote all of its signs. Throws `elevation/unavailable` for others.
 */
export function elevatedCommand(argv: readonly string[]): string {
  for (const argument of argv) {
    // A backslash before the closing quote would quote that.
    if (!QUOTABLE_PATH.test(argument) || argument.endsWith('\\')) throw unquotable(argument);
  }
  return argv.map((argument) => `"${win32.normalize(argument)}"`).join(' ');
}

function unquotable(path: string): Error {
  const message = `the path ${path} holds signs that Windows’ command line misreads`;
  return stickError('elevation/unavailable', { message });
}
