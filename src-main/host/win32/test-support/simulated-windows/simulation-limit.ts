/**
 * Windows could do this, or does it in a way nobody here knows, and the simulated computer can't. It is thrown at the test, and is
 * never an answer of Windows'.
 */
export class SimulationLimit extends Error {
  override readonly name = 'SimulationLimit';
}

/** A program of the simulated Windows ended with an error: what it printed last, where, and its exit code. */
export class ProgramFailed extends Error {
  constructor(
    readonly code: number,
    readonly text: string,
    readonly stream: 'stdout' | 'stderr' = 'stdout',
  ) {
    super(text.trim());
  }
}
