import { mkdtemp, open, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOf, type DriveIdentity } from '../src-shared/drive';
import { listDrives } from '../src-main/host/linux/drives';
import { runTool } from '../src-main/host/run-tool';
import { randomFillSync } from 'node:crypto';

/** Memory, not a disk: what is measured is the way to the device and not the device. */
const MEMORY_FOLDER = '/dev/shm';

/** Loop devices over sparse files in memory. */
export interface BenchDrives {
  folder: string;
  paths: string[];
  identity(path: string): Promise<DriveIdentity>;
  /**
   * Writes zeros over everything, so that every run starts with equal drives. Their memory stays in place:
   * a virtual machine gives memory that is freed back to its host, and whoever writes next would pay for
   * getting it again.
   */
  clear: () => Promise<void>;
  remove(): Promise<void>;
}

export async function makeDrives(count: number, bytes: number): Promise<BenchDrives> {
  const folder = await mkdtemp(join(MEMORY_FOLDER, 'sticksmith-bench-'));
  const paths: string[] = [];
  const backing = Array.from({ length: count }, (_, index) => join(folder, `drive-${index}.img`));
  const remove = async (): Promise<void> => {
    for (const path of paths) await runTool('losetup', ['--detach', path]);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const file of backing) {
      await (await open(file, 'w')).close();
      await truncate(file, bytes);
      const { stdout } = await runTool('losetup', ['--find', '--show', file]);
      paths.push(stdout.trim());
    }
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    folder,
    paths,
    identity: driveIdentity,
    async clear() {
      for (const path of paths) {
        const amount = ['bs=4M', 'iflag=count_bytes', `count=${String(bytes)}`];
        await runTool('dd', ['if=/dev/zero', `of=${path}`, 'oflag=direct', ...amount]);
      }
    },
    remove,
  };
}

export async function driveIdentity(path: string): Promise<DriveIdentity> {
  const drive = (await listDrives()).find((candidate) => candidate.path === path);
  if (!drive) throw new Error(`${path} is not listed`);
  return identityOf(drive);
}

export async function writeRandomFile(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'w');
  const chunk = Buffer.alloc(16 * 1024 * 1024);
  for (let written = 0; written < bytes; written += chunk.length) {
    await file.write(randomFillSync(chunk));
  }
  await file.close();
}
