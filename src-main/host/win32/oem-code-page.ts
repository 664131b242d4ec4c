import { stickError } from '../../../src-shared/errors';
import type { RunningProgram, StartProgram } from './start-program';

/** Where Windows keeps the number of its OEM code page (learn.microsoft.com, "Code Page Identifiers"). */
const KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage';

let known: Promise<number> | null = null;

/**
 * The code page in which this Windows' programs write into a pipe: a program without a console of ours
 * gets a hidden one, which begins with the OEM code page. Asked once a process. Throws `tool/failed`.
 */
export function oemCodePage(start: StartProgram): Promise<number> {
  known ??= askFor(start);
  return known;
}

async function askFor(start: StartProgram): Promise<number> {
  const reg = await start({
    program: 'reg.exe',
    args: ['query', KEY, '/v', 'OEMCP'],
    folder: null,
  });
  return codePageOf(await outputOf(reg));
}

/** From reg's answer, of which name, type and number are ASCII in every language. Throws `tool/failed`. */
export function codePageOf(answer: string): number {
  const number = /^\s*OEMCP\s+REG_SZ\s+(\d{1,5})\s*$/m.exec(answer)?.[1];
  if (number === undefined) {
    const message = 'the code page of this Windows is not known';
    throw stickError('tool/failed', { tool: 'reg.exe', message }, { detail: answer });
  }
  return Number(number);
}

async function outputOf(program: RunningProgram): Promise<string> {
  const pieces: Buffer[] = [];
  program.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  program.stderr.resume();
  program.stdin.end();
  await program.ended;
  return Buffer.concat(pieces).toString('latin1');
}
