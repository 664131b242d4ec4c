import type { Computer } from './computer';
import { SimulatedFiles, samePlace } from './files';
import type { SimulatedProgram } from './program';
import { ProgramFailed, SimulationLimit } from './simulation-limit';

const NOT_FOUND = 'The system cannot find the file specified.\r\n';

/** mountvol: `/N`, `/E`, and `PATH /D` (learn.microsoft.com, mountvol). Exit codes are assumed. */
export const simulatedMountvol: SimulatedProgram = (computer, { args }) => {
  const [first = '', second, ...rest] = args;
  if (rest.length > 0) throw new SimulationLimit(`mountvol ${args.join(' ')}`);
  if (second === undefined && /^\/[ne]$/i.test(first)) {
    computer.automount = /e/i.test(first);
  } else if (second?.toLowerCase() === '/d') {
    removeMountPoint(computer, first);
  } else {
    throw new SimulationLimit(`mountvol ${args.join(' ')}`);
  }
  return Promise.resolve();
};

function removeMountPoint(computer: Computer, path: string): void {
  const isMeant = (folder: string): boolean => samePlace(folder, path);
  const volume = computer.volumes.find(
    ({ letter, folders }) =>
      (letter !== null && samePlace(path, `${letter}:`)) || folders.some(isMeant),
  );
  if (!volume) throw new ProgramFailed(2, NOT_FOUND);
  if (volume.folders.some(isMeant)) {
    volume.folders = volume.folders.filter((folder) => !isMeant(folder));
  } else {
    volume.letter = null;
  }
}

/** icacls: recorded; what it is about has to be there. */
export const simulatedIcacls: SimulatedProgram = async (computer, { args }) => {
  await requireThere(computer, args[0] ?? '');
  const known =
    /^(\/inheritance:[edr]|\/q|\/t|\/c|\/l|\/grant(:r)?|\/deny|\/remove(:[gd])?|\/setowner|[^/].*)$/i;
  if (!args.slice(1).every((arg) => known.test(arg))) {
    throw new ProgramFailed(87, 'Invalid parameter\r\n');
  }
  computer.record('icacls.exe', args);
};

/** attrib: recorded; what it is about has to be there. */
export const simulatedAttrib: SimulatedProgram = async (computer, { args }) => {
  const paths = args.filter((arg) => !/^([+-][rashi]|\/[sdl])$/i.test(arg));
  if (paths.length !== 1) throw new ProgramFailed(1, 'Parameter format not correct -\r\n');
  await requireThere(computer, paths[0] ?? '');
  computer.record('attrib.exe', args);
};

async function requireThere(computer: Computer, path: string): Promise<void> {
  if ((await new SimulatedFiles(computer).kindOf(path)) === null) {
    throw new ProgramFailed(2, NOT_FOUND, 'stderr');
  }
}
