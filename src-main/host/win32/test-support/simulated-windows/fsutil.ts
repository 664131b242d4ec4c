import { SimulatedFiles } from './files';
import type { SimulatedProgram } from './program';
import { ProgramFailed, SimulationLimit } from './simulation-limit';

const NOT_FOUND = 'Error:  The system cannot find the file specified.\r\n';

/** `sparse setflag FILE`, recorded: files of this computer are sparse by themselves. */
export const simulatedFsutil: SimulatedProgram = async (computer, { args }) => {
  const [noun, verb, path = ''] = args;
  if (noun !== 'sparse' || verb !== 'setflag' || args.length !== 3) {
    throw new SimulationLimit(`fsutil ${args.join(' ')}`);
  }
  if ((await new SimulatedFiles(computer).kindOf(path)) === null) {
    throw new ProgramFailed(2, NOT_FOUND, 'stderr');
  }
  computer.record('fsutil.exe', args);
};
