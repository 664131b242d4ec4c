import { mkdtemp, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runTool } from '../../../run-tool';
import type { Computer, SimulatedVolume } from './computer';

/** Lends a volume as a block device, for as long as `use` takes. */
export async function withVolumeDevice<T>(
  { disk, startByte, bytes }: SimulatedVolume,
  use: (device: string) => Promise<T>,
): Promise<T> {
  const place = [`--offset=${String(startByte)}`, `--sizelimit=${String(bytes)}`];
  const { stdout } = await runTool('losetup', ['--find', '--show', ...place, disk.image]);
  const device = stdout.trim();
  try {
    return await use(device);
  } finally {
    await runTool('losetup', ['--detach', device]);
  }
}

/** Lends the files of an NTFS volume as a folder, by ntfs-3g, for as long as `use` takes. */
export async function withVolumeFolder<T>(
  computer: Computer,
  volume: SimulatedVolume,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  return withVolumeDevice(volume, async (device) => {
    const folder = await mkdtemp(join(computer.scratch, 'volume-'));
    await runTool('ntfs-3g', ['-o', 'windows_names', device, folder]);
    try {
      return await use(folder);
    } finally {
      await unmount(folder);
      await rmdir(folder);
    }
  });
}

/** A program that was ended may have files of it open a moment longer. */
async function unmount(folder: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await runTool('umount', [folder]);
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await wait(100);
    }
  }
}

/** What lies in a volume, as blkid names it (`ntfs`, `vfat`, `exfat`); null for nothing it knows. */
export async function fileSystemOf(volume: SimulatedVolume): Promise<string | null> {
  return withVolumeDevice(volume, async (device) => {
    const { stdout } = await runTool(
      'blkid',
      ['--probe', '--match-tag', 'TYPE', '--output', 'value', device],
      { okCodes: [0, 2] },
    );
    const type = stdout.trim();
    return type === '' ? null : type;
  });
}
