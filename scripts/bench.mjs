/* npm run bench -- NAME: runs bench/main.ts, whose main(args) answers the exit code. */
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { projectRoot } from './lib/paths.mjs';
import { runMain } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await runMain(async () => {
  await setup('test');
  await ensureBuilt();
  // Not at the top: this script has to start before the npm packages are there.
  const { runnerImport } = await import('vite');
  /** @type {{ module: { main: (args: string[]) => Promise<number> } }} */
  const { module } = await runnerImport(join(projectRoot, 'bench/main.ts'), {
    root: projectRoot,
    configFile: false,
    logLevel: 'warn',
  });
  return await module.main(process.argv.slice(2));
});
