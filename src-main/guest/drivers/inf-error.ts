/** An INF file that can't be read. The message says what is wrong, for people. */
export class InfError extends Error {
  override readonly name = 'InfError';
}
