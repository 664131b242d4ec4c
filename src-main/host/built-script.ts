import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stickError } from '../../src-shared/errors';

/**
 * Path of a script of this program that runs in a process of its own. The build puts it into
 * `dist/main`, where the code that starts it lies, too, or one folder further down. STICKSMITH_DIST
 * names another `dist`.
 */
export function builtScript(name: 'wim-worker' | 'helper'): string {
  const dist = process.env['STICKSMITH_DIST'];
  const folders = dist === undefined ? [__dirname, join(__dirname, '..')] : [join(dist, 'main')];
  const script = folders
    .map((folder) => join(folder, `${name}.js`))
    .find((path) => existsSync(path));
  if (script === undefined) {
    throw stickError('internal', {
      message: `the script ${name}.js is missing in ${folders.join(' and ')}`,
    });
  }
  return script;
}
