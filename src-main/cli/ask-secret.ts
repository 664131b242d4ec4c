import { stickError } from '../../src-shared/errors';
import { printable } from './printable';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const BACKSPACES = ['\u0008', '\u007f'];

/** Asks at the terminal without showing what is typed. Throws `cancelled` after Ctrl+C, or when the input ends. */
export async function askSecret(question: string, signal: AbortSignal): Promise<string> {
  const { stdin, stderr } = process;
  // Typed keys come one by one and without echo; Ctrl+C is then a character. Before the question, so that nobody
  // answers it while the terminal still shows what is typed.
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  try {
    stderr.write(printable(question));
    return await typedLine(stdin, signal);
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}

function typedLine(stdin: NodeJS.ReadStream, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const typed: string[] = [];
    const end = (settle: () => void): void => {
      stdin.off('data', onData).off('end', cancel);
      signal.removeEventListener('abort', cancel);
      settle();
    };
    const cancel = (): void => {
      end(() => {
        reject(stickError('cancelled', {}));
      });
    };
    const onData = (text: string): void => {
      for (const character of text) {
        if (character === CTRL_C || character === CTRL_D) {
          cancel();
          return;
        }
        if (character === '\r' || character === '\n') {
          end(() => {
            resolve(typed.join(''));
          });
          return;
        }
        if (BACKSPACES.includes(character)) typed.pop();
        else typed.push(character);
      }
    };
    stdin.on('data', onData).on('end', cancel);
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
    else stdin.resume();
  });
}
