/** What Ventoy's script for Linux prints when, and only when, all was done. */
const SUCCESS = /successfully finished/i;

/** Whether a run says of itself that it did all it was to do. No proof that it did. */
export function claimsSuccess({
  exitCode,
  output,
}: {
  exitCode: number | null;
  output: string;
}): boolean {
  return exitCode === 0 && SUCCESS.test(output);
}
