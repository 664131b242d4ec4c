import type { Computer } from './computer';

/** What a simulated program is started with. */
export interface ProgramCall {
  args: readonly string[];
  /** Texts of the scripts by their Windows paths, decoded as Windows decodes them. */
  scripts: ReadonlyMap<string, string>;
  stdin: string;
  signal: AbortSignal;
  print: (text: string) => void;
  printError: (text: string) => void;
  /** To be called before each of a program's steps, with how many are done: it may be ended here. */
  endsAfter: (steps: number) => void;
}

/** Changes the computer and prints. Throws ProgramFailed to end with an exit code, and SimulationLimit. */
export type SimulatedProgram = (computer: Computer, call: ProgramCall) => Promise<void>;
