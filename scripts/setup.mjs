/* Installs all that the project needs on a Debian machine: node scripts/setup.mjs [start|test] */
import { runMain, SetupError } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await runMain(async () => {
  const purpose = process.argv[2] ?? 'test';
  if (purpose !== 'start' && purpose !== 'test') {
    throw new SetupError('Usage: node scripts/setup.mjs [start|test]');
  }
  await setup(purpose);
  return 0;
});
