import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stickError } from '../../src-shared/errors';
import { runTool } from '../host/run-tool';

/** Stands in until release archives are read by `src-main/ventoy`: hashes the archive and has tar(1) unpack it. */
export async function unpackPackage(
  archive: { path: string; sha256: string },
  into: string,
  signal: AbortSignal,
): Promise<{ folder: string }> {
  const handle = await open(archive.path, constants.O_RDONLY | constants.O_NOFOLLOW);
  const bytes = await handle.readFile().finally(() => handle.close());
  if (createHash('sha256').update(bytes).digest('hex') !== archive.sha256) {
    throw stickError('ventoy/run-failed', { message: 'its package is not the one that was named' });
  }
  const unpack = ['--extract', '--gzip', '--no-same-owner', '--directory', into, '--file', '-'];
  await runTool('tar', unpack, { signal, stdin: bytes });
  const [name = ''] = await readdir(into);
  return { folder: join(into, name) };
}
