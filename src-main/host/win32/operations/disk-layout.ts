import { stickError } from '../../../../src-shared/errors';
import { linesOf } from '../../text-lines';
import type { Operation } from '../operation';
import { powerShell } from './powershell';

/** A disk as Windows sees it. */
export interface DiskLayout {
  /** Bytes of a sector, as Windows addresses them. */
  sectorBytes: number;
  /** In bytes from the disk's start. */
  partitions: readonly { startByte: number; bytes: number }[];
}

/**
 * Asks for a disk's sectors and partitions: `sectors BYTES`, and a line `partition START BYTES` for each.
 * (documented: https://learn.microsoft.com/windows-hardware/drivers/storage/msft-disk and …/msft-partition)
 */
export function getDiskLayout(diskNumber: number): Operation {
  if (!Number.isSafeInteger(diskNumber) || diskNumber < 0) {
    throw new RangeError(`no disk: ${String(diskNumber)}`);
  }
  const number = String(diskNumber);
  const query = 'Get-CimInstance -Namespace root/Microsoft/Windows/Storage -ClassName';
  return powerShell({
    title: `Look where the partitions of disk ${number} lie`,
    body: `
$disk = ${query} MSFT_Disk -Filter 'Number = ${number}'
[Console]::Out.WriteLine(('sectors {0}' -f $disk.LogicalSectorSize))
foreach ($partition in @(${query} MSFT_Partition -Filter 'DiskNumber = ${number}')) {
    [Console]::Out.WriteLine(('partition {0} {1}' -f $partition.Offset, $partition.Size))
}`,
  });
}

/** Reads what `getDiskLayout` printed. Throws `tool/failed` for a disk that isn't there any more. */
export function readDiskLayout(stdout: string): DiskLayout {
  const lines = linesOf(stdout);
  const sectorBytes = Number(/^sectors (\d+)$/.exec(lines[0] ?? '')?.[1]);
  const partitions = lines.slice(1).map((line) => {
    const [, startByte, bytes] = /^partition (\d+) (\d+)$/.exec(line) ?? [];
    return { startByte: Number(startByte), bytes: Number(bytes) };
  });
  const numbers = [sectorBytes, ...partitions.flatMap(Object.values<number>)];
  if (sectorBytes === 0 || !numbers.every(Number.isSafeInteger)) {
    const message = 'Windows doesn’t tell where the partitions of the drive lie';
    throw stickError('tool/failed', { tool: 'powershell.exe', message }, { detail: stdout });
  }
  return { sectorBytes, partitions };
}
