import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** Where downloads live that outlast a checkout: `$XDG_CACHE_HOME/sticksmith` or `~/.cache/sticksmith`. */
export function cacheFolder() {
  const base = process.env['XDG_CACHE_HOME'];
  return join(base === undefined || base === '' ? join(homedir(), '.cache') : base, 'sticksmith');
}
