/* Runs the command line from a checkout: npm run -s sticksmith -- COMMAND. Its stdout is all there is on stdout. */
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { nodePackagesCurrent } from './lib/node-packages.mjs';
import { projectRoot } from './lib/paths.mjs';
import { runInForeground, runMain } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await runMain(async () => {
  if (!nodePackagesCurrent()) await setup('start');
  await ensureBuilt();
  return await runInForeground(
    process.execPath,
    [join(projectRoot, 'dist/main/cli.js'), ...process.argv.slice(2)],
    // npm runs scripts in the project's folder; relative paths are meant from where npm was called.
    { cwd: process.env['INIT_CWD'] ?? process.cwd() },
  );
});
