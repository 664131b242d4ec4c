import { isAbsolute, join } from 'node:path';
import { homeFolder } from './home-folder';
import { portableFolder } from './portable-folder';

const NAME = 'sticksmith';

/**
 * Where settings, logs and the diary are, for the wizard and for the command line: beside a portable executable, else where
 * the system wants such files of a user. That is where Electron has them, too (documented: https://www.electronjs.org/docs/latest/api/app,
 * `app.getPath`, appData). Null for a user without a home folder.
 */
export function dataFolder(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const portable = portableFolder(environment);
  if (portable !== null) return portable;
  const [variable, usual] = userFolder(platform);
  const named = environment[variable];
  if (named !== undefined && isAbsolute(named)) return join(named, NAME);
  const home = homeFolder();
  return home === null ? null : join(home, ...usual, NAME);
}

/** The variable that names the folder, and where in the home folder it is without one. */
function userFolder(platform: NodeJS.Platform): [variable: string, usual: string[]] {
  return platform === 'win32'
    ? ['APPDATA', ['AppData', 'Roaming']]
    : ['XDG_CONFIG_HOME', ['.config']];
}
