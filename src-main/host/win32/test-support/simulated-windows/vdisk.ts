import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runTool } from '../../../run-tool';
import type { Computer, SimulatedDisk } from './computer';
import { GPT_TYPE, readTable } from './partition-table';

/** Makes an empty VHDX by qemu-img. The file must not be there. */
export async function createVhdx(
  path: string,
  bytes: number,
  type: 'dynamic' | 'fixed',
): Promise<void> {
  const format = ['-f', 'vhdx', '-o', `subformat=${type}`];
  await runTool('qemu-img', ['create', '-q', ...format, path, String(bytes)]);
}

/** Unpacks a VHDX into a sparse file, which is the disk while it is attached, and gives its volumes letters as Windows does. */
export async function attachVhdx(
  computer: Computer,
  path: string,
  readOnly: boolean,
): Promise<SimulatedDisk> {
  const { stdout } = await runTool('qemu-img', ['info', '--output=json', '-f', 'vhdx', path]);
  const bytes = z.object({ 'virtual-size': z.number() }).parse(JSON.parse(stdout))['virtual-size'];
  const image = join(computer.scratch, `attached-${String((await stat(path)).ino)}.img`);
  await runTool('qemu-img', ['convert', '-q', '-f', 'vhdx', '-O', 'raw', path, image]);
  const disk = computer.addDisk({ image, bytes, removable: false, vdisk: path });
  disk.readOnly = readOnly;
  await findVolumes(computer, disk);
  return disk;
}

/** Packs the disk into its file again, as an expandable one, and takes it away. */
export async function detachVhdx(computer: Computer, disk: SimulatedDisk): Promise<void> {
  const path = disk.vdisk;
  if (path === null) throw new Error('it is no virtual disk');
  if (!disk.readOnly) {
    const packed = join(computer.scratch, 'packed.vhdx');
    const format = ['-f', 'raw', '-O', 'vhdx', '-o', 'subformat=dynamic'];
    await runTool('qemu-img', ['convert', '-q', ...format, disk.image, packed]);
    await rename(packed, path);
  }
  await rm(disk.image);
  computer.removeDisk(disk);
}

/** Finds the volumes that are on a disk when it comes. Those that may have letters get them, unless automount is off. */
export async function findVolumes(computer: Computer, disk: SimulatedDisk): Promise<void> {
  const table = await readTable(disk.image);
  for (const { startByte, bytes, type } of table?.partitions ?? []) {
    if (type === GPT_TYPE.msr) continue;
    const volume = computer.addVolume(disk, startByte, bytes);
    if (computer.automount && type !== GPT_TYPE.efi) volume.letter = computer.freeLetter();
  }
}

/** Finds volumes where somebody else has changed the table of partitions. Those that are still there stay as they are. */
export async function findNewVolumes(computer: Computer, disk: SimulatedDisk): Promise<void> {
  const partitions = (await readTable(disk.image))?.partitions ?? [];
  const known = computer.volumes.filter((volume) => volume.disk === disk);
  const same =
    known.length === partitions.filter(({ type }) => type !== GPT_TYPE.msr).length &&
    known.every((volume) =>
      partitions.some(
        ({ startByte, bytes }) => startByte === volume.startByte && bytes === volume.bytes,
      ),
    );
  if (same) return;
  computer.removeVolumesOf(disk);
  await findVolumes(computer, disk);
}
