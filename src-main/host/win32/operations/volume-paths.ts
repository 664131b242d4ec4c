import { linesOf } from '../../text-lines';
import type { Operation } from '../operation';
import { powerShell } from './powershell';

/** Where Windows has the volume of a partition. */
export interface VolumePaths {
  /** `\\?\Volume{…}\` */
  volume: string;
  /** Letters (`E:\`) and folders in which it is mounted. */
  mountPoints: readonly string[];
}

/**
 * Asks for the paths of the volumes on a disk: a line `path START PATH` for each, START being the partition's first byte.
 * (documented: https://learn.microsoft.com/windows-hardware/drivers/storage/msft-partition, AccessPaths)
 */
export function getVolumePaths(diskNumber: number): Operation {
  if (!Number.isSafeInteger(diskNumber) || diskNumber < 0) {
    throw new RangeError(`no disk: ${String(diskNumber)}`);
  }
  const number = String(diskNumber);
  const query = 'Get-CimInstance -Namespace root/Microsoft/Windows/Storage -ClassName';
  return powerShell({
    title: `Look which volumes Windows has on disk ${number}`,
    body: `
foreach ($partition in @(${query} MSFT_Partition -Filter 'DiskNumber = ${number}')) {
    foreach ($path in @($partition.AccessPaths)) {
        [Console]::Out.WriteLine(('path {0} {1}' -f $partition.Offset, $path))
    }
}`,
  });
}

/** The volume whose partition begins at a byte, in what `getVolumePaths` printed; null while Windows has none there. */
export function readVolumePaths(stdout: string, startByte: number): VolumePaths | null {
  const start = `path ${String(startByte)} `;
  const paths = linesOf(stdout)
    .filter((line) => line.startsWith(start))
    .map((line) => line.slice(start.length).trim());
  const volume = paths.find((path) => /^\\\\\?\\Volume\{[0-9a-f-]{36}\}\\$/i.test(path));
  if (volume === undefined) return null;
  return { volume, mountPoints: paths.filter((path) => path !== volume) };
}
