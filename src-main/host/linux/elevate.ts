import { exec } from 'sudo-prompt';
import { messageOf, stickError } from '../../../src-shared/errors';

/** What sudo-prompt says; it makes up these texts itself, so they are the same in every language. */
const NO_AGENT = /No polkit authentication agent found|Unable to find pkexec/;
const NOT_GRANTED = 'User did not grant permission';

/**
 * Runs a program with administrator rights after the person agreed to it in a dialog of the desktop.
 * Resolves when the program has ended, however long that takes, with what it printed on stderr.
 * Throws `elevation/denied`, `elevation/unavailable`.
 */
export function runElevated(argv: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const unsafeFolder = unquotableFolder(process.cwd());
    if (unsafeFolder !== null) {
      reject(stickError('elevation/unavailable', { message: unsafeFolder }));
      return;
    }
    exec(elevatedCommand(argv), { name: 'Sticksmith' }, (error, _stdout, stderr) => {
      const said = String(stderr ?? '');
      if (!error) resolve(said);
      else if (NO_AGENT.test(error.message)) {
        const message = error.message.replace(/\.$/, '');
        reject(stickError('elevation/unavailable', { message }, { detail: said }));
      } else if (error.message.includes(NOT_GRANTED)) {
        reject(stickError('elevation/denied', {}, { detail: said }));
      } else {
        // The program ran and ended badly; whoever talks to it knows more.
        resolve(said || messageOf(error));
      }
    });
  });
}

/**
 * One command line for sudo-prompt, which is read by two shells, one after the other. The inner one
 * (bash, with administrator rights) must see each argument in single quotes. The outer one (sh) sees
 * the whole in double quotes, in which it acts upon `\`, `$`, the backtick and `"`. sudo-prompt puts a
 * backslash before each `"` and before nothing else; the rest is done here.
 */
export function elevatedCommand(argv: readonly string[]): string {
  for (const argument of argv) {
    if (argument.includes('\0')) throw new RangeError('an argument holds a NUL character');
  }
  const inner = argv.map((argument) => `'${argument.replaceAll("'", "'\\''")}'`).join(' ');
  return inner.replace(/[\\$`]/g, '\\$&');
}

/** sudo-prompt names the current folder to a shell in the same double quotes, and quotes only `"`. */
function unquotableFolder(folder: string): string | null {
  return /[\\$`]/.test(folder)
    ? `the program was started in a folder whose name a shell misreads (${folder})`
    : null;
}
