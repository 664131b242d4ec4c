import { basename, extname } from 'node:path';

/** A path that a person typed, with this ending where it has none. */
export function withEnding(path: string, ending: string): string {
  return extname(basename(path)) === '' ? `${path}${ending}` : path;
}
