import { homedir, userInfo } from 'node:os';
import { isAbsolute } from 'node:path';

/** Absolute path of the user's home folder; null for a user without one, as in containers and services. */
export function homeFolder(): string | null {
  try {
    return [homedir(), userInfo().homedir].find(isAbsolute) ?? null;
  } catch {
    return null;
  }
}
