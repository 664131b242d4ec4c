import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const runtimeModule = pathToFileURL(resolve(__dirname, '../scripts/lib/electron-runtime.mjs'));

/**
 * The Electron that the set-up found. Asked for in a process of its own, because Playwright's loader
 * takes ES modules of the project for CommonJS.
 */
export function electronExecutable(): string {
  const script = `import { findElectronRuntime } from ${JSON.stringify(runtimeModule.href)};
process.stdout.write(findElectronRuntime()?.executable ?? '');`;
  const found = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  if (found === '') throw new Error('no Electron is installed; npm test installs one');
  return found;
}

/** This process's environment, as Playwright wants one. */
export function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
