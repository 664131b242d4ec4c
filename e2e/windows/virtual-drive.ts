import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * A virtual disk (VHDX) in a file that Windows treats as a drive, for tests on a real Windows. All of it is done by Windows' own
 * programs, called here and not by our code.
 */
export class VirtualDrive {
  private constructor(
    private readonly folder: string,
    private readonly file: string,
  ) {}

  /** Makes it in a folder whose path has ASCII characters only, and attaches it. It takes room as it is written to. */
  static async make(folder: string, mebibytes: number): Promise<VirtualDrive> {
    const drive = new VirtualDrive(folder, join(folder, 'drive.vhdx'));
    await drive.diskpart(
      `create vdisk file="${drive.file}" maximum=${String(mebibytes)} type=expandable`,
      'attach vdisk',
    );
    return drive;
  }

  /** Its name while it is attached, which may be another one each time. */
  async path(): Promise<string> {
    const number = await powershell('(Get-DiskImage -ImagePath $env:TEST_INPUT).Number', this.file);
    if (!/^\d+$/.test(number)) throw new Error(`the virtual drive is not attached: “${number}”`);
    return `\\\\.\\PhysicalDrive${number}`;
  }

  /** As if it were plugged in. */
  async attach(): Promise<void> {
    await this.diskpart(`select vdisk file="${this.file}"`, 'attach vdisk');
  }

  /** As if it were pulled out. */
  async detach(): Promise<void> {
    await this.diskpart(`select vdisk file="${this.file}"`, 'detach vdisk');
  }

  private async diskpart(...lines: string[]): Promise<void> {
    const script = join(this.folder, 'diskpart.txt');
    await writeFile(script, `${lines.join('\r\n')}\r\n`, 'ascii');
    await execute('diskpart.exe', ['/s', script]);
  }
}

/** Runs a script, which finds the text that is handed to it in `$env:TEST_INPUT`, and returns what it prints. */
export async function powershell(script: string, input: string): Promise<string> {
  const args = [
    '-NoProfile',
    '-NonInteractive',
    '-Command',
    `$ErrorActionPreference = 'Stop'; ${script}`,
  ];
  const env = { ...process.env, TEST_INPUT: input };
  return (await execute('powershell.exe', args, { env })).stdout.trim();
}
