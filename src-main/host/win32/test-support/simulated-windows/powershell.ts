import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { newGuid } from '../../../../io';
import { runTool } from '../../../run-tool';
import type { Computer } from './computer';
import { SimulatedFiles } from './files';
import type { SimulatedProgram } from './program';
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

/**
 * PowerShell: no language is simulated. The scripts that attach and detach an ISO are known line by line, those that make BitLocker encrypt are
 * recorded (without what they read), and every other one is a SimulationLimit.
 */
export const simulatedPowerShell: SimulatedProgram = async (computer, { args, print }) => {
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
  if (mount && second === PRINT_PATH && lines.length === 2) {
    print(`${await mountIso(computer, unquoted(mount[1]))}\r\n`);
  } else if (dismount && DISMOUNT.exec(second)?.[1] === dismount[1] && lines.length === 3) {
    await dismountIso(computer, unquoted(dismount[1]));
  } else if (lines.some((line) => line.startsWith('Enable-BitLocker '))) {
    computer.record('powershell.exe', lines);
  } else {
    throw new SimulationLimit(`PowerShell: ${first}`);
  }
};

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
  computer.discs = computer.discs.filter((disc) => disc.image !== image);
}

function volumePath(id: string): string {
  return `\\\\?\\Volume{${id}}\\`;
}

/** As the scripts' own frame tells of an error. */
function failed(what: string): ProgramFailed {
  return new ProgramFailed(1, `sticksmith-failed ${what}\r\n`, 'stderr');
}
