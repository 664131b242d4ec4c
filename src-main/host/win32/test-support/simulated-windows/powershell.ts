import { isBitLockerScript, runBitLockerScript } from './bitlocker-script';
import type { Computer } from './computer';
import { readTable } from './partition-table';
import type { SimulatedProgram } from './program';
import { SimulationLimit } from './simulation-limit';
import { findNewVolumes } from './vdisk';

const STORAGE = 'Get-CimInstance -Namespace root/Microsoft/Windows/Storage -ClassName';
/** Where the partitions of a disk lie; `N` stands for its number. */
const LAYOUT = [
  `$disk = ${STORAGE} MSFT_Disk -Filter 'Number = N'`,
  "[Console]::Out.WriteLine(('sectors {0}' -f $disk.LogicalSectorSize))",
  `foreach ($partition in @(${STORAGE} MSFT_Partition -Filter 'DiskNumber = N')) {`,
  "[Console]::Out.WriteLine(('partition {0} {1}' -f $partition.Offset, $partition.Size))",
  '}',
];

/** The paths of the volumes on a disk. */
const PATHS = [
  `foreach ($partition in @(${STORAGE} MSFT_Partition -Filter 'DiskNumber = N')) {`,
  'foreach ($path in @($partition.AccessPaths)) {',
  "[Console]::Out.WriteLine(('path {0} {1}' -f $partition.Offset, $path))",
  '}',
  '}',
];

/**
 * PowerShell: no language is simulated. The scripts that ask for a disk's partitions and for its volumes' paths are known line by line, as are the
 * statements with which BitLocker is called; every other one is a SimulationLimit.
 */
export const simulatedPowerShell: SimulatedProgram = async (computer, call) => {
  const { args, print } = call;
  const at = args.indexOf('-EncodedCommand');
  if (at === -1 || at !== args.length - 2)
    throw new SimulationLimit('PowerShell without -EncodedCommand');
  const script = Buffer.from(args[at + 1] ?? '', 'base64').toString('utf16le');
  const body = /^try \{$([\s\S]*?)^\} catch \{$/m.exec(script)?.[1];
  const lines = (body ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = ''] = lines;
  const asked = /^\$disk = .* -Filter 'Number = (\d+)'$/.exec(first)?.[1];
  const listed = /^foreach \(\$partition in .* -Filter 'DiskNumber = (\d+)'\)\) \{$/.exec(
    first,
  )?.[1];
  if (asked !== undefined && sameLines(lines, LAYOUT, asked)) {
    await printLayout(computer, Number(asked), print);
  } else if (listed !== undefined && sameLines(lines, PATHS, listed)) {
    await printPaths(computer, Number(listed), print);
  } else if (isBitLockerScript(lines)) {
    await runBitLockerScript(computer, lines, call);
  } else {
    throw new SimulationLimit(`PowerShell: ${first}`);
  }
};

function sameLines(lines: readonly string[], known: readonly string[], number: string): boolean {
  return lines.join('\n') === known.join('\n').replaceAll("= N'", `= ${number}'`);
}

/** Without such a disk there are no properties, and nothing is printed in their places. */
async function printLayout(
  computer: Computer,
  number: number,
  print: (text: string) => void,
): Promise<void> {
  const disk = computer.disks.find((one) => one.number === number);
  print(`sectors ${disk ? '512' : ''}\r\n`);
  const table = disk && (await readTable(disk.image));
  for (const { startByte, bytes } of table?.partitions ?? []) {
    print(`partition ${String(startByte)} ${String(bytes)}\r\n`);
  }
}

/** Windows may have found volumes since it was asked last. */
async function printPaths(
  computer: Computer,
  number: number,
  print: (text: string) => void,
): Promise<void> {
  const disk = computer.disks.find((one) => one.number === number);
  if (!disk) return;
  await findNewVolumes(computer, disk);
  for (const volume of computer.volumes.filter((one) => one.disk === disk)) {
    const { letter, folders, id, startByte } = volume;
    const letters = letter === null ? [] : [`${letter}:\\`];
    for (const path of [...letters, ...folders, volumePath(id)]) {
      print(`path ${String(startByte)} ${path}\r\n`);
    }
  }
}

function volumePath(id: string): string {
  return `\\\\?\\Volume{${id}}\\`;
}
