import { placeOf } from './files';
import type { SimulatedProgram } from './program';
import { ProgramFailed, SimulationLimit } from './simulation-limit';

const HEADING =
  'BitLocker Drive Encryption: Configuration Tool version 10.0.19041\r\nCopyright (C) 2013 Microsoft Corporation. All rights reserved.\r\n\r\n';

/** manage-bde: nothing is encrypted. Calls are recorded; the volume has to be there (learn.microsoft.com, manage-bde). */
export const simulatedManageBde: SimulatedProgram = (computer, { args, print }) => {
  const [verb = '', volume = '', ...options] = args;
  print(HEADING);
  if (!/^-(status|lock|on|off|protectors|unlock)$/i.test(verb)) {
    throw new ProgramFailed(-1, 'ERROR: Invalid Syntax.\r\n');
  }
  if (placeOf(computer, `${volume.replace(/\\$/, '')}\\`) === null) {
    throw new ProgramFailed(
      -1,
      `ERROR: The volume ${volume} could not be opened by BitLocker.\r\nThis may be because the volume does not exist, or because it is not a valid BitLocker volume.\r\n`,
    );
  }
  computer.record('manage-bde.exe', args);
  if (/^-status$/i.test(verb)) {
    print(`Volume ${volume}\r\n[Data Volume]\r\n\r\n    Protection Status:    Protection Off\r\n`);
    // Documented: 1 when the volume isn't protected.
    if (options.some((one) => /^-(protectionaserrorlevel|p)$/i.test(one))) {
      throw new ProgramFailed(1, '');
    }
  } else if (!/^-lock$/i.test(verb)) {
    throw new SimulationLimit(`manage-bde ${args.join(' ')}`);
  }
  return Promise.resolve();
};
