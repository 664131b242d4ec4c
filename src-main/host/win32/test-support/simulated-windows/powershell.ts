import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newGuid } from '../../../../io';
import { runTool } from '../../../run-tool';
import { isBitLockerScript, runBitLockerScript } from './bitlocker-script';
import type { Computer } from './computer';
import { SimulatedFiles } from './files';
import { readTable } from './partition-table';
import type { SimulatedProgram } from './program';
import { findNewVolumes } from './vdisk';
import { ProgramFailed, SimulationLimit } from './simulation-limit';

/** HRESULT of ERROR_FILE_NOT_FOUND and of a disc that Windows can't read (reported: 0xC03A0005, “corrupted”). */
const NOT_FOUND = '0x80070002 The system cannot find the file specified.';
const CORRUPTED = '0xc03a0005 The disc image file is corrupted.';

/** A quoted text of PowerShell; doubled quotation marks stand for one. */
const TEXT = "'((?:[^']|'')*)'";
const MOUNT = new RegExp(
  `^\\$image = Mount-DiskImage -ImagePath ${TEXT} -StorageType ISO -Access ReadOnly -NoDriveLetter -PassThru$`,
);
const PRINT_PATH = '[Console]::Out.WriteLine(($image | Get-Volume).Path)';
const IF_ATTACHED = new RegExp(
  `^if \\(\\(Get-DiskImage -ImagePath ${TEXT} -StorageType ISO\\)\\.Attached\\) \\{$`,
);
const DISMOUNT = new RegExp(
  `^Dismount-DiskImage -ImagePath ${TEXT} -StorageType ISO \\| Out-Null$`,
);

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
 * PowerShell: no language is simulated. The scripts that attach and detach an ISO, and the one that asks for a disk's partitions, are known line
 * by line, as are that for its volumes' paths and the statements with which BitLocker is called; every other one is a SimulationLimit.
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
  const [first = '', second = ''] = lines;
  const mount = MOUNT.exec(first);
  const dismount = IF_ATTACHED.exec(first);
  const asked = /^\$disk = .* -Filter 'Number = (\d+)'$/.exec(first)?.[1];
  const listed = /^foreach \(\$partition in .* -Filter 'DiskNumber = (\d+)'\)\) \{$/.exec(
    first,
  )?.[1];
  if (mount && second === PRINT_PATH && lines.length === 2) {
    print(`${await mountIso(computer, unquoted(mount[1]))}\r\n`);
  } else if (dismount && DISMOUNT.exec(second)?.[1] === dismount[1] && lines.length === 3) {
    await dismountIso(computer, unquoted(dismount[1]));
  } else if (asked !== undefined && sameLines(lines, LAYOUT, asked)) {
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

function unquoted(text: string | undefined): string {
  return (text ?? '').replaceAll("''", "'");
}

/** Unpacks the disc with 7-Zip. Gives the path of its volume. */
async function mountIso(computer: Computer, path: string): Promise<string> {
  const files = new SimulatedFiles(computer);
  if ((await files.kindOf(path)) !== 'file') throw failed(NOT_FOUND);
  const image = await files.localPath(path);
  const mounted = computer.discs.find((disc) => disc.image === image);
  if (mounted) return volumePath(mounted.id);
  const disc = { id: newGuid(), image, folder: '', letter: null };
  disc.folder = join(computer.scratch, `disc-${disc.id}`);
  await mkdir(disc.folder);
  const { code } = await runTool('7zz', ['x', '-y', '-bd', `-o${disc.folder}`, '--', image], {
    okCodes: [0, 2],
  });
  if (code === 2) throw failed(CORRUPTED);
  computer.discs.push(disc);
  return volumePath(disc.id);
}

async function dismountIso(computer: Computer, path: string): Promise<void> {
  const files = new SimulatedFiles(computer);
  if ((await files.kindOf(path)) !== 'file') throw failed(NOT_FOUND);
  const image = await files.localPath(path);
  for (const { folder } of computer.discs.filter((disc) => disc.image === image)) {
    await rm(folder, { recursive: true });
  }
  computer.discs = computer.discs.filter((disc) => disc.image !== image);
}

function volumePath(id: string): string {
  return `\\\\?\\Volume{${id}}\\`;
}

/** As the scripts' own frame tells of an error. */
function failed(what: string): ProgramFailed {
  return new ProgramFailed(1, `sticksmith-failed ${what}\r\n`, 'stderr');
}
