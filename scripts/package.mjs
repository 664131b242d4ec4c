/* npm run package: makes a program folder in release/. Arguments go to electron-builder: npm run package -- --linux deb */
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { projectRoot } from './lib/paths.mjs';
import { run, runMain } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await runMain(async () => {
  const runtime = await setup('start');
  // Not anew when nothing has changed: in a test run others use what is built.
  await ensureBuilt();
  const given = process.argv.slice(2);
  const args = given.length === 0 ? ['--linux', 'dir'] : given;
  // What is here already needs no download; for another system electron-builder fetches its own.
  const forThisSystem = args.includes('--linux') && process.platform === 'linux';
  const local = [`-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`];
  const builder = join(projectRoot, 'node_modules/electron-builder/cli.js');
  const { code } = await run(process.execPath, [
    ...[builder, ...args, '--publish', 'never'],
    ...(forThisSystem ? local : []),
  ]);
  return code;
});
