import { open } from 'node:fs/promises';
import { z } from 'zod';
import { MiB, SECTOR } from '../../../../../src-shared/units';
import { runTool } from '../../../run-tool';

/** Types of partitions (learn.microsoft.com, create-partition-primary). */
export const GPT_TYPE = {
  efi: 'C12A7328-F81F-11D2-BA4B-00A0C93EC93B',
  msr: 'E3C9E316-0B5C-4DB8-817D-F92DF00215AE',
  data: 'EBD0A0A2-B9E5-4433-87C0-68B6B72699C7',
} as const;

export interface Partition {
  number: number;
  startByte: number;
  bytes: number;
  /** A GUID, or an MBR's byte in hexadecimal digits. Upper case. */
  type: string;
}

export interface PartitionTable {
  kind: 'gpt' | 'mbr';
  /** By their place on the disk. */
  partitions: Partition[];
}

const Dump = z.object({
  partitiontable: z.object({
    label: z.enum(['gpt', 'dos']),
    partitions: z
      .array(z.object({ node: z.string(), start: z.number(), size: z.number(), type: z.string() }))
      .default([]),
  }),
});

/** The table of a disk's image as sfdisk reads it; null when there is none. */
export async function readTable(image: string): Promise<PartitionTable | null> {
  // 1 is how sfdisk ends when there is no table.
  const { stdout, stderr, code } = await runTool('sfdisk', ['--json', image], { okCodes: [0, 1] });
  if (code === 1) {
    if (stderr.includes('does not contain a recognized partition table')) return null;
    throw new Error(`sfdisk can’t read ${image}: ${stderr}`);
  }
  const { label, partitions } = Dump.parse(JSON.parse(stdout)).partitiontable;
  const found = partitions.map(({ node, start, size, type }) => ({
    number: Number(/\d+$/.exec(node.slice(image.length))?.[0]),
    startByte: start * SECTOR,
    bytes: size * SECTOR,
    type: type.toUpperCase(),
  }));
  return {
    kind: label === 'gpt' ? 'gpt' : 'mbr',
    partitions: found.sort((a, b) => a.startByte - b.startByte),
  };
}

export async function writeEmptyTable(image: string, kind: 'gpt' | 'mbr'): Promise<void> {
  await sfdisk([image], `label: ${kind === 'gpt' ? 'gpt' : 'dos'}\n`);
}

export async function appendPartition(
  image: string,
  { startByte, bytes, type }: Omit<Partition, 'number'>,
): Promise<void> {
  const start = `start=${String(startByte / SECTOR)}, size=${String(bytes / SECTOR)}`;
  await sfdisk(['--append', image], `${start}, type=${type}\n`);
}

export async function setPartitionType(image: string, number: number, type: string): Promise<void> {
  await sfdisk(['--part-type', image, String(number), type], '');
}

/** Sets the active partition of an MBR. */
export async function activatePartition(image: string, number: number): Promise<void> {
  await sfdisk(['--activate', image, String(number)], '');
}

async function sfdisk(args: readonly string[], stdin: string): Promise<void> {
  await runTool('sfdisk', ['--quiet', '--no-reread', '--no-tell-kernel', ...args], { stdin });
}

/** Zeros where tables lie: the first and the last MiB. */
export async function eraseTables(image: string, bytes: number): Promise<void> {
  const file = await open(image, 'r+');
  try {
    const zeros = Buffer.alloc(MiB);
    await file.write(zeros, 0, MiB, 0);
    await file.write(zeros, 0, MiB, bytes - MiB);
  } finally {
    await file.close();
  }
}

/** Bytes that no partition takes, in the order of the disk. A GPT keeps 33 sectors at the end for itself. */
export function freeRanges(
  table: PartitionTable,
  diskBytes: number,
): { startByte: number; bytes: number }[] {
  const lastByte = table.kind === 'gpt' ? diskBytes - 33 * SECTOR : diskBytes;
  const free: { startByte: number; bytes: number }[] = [];
  let at = table.kind === 'gpt' ? 34 * SECTOR : SECTOR;
  for (const { startByte, bytes } of table.partitions) {
    if (startByte > at) free.push({ startByte: at, bytes: startByte - at });
    at = startByte + bytes;
  }
  if (at < lastByte) free.push({ startByte: at, bytes: lastByte - at });
  return free;
}
