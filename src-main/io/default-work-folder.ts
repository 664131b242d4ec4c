import { isAbsolute, join } from 'node:path';
import { homeFolder } from './home-folder';
import { portableFolder } from './portable-folder';

/**
 * Where files that take much space go unless another folder is named: beside a portable executable, else the user's cache folder, or on Windows what programs
 * keep of a user on this one computer. A relative XDG_CACHE_HOME counts as none (XDG Base Directory Specification), and so
 * does a relative LOCALAPPDATA. (documented: https://learn.microsoft.com/windows/win32/shell/knownfolderid,
 * FOLDERID_LocalAppData; the variable: https://learn.microsoft.com/windows/deployment/usmt/usmt-recognized-environment-variables)
 * Null for a user without a home folder.
 */
export function defaultWorkFolder(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const portable = portableFolder(environment);
  if (portable !== null) return join(portable, 'work');
  const home = homeFolder();
  if (platform === 'win32') {
    const local = absolute(environment['LOCALAPPDATA']);
    const usual = local ?? (home === null ? null : join(home, 'AppData', 'Local'));
    return usual === null ? null : join(usual, 'Sticksmith');
  }
  const cache = absolute(environment['XDG_CACHE_HOME']) ?? (home && join(home, '.cache'));
  return cache === null ? null : join(cache, 'sticksmith', 'work');
}

function absolute(path: string | undefined): string | null {
  return path !== undefined && isAbsolute(path) ? path : null;
}
