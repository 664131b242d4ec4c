import { join } from 'node:path';

/**
 * The folder beside a portable executable that holds all that is the program's own; null for an installed program. The
 * portable build's starter sets `PORTABLE_EXECUTABLE_DIR` (electron-builder, portable target). `STICKSMITH_DATA` moves
 * everything to one folder; tests use it.
 */
export function portableFolder(environment: NodeJS.ProcessEnv): string | null {
  const beside = [environment['STICKSMITH_DATA'], environment['PORTABLE_EXECUTABLE_DIR']].find(
    (folder) => folder !== undefined && folder !== '',
  );
  return beside === undefined ? null : join(beside, 'sticksmith-data');
}
