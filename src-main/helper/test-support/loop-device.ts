import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { identityOf, type Drive, type DriveIdentity } from '../../../src-shared/drive';
import { listDrives } from '../../host/linux/drives';

const run = promisify(execFile);

/** A loop device over a file of its own: the drive of an integration test. */
export interface LoopDevice {
  path: string;
  backingFile: string;
  drive(): Promise<Drive>;
  identity(): Promise<DriveIdentity>;
  detach(): Promise<void>;
}

/**
 * Nodes of partitions outlive the file behind a loop device: the next file would seem to have them. Where there are none,
 * partx(8) fails.
 */
export async function forgetPartitions(loop: string): Promise<void> {
  await run('partx', ['--delete', loop]).catch(() => undefined);
}

/** Attaches a loop device of this many bytes. `folder`: where its file goes; a fresh one otherwise. */
export async function attachLoop(bytes: number, folder?: string): Promise<LoopDevice> {
  const own = folder ?? (await mkdtemp(join(tmpdir(), 'sticksmith-loop-')));
  const backingFile = join(own, 'Stick ü 内.img');
  const file = await open(backingFile, 'w');
  await file.truncate(bytes);
  await file.close();
  const { stdout } = await run('losetup', ['--find', '--show', backingFile]);
  const path = stdout.trim();
  await forgetPartitions(path);
  const drive = async (): Promise<Drive> => {
    const found = (await listDrives()).find((candidate) => candidate.path === path);
    if (!found) throw new Error(`${path} is not listed`);
    return found;
  };
  return {
    path,
    backingFile,
    drive,
    identity: async () => identityOf(await drive()),
    async detach() {
      await forgetPartitions(path);
      await run('losetup', ['--detach', path]);
      if (folder === undefined) await rm(own, { recursive: true, force: true });
    },
  };
}
