/**
 * A call of one of Windows' own programs, as a value: it can be shown before anybody agrees to it, run, and tested on a
 * computer without Windows.
 */
export interface Operation {
  /** What it does, in English, as a line of "show the exact operations". */
  title: string;
  /** File name of the program. It is looked for in Windows' own folders only, never in the PATH. */
  program: string;
  /** One string an argument, not quoted. `{name}` as a whole argument's end stands for the path of that script. */
  args: readonly string[];
  /** Files that the program reads: made in a private folder before it starts, and removed when it has ended. */
  scripts: readonly OperationScript[];
  /** What the program reads from its standard input. A secret is never shown, logged or kept. */
  stdin: OperationInput | null;
  /** Exit codes with which it has done what it was asked for. */
  okCodes: readonly number[];
  /** What its output tells of the work's progress, from 0 to 1; null for a line that tells nothing. */
  progressOf: (line: string) => number | null;
  /** What its output says went wrong, although or because of its exit code; null when nothing did. */
  failureOf: (output: OperationOutput) => OperationFailure | null;
  /** Takes back what it changed on this computer. It is noted in the journal before the operation starts. */
  undo: Operation | null;
}

export interface OperationScript {
  /** Letters, digits, `-` and `.`; unique in its operation. */
  name: string;
  text: string;
  encoding: ScriptEncoding;
}

/** How a program reads its script: with a byte order mark where there is one. */
export type ScriptEncoding = 'utf-16le-bom' | 'utf-8-bom' | 'ascii';

export interface OperationInput {
  text: string;
  secret: boolean;
}

/** What a program printed, decoded, and how it ended. */
export interface OperationOutput {
  code: number;
  stdout: string;
  stderr: string;
}

/** Why an operation failed, in words that don't depend on Windows' language where that can be had. */
export interface OperationFailure {
  /** `0x…` or the program's own number, where it printed one. */
  windowsCode: string | null;
  /** The line that says it, in the language of this Windows. */
  message: string;
}
