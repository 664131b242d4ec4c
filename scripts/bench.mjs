/* npm run bench -- NAME: runs bench/main.ts, whose main(args) answers the exit code. */
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { projectRoot } from './lib/paths.mjs';
import { runMain } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await runMain(async () => {
  await setup('test');
  await ensureBuilt();
  // Helper and worker are started as they were built.
  process.env['STICKSMITH_DIST'] = join(projectRoot, 'dist');
  // Not at the top: this script has to start before the npm packages are there.
  const { createServer, createServerModuleRunner } = await import('vite');
  const server = await createServer({
    root: projectRoot,
    configFile: false,
    logLevel: 'warn',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  // It stays open while the benchmarks run: they load some packages only when they need them.
  const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
  try {
    /** @type {{ main: (args: string[]) => Promise<number> }} */
    const { main } = await runner.import(join(projectRoot, 'bench/main.ts'));
    return await main(process.argv.slice(2));
  } finally {
    await runner.close();
    await server.close();
  }
});
