import { readFile, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Drive } from '../../../src-shared/drive';
import { messageOf, stickError } from '../../../src-shared/errors';
import { readKnownDrives } from '../known-drives';
import { runTool } from '../run-tool';
import { portOf } from './port-of';
import { LSBLK_ARGUMENTS, LsblkSchema, drivesFrom, type Lsblk } from './lsblk';

export { deviceNumbers, deviceOf } from './device-of';
export { parseMountInfo, type Mount } from './mount-table';

/**
 * Every drive of this computer with a medium in it, including those that must not be erased: judging
 * is `judgeDrive`'s work. Loop devices with a file behind them come last.
 * Throws `tool/missing` without lsblk(8) and `tool/failed` when it can't be understood.
 */
export async function listDrives(): Promise<Drive[]> {
  const besides = Promise.all([
    readKnownDrives(),
    readSysfs(/^loop\d+$/, 'loop/backing_file'),
    readSysfs(/^mmcblk\d+$/, 'device/type'),
    // Since Linux 5.15.
    readSysfs(/^(sd|mmcblk|nvme|vd|loop)/, 'diskseq'),
    readPorts(),
  ]);
  // drivelist calls lsblk, too, and says less clearly when it is missing: its failure waits until the list is there.
  besides.catch(() => undefined);
  const listing = await readListing();
  const [known, loopFiles, solderedIn, sequences, ports] = await besides;
  const drives = drivesFrom(listing, {
    known,
    loopFiles,
    solderedIn: new Set([...solderedIn].filter(([, type]) => type !== 'SD').map(([path]) => path)),
    sequences,
    ports,
  });
  return [
    ...drives.filter((drive) => drive.bus !== 'loop'),
    ...drives.filter((drive) => drive.bus === 'loop'),
  ];
}

async function readListing(): Promise<Lsblk> {
  const { stdout } = await runTool('lsblk', LSBLK_ARGUMENTS);
  try {
    return LsblkSchema.parse(JSON.parse(stdout));
  } catch (error) {
    throw stickError(
      'tool/failed',
      { tool: 'lsblk', message: 'its list of drives is not understood' },
      { detail: messageOf(error), cause: error },
    );
  }
}

/** The port of each block device, as its place in the tree of devices tells it. */
async function readPorts(): Promise<Map<string, string>> {
  const ports = new Map<string, string>();
  for (const device of await readdir('/sys/block')) {
    const place = await readlink(join('/sys/block', device)).catch(() => '');
    const port = portOf(place);
    if (port !== null) ports.set(`/dev/${device}`, port);
  }
  return ports;
}

/** One attribute of each block device whose name fits, by device path. Devices without it are left out. */
async function readSysfs(name: RegExp, attribute: string): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  for (const device of await readdir('/sys/block')) {
    if (!name.test(device)) continue;
    try {
      const value = await readFile(join('/sys/block', device, attribute), 'utf8');
      values.set(`/dev/${device}`, value.replace(/\n$/, ''));
    } catch {
      // A loop device without a file, or a drive that was pulled this moment.
    }
  }
  return values;
}
