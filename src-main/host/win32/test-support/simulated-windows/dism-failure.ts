import { ProgramFailed } from './simulation-limit';

/** Numbers of winerror.h and of Windows' components, and their sentences. */
const SENTENCE: Readonly<Record<number, string>> = {
  2: 'The system cannot find the file specified.',
  3: 'The system cannot find the path specified.',
  11: 'An attempt was made to load a program with an incorrect format.',
  32: 'The process cannot access the file because it is being used by another process.',
  50: 'The request is not supported.',
  87: 'An error occurred while processing the command. Ensure that the command-line arguments are valid.',
  112: 'There is not enough space on the disk.',
  1168: 'Element not found.',
  0x800f080c: 'Feature name is unknown.',
};

/** How DISM tells of an error: small numbers as they are, HRESULTs in hexadecimal digits. */
export function failed(code: number): ProgramFailed {
  const log = 'The DISM log file can be found at C:\\WINDOWS\\Logs\\DISM\\dism.log';
  const number = code < 0x1_0000 ? String(code) : `0x${code.toString(16)}`;
  return new ProgramFailed(
    code,
    `\r\nError: ${number}\r\n\r\n${SENTENCE[code] ?? ''}\r\n\r\n${log}\r\n`,
  );
}
