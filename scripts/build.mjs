/* Builds everything into dist/, whether or not it is up to date. */
import { build } from './lib/build.mjs';
import { runMain } from './lib/run.mjs';

await runMain(async () => {
  await build();
  return 0;
});
