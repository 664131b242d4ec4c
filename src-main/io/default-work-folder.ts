import { isAbsolute, join } from 'node:path';
import { homeFolder } from './home-folder';

/**
 * Where files that take much space go unless another folder is named: the user's cache folder. A
 * relative XDG_CACHE_HOME counts as none (XDG Base Directory Specification). Null for a user without
 * a home folder.
 */
export function defaultWorkFolder(environment: NodeJS.ProcessEnv): string | null {
  const cache = environment['XDG_CACHE_HOME'];
  if (cache !== undefined && isAbsolute(cache)) return join(cache, 'sticksmith', 'work');
  const home = homeFolder();
  return home === null ? null : join(home, '.cache', 'sticksmith', 'work');
}
