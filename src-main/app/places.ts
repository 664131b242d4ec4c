import { join } from 'node:path';
import { defaultWorkFolder } from '../io';

/** Where the program keeps what is its own. */
export interface Places {
  /** Settings and logs. */
  data: string;
  /** Files that take much space, unless another folder is chosen in the settings. */
  work: string;
}

/**
 * Beside the executable for a portable build, whose starter sets `PORTABLE_EXECUTABLE_DIR` (electron-builder, portable target), else where the system wants such files. `STICKSMITH_DATA` moves everything to one
 * folder; tests use it.
 */
export function findPlaces(userData: string, environment: NodeJS.ProcessEnv): Places {
  const portable = [environment['STICKSMITH_DATA'], environment['PORTABLE_EXECUTABLE_DIR']].find(
    (folder) => folder !== undefined && folder !== '',
  );
  if (portable !== undefined) {
    const folder = join(portable, 'sticksmith-data');
    return { data: folder, work: join(folder, 'work') };
  }
  return { data: userData, work: defaultWorkFolder(environment) ?? join(userData, 'work') };
}
