import { access, cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Puts into `folder`, which is not there yet or empty, what `make` puts into a folder of its own. A whole test run, which
 * sets STICKSMITH_TEST_FIXTURES, makes it once: each caller gets a copy and may change it. `name` tells it from others,
 * and is the name of the folder it is made in.
 */
export async function madeOnce(
  name: string,
  make: (folder: string) => Promise<unknown>,
  folder: string,
): Promise<void> {
  const fixtures = process.env['STICKSMITH_TEST_FIXTURES'];
  if (fixtures === undefined) {
    await make(folder);
    return;
  }
  const made = join(fixtures, name);
  if (!(await isThere(made))) {
    const making = await mkdtemp(join(fixtures, '.making-'));
    await make(join(making, name));
    // Another process may have been quicker.
    await rename(join(making, name), made).catch(async (error: unknown) => {
      if (!(await isThere(made))) throw error;
    });
    await rm(making, { recursive: true });
  }
  await cp(made, folder, { recursive: true });
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
