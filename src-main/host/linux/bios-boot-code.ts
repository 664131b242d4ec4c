import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stickError, toStickError, type StickError } from '../../../src-shared/errors';
import { unusableBootCode, type BiosBootCode } from '../../disk';
import { makeOwnedFolder } from '../../io';
import { findProgram } from '../find-program';
import { runTool } from '../run-tool';
import { findTool, installText, tools } from './tools';

/** Distributions call it by one of these names. */
const MKIMAGE = ['grub-mkimage', 'grub2-mkimage'];

/** To read a FAT32 partition of a drive with an MBR through the BIOS, and to start bootmgr and say why not. */
const MODULES = ['biosdisk', 'part_msdos', 'fat', 'ntldr', 'boot', 'echo', 'sleep', 'halt'];

/**
 * The first partition of the very drive that the BIOS started. Never one that is searched for: an internal disk may
 * have a bootmgr of its own.
 */
const PREFIX = '(,msdos1)/';

/** Runs before anything else, without conditions: whatever comes after `boot` is only reached when that failed. */
const SCRIPT = `ntldr /bootmgr
boot
echo
echo "This stick can't start Windows: its boot manager /bootmgr can't be read. Make the stick again."
sleep 60
halt
`;

/**
 * Boot code for a stick that a BIOS can start, of the GRUB that is installed on this computer (GPL; it is not part of
 * this program). The same GRUB always gives the same bytes. Throws `boot-code/missing`, `tool/failed` and `cancelled`.
 */
export async function biosBootCode(signal: AbortSignal): Promise<BiosBootCode> {
  const bootImagePath = await modulesPath();
  const mkimage = await mkimageName();
  const folder = await makeOwnedFolder(tmpdir(), 'sticksmith-boot-code-');
  try {
    const script = join(folder, 'early.cfg');
    const core = join(folder, 'core.img');
    await writeFile(script, SCRIPT);
    await runTool(
      mkimage,
      [
        ...[`--directory=${dirname(bootImagePath)}`, '--format=i386-pc', `--prefix=${PREFIX}`],
        ...[`--config=${script}`, `--output=${core}`, ...MODULES],
      ],
      { signal },
    );
    const bootCode = {
      bootImage: await readFile(bootImagePath),
      coreImage: await readFile(core),
    };
    // Known now, not when the drive's old content is gone.
    const problem = unusableBootCode(bootCode);
    if (problem !== null)
      throw await missing(
        `that of the GRUB installed here can’t be used: ${problem}`,
        'grub-pc-modules',
      );
    return bootCode;
  } catch (error) {
    throw toStickError(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function modulesPath(): Promise<string> {
  const tool = toolNamed('grub-pc-modules');
  const found = await findTool(tool);
  if (found !== null) return found;
  const message = 'GRUB for computers with a BIOS is not installed';
  throw await missing(message, 'grub-pc-modules');
}

async function mkimageName(): Promise<string> {
  for (const name of MKIMAGE) if ((await findProgram(name)) !== null) return name;
  throw await missing('the program grub-mkimage is not installed', 'grub-mkimage');
}

async function missing(message: string, tool: string): Promise<StickError> {
  return stickError('boot-code/missing', { message, install: await installText(toolNamed(tool)) });
}

function toolNamed(name: string): (typeof tools)[number] {
  const tool = tools.find((candidate) => candidate.name === name);
  if (!tool) throw new Error(`no tool is named ${name}`);
  return tool;
}

export function describeBootCode(): string[] {
  return ['make boot code for a BIOS with the GRUB of this computer (grub-mkimage)'];
}
