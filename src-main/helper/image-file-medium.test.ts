import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createImageFile, unfinishedPath } from './image-file-medium';

it('keeps an image, which may hold keys of networks, from everyone else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'image-file-'));
  const before = process.umask(0o022);
  try {
    const path = join(folder, 'stick.img');
    const medium = await createImageFile(path, 2 ** 20, []);
    expect((await stat(unfinishedPath(path))).mode & 0o777).toBe(0o600);
    await medium.close();
  } finally {
    process.umask(before);
    await rm(folder, { recursive: true, force: true });
  }
});
