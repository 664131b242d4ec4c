/** The last part of a path of either kind of system. */
export function fileName(path: string): string {
  return /[^/\\]*$/.exec(path)?.[0] ?? path;
}
