import { join } from 'node:path';
import { dataFolder } from '../io/data-folder';
import { defaultWorkFolder } from '../io/default-work-folder';

/** Where the program keeps what is its own. */
export interface Places {
  /** Settings, logs and the diary. */
  data: string;
  /** Files that take much space, unless another folder is chosen in the settings. */
  work: string;
}

/**
 * The same places as the command line's. `userData` tells where Electron keeps data, for a user without a home folder; it is asked for that only,
 * because telling it makes the folder.
 */
export function findPlaces(userData: () => string, environment: NodeJS.ProcessEnv): Places {
  const data = dataFolder(environment) ?? userData();
  return { data, work: defaultWorkFolder(environment) ?? join(data, 'work') };
}
