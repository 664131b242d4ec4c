import { log } from './log';

/** Writes how long the program took until its first step could be used, since its process was created. */
export function logStartUp(): void {
  const created = process.getCreationTime();
  if (created !== null) log.info(`Usable after ${(Date.now() - created).toFixed(0)} ms`);
}
