import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../../..');

const entries = {
  'wim-worker': 'src-main/host/linux/wim-worker/worker.ts',
  helper: 'src-main/helper/main.ts',
};

/**
 * Builds the scripts that run in processes of their own, from the source as it is, and points
 * STICKSMITH_DIST at them. Call it in `beforeAll`, and what it returns in `afterAll`.
 */
export async function buildScripts(): Promise<() => Promise<void>> {
  // Below node_modules, so that the packages that aren't bundled are found from there.
  const cache = join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const dist = await mkdtemp(join(cache, 'sticksmith-test-'));
  const input = Object.fromEntries(
    Object.entries(entries)
      .map(([name, path]) => [name, join(root, path)] as const)
      .filter(([, path]) => existsSync(path)),
  );
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node18',
      outDir: join(dist, 'main'),
      rolldownOptions: {
        input,
        external: ['electron', 'koffi', 'drivelist'],
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  });
  const before = process.env['STICKSMITH_DIST'];
  process.env['STICKSMITH_DIST'] = dist;
  return async () => {
    if (before === undefined) delete process.env['STICKSMITH_DIST'];
    else process.env['STICKSMITH_DIST'] = before;
    await rm(dist, { recursive: true, force: true });
  };
}
