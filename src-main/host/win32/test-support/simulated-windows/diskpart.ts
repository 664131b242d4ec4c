import type { Computer } from './computer';
import { DISKPART_CODE, DiskpartError } from './diskpart-error';
import { readDiskpartCommand } from './diskpart-grammar';
import { diskpartWords } from './diskpart-line';
import { DiskpartSession } from './diskpart-session';
import type { SimulatedProgram } from './program';
import { ProgramFailed, SimulationLimit } from './simulation-limit';

const HEADING =
  '\r\nMicrosoft DiskPart version 10.0.19041.3636\r\n\r\nCopyright (C) Microsoft Corporation.\r\nOn computer: SIMULATED\r\n';

/**
 * `diskpart /s`: commands one a line, no empty lines, `rem` for remarks (learn.microsoft.com, diskpart-scripts-and-examples). The script ends at the
 * first error, but goes on after one of a command with `noerr`; errors of syntax end it always.
 */
export const simulatedDiskpart: SimulatedProgram = async (computer, call) => {
  const [option, path, ...rest] = call.args;
  if (option?.toLowerCase() !== '/s' || path === undefined || rest.length > 0) {
    throw new SimulationLimit('diskpart runs scripts only: /s and the path of one');
  }
  const script = call.scripts.get(path);
  if (script === undefined) {
    const text = 'DiskPart was unable to open the specified script.';
    throw new ProgramFailed(DISKPART_CODE.noScript, `${HEADING}\r\n${text}\r\n`);
  }
  call.print(HEADING);
  await runScript(computer, script, call.print, call.endsAfter);
};

async function runScript(
  computer: Computer,
  script: string,
  print: (text: string) => void,
  endsAfter: (steps: number) => void,
): Promise<void> {
  const session = new DiskpartSession(computer);
  const lines = script.split('\r\n');
  if (lines.at(-1) === '') lines.pop();
  for (const [index, line] of lines.entries()) {
    endsAfter(index);
    if (line.includes('\n') || line.trim() === '') {
      throw new SimulationLimit('lines of a script end with CRLF, and none is empty');
    }
    if (/^\s*rem(\s|$)/i.test(line)) continue;
    const words = diskpartWords(line);
    const reading = words === null ? null : readDiskpartCommand(words);
    if (reading?.kind === 'not-simulated') throw new SimulationLimit(`diskpart: ${line}`);
    if (reading?.kind === 'unknown-command') {
      const text =
        '\r\nThe command you typed is not valid. Type HELP to see the list of commands.\r\n';
      throw new ProgramFailed(DISKPART_CODE.wrongSelection, text);
    }
    if (reading?.kind !== 'command') {
      const text = '\r\nThe arguments specified for this command are not valid.\r\n';
      throw new ProgramFailed(DISKPART_CODE.wrongArguments, text);
    }
    if (reading.command.name === 'exit') break;
    try {
      print(`\r\n${await session.run(reading.command)}\r\n`);
    } catch (error) {
      if (!(error instanceof DiskpartError) || !reading.command.noerr) throw error;
      print(error.text);
    }
  }
  print('\r\nLeaving DiskPart...\r\n');
}
