import { readFile } from 'node:fs/promises';
import { stickError } from '../../../src-shared/errors';
import type { MountedRange } from '../../host';
import type { ChangedFiles } from './change-files';
import { hashFile } from './copy-file';
import type { HeldVentoyTarget, VentoyJob } from './job';
import { CONFIG_FILE } from './stick-config';
import { StickFolder } from './stick-folder';

/** What has to be found on the stick again, by its path there. */
export interface Expected {
  path: string;
  sizeBytes: number;
  sha256: string;
}

/** Reads everything back from the stick. Throws `ventoy/copy-mismatch`. */
export async function compareFiles(
  { signal }: VentoyJob,
  target: HeldVentoyTarget,
  mounted: MountedRange,
  { expected, config }: ChangedFiles,
): Promise<number> {
  const folder = new StickFolder(target.name, mounted);
  const total = expected.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let done = 0;
  target.log.advance('comparing', 0, total);
  for (const { path, sha256 } of expected) {
    const actual = await hashFile(await folder.place(path), {
      signal,
      onBytes: (bytes) => {
        done += bytes;
        target.log.advance('comparing', done, total);
      },
    });
    if (actual !== sha256) throw mismatch(target, path);
  }
  if (config === null) return done;
  const found = await readFile(await folder.place(CONFIG_FILE));
  if (!found.equals(config)) throw mismatch(target, CONFIG_FILE);
  return done + config.length;
}

function mismatch(target: HeldVentoyTarget, name: string): Error {
  return stickError('ventoy/copy-mismatch', { target: target.name, name }, { stick: 'partial' });
}
