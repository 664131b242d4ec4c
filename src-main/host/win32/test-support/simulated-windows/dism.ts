import { dirname, join, posix } from 'node:path';
import { runTool } from '../../../run-tool';
import type { Computer } from './computer';
import { failed } from './dism-failure';
import { serviceImage } from './dism-servicing';
import { SimulatedFiles, placeOf, samePlace } from './files';
import type { ProgramCall, SimulatedProgram } from './program';
import { SimulationLimit } from './simulation-limit';
import { withVolumeDevice } from './volume-access';

const HEADING =
  '\r\nDeployment Image Servicing and Management tool\r\nVersion: 10.0.19041.3636\r\n\r\n';
const DONE = 'The operation completed successfully.\r\n';

/** Options with a value, and those without, as the pages about DISM's options name them. */
const GLOBAL = {
  values: ['LogPath', 'LogLevel', 'ScratchDir'],
  flags: ['English', 'Quiet', 'NoRestart'],
};

interface DismCommand {
  verb: string;
  values: readonly string[];
  flags: readonly string[];
  required: readonly string[];
  /** Whether it is about an unpacked Windows, which `/Image` names. */
  service: boolean;
}

const service = (
  verb: string,
  required: string[],
  flags: string[] = [],
  values: string[] = [],
): DismCommand => ({
  ...{ verb, required, flags, values: [...required, ...values], service: true },
});

const COMMANDS: readonly DismCommand[] = [
  {
    ...{ verb: 'Apply-Image', service: false, required: ['ImageFile', 'Index', 'ApplyDir'] },
    values: ['ImageFile', 'SWMFile', 'Index', 'ApplyDir'],
    flags: ['CheckIntegrity', 'Verify', 'NoRpFix', 'ConfirmTrustedFile', 'Compact', 'EA'],
  },
  {
    ...{ verb: 'Export-Image', service: false },
    required: ['SourceImageFile', 'SourceIndex', 'DestinationImageFile'],
    values: [
      ...['SourceImageFile', 'SWMFile', 'SourceIndex', 'SourceName', 'DestinationImageFile'],
      ...['DestinationName', 'Compress'],
    ],
    flags: ['Bootable', 'WIMBoot', 'CheckIntegrity'],
  },
  {
    ...{ verb: 'Mount-Image', service: false, required: ['ImageFile', 'Index', 'MountDir'] },
    values: ['ImageFile', 'Index', 'MountDir'],
    flags: ['ReadOnly', 'Optimize', 'CheckIntegrity'],
  },
  {
    ...{ verb: 'Unmount-Image', service: false, required: ['MountDir'], values: ['MountDir'] },
    flags: ['Commit', 'Discard', 'CheckIntegrity', 'Append'],
  },
  {
    ...{ verb: 'List-Image', service: false, required: ['ImageFile', 'Index'] },
    ...{ values: ['ImageFile', 'Index', 'Name'], flags: [] },
  },
  service('Add-Driver', ['Driver'], ['Recurse', 'ForceUnsigned']),
  service('Disable-Feature', ['FeatureName'], ['Remove'], ['PackageName']),
  service('Get-Features', [], [], ['Format']),
  service('Get-ProvisionedAppxPackages', []),
  service('Remove-ProvisionedAppxPackage', ['PackageName']),
  service('Cleanup-Image', [], ['StartComponentCleanup', 'ResetBase', 'RevertPendingActions']),
];

/** DISM. Images are unpacked by wimlib, those that are mounted, too; for servicing see `serviceImage`. */
export const simulatedDism: SimulatedProgram = async (computer, call) => {
  call.print(HEADING);
  const { command, options } = readCommand(call.args);
  const log = options.get('logpath');
  if (log !== undefined) await requireFolder(computer, log.replace(/\\[^\\]*$/, ''), 3);
  const scratch = options.get('scratchdir');
  if (scratch !== undefined) await requireFolder(computer, scratch, 3);
  if (command.service) await serviceImage(computer, command.verb, options, call);
  else await IMAGE_COMMANDS[command.verb]?.(computer, options, call);
  call.print(DONE);
};

const IMAGE_COMMANDS: Readonly<
  Record<
    string,
    (computer: Computer, options: ReadonlyMap<string, string>, call: ProgramCall) => Promise<void>
  >
> = {
  'Apply-Image': applyImage,
  'List-Image': listFiles,
  'Export-Image': exportImage,
  'Mount-Image': mountImage,
  'Unmount-Image': unmountImage,
};

function readCommand(args: readonly string[]): {
  command: DismCommand;
  options: Map<string, string>;
} {
  // Documented: what stands before `/English` could be answered in another language.
  if (args[0]?.toLowerCase() !== '/english')
    throw new SimulationLimit('DISM without /English first');
  const options = new Map<string, string>();
  for (const arg of args) {
    const [, name, value = ''] = /^\/([A-Za-z-]+)(?::(.+))?$/.exec(arg) ?? [];
    if (name === undefined || options.has(name.toLowerCase())) throw failed(87);
    options.set(name.toLowerCase(), value);
  }
  const command = COMMANDS.find(({ verb }) => options.has(verb.toLowerCase()));
  if (!command) throw failed(87);
  const values = [...command.values, ...GLOBAL.values, ...(command.service ? ['Image'] : [])];
  const flags = [...command.flags, ...GLOBAL.flags];
  const needed = [...command.required, ...(command.service ? ['Image'] : [])];
  for (const [name, value] of options) {
    const isIn = (list: readonly string[]): boolean =>
      list.some((one) => one.toLowerCase() === name);
    const isVerb = name === command.verb.toLowerCase();
    const wantsValue = !isVerb && isIn(values);
    if (!isVerb && !isIn(values) && !isIn(flags)) throw failed(87);
    if (wantsValue !== (value !== '')) throw failed(87);
  }
  if (needed.some((name) => !options.has(name.toLowerCase()))) throw failed(87);
  return { command, options };
}

async function applyImage(
  computer: Computer,
  options: ReadonlyMap<string, string>,
  { print, signal, endsAfter }: ProgramCall,
): Promise<void> {
  const wim = await localFile(computer, options.get('imagefile') ?? '');
  const target = placeOf(computer, options.get('applydir') ?? '');
  if (target === null) throw failed(3);
  if (target.kind !== 'volume' || target.names.length > 0) {
    throw new SimulationLimit('images are unpacked into the root of a volume only');
  }
  if (computer.full) throw failed(112);
  await infoOf(wim, options.get('index') ?? '');
  print('Applying image\r\n');
  endsAfter(1);
  for (const percent of [3, 41.5]) print(progress(percent));
  await withVolumeDevice(target.volume, async (device) => {
    const args = ['apply', wim, options.get('index') ?? '', device, ...references(wim, options)];
    const { code, stderr } = await runTool('wimlib-imagex', args, {
      signal,
      okCodes: [0, 1, 2, 13, 22, 45, 46, 50, 54, 55, 68, 72],
    });
    if (code === 0) return;
    if (/no space|ENOSPC/i.test(stderr)) throw failed(112);
    throw new SimulationLimit(`wimlib ended with ${String(code)}: ${stderr}`);
  });
  print(`${progress(100)}\r\n`);
}

/** As it is printed into a pipe: each state on a line that a carriage return begins. */
function progress(percent: number): string {
  const done = '='.repeat(Math.floor((percent / 100) * 58));
  const bar = done.padEnd(58, ' ');
  const text = `${percent.toFixed(1)}%`;
  return `\r[${bar.slice(0, 26)}${text}${bar.slice(26 + text.length)}] `;
}

/** Assumed: one path a line, those of folders with a backslash at their end. */
async function listFiles(
  computer: Computer,
  options: ReadonlyMap<string, string>,
  { print }: ProgramCall,
): Promise<void> {
  const wim = await localFile(computer, options.get('imagefile') ?? '');
  const index = options.get('index') ?? '';
  await infoOf(wim, index);
  const { stdout } = await runTool('wimlib-imagex', ['dir', wim, index]);
  const paths = stdout.split('\n').filter((path) => path !== '');
  const folders = new Set(paths.map((path) => posix.dirname(path)));
  for (const path of paths) {
    const line = path.replaceAll('/', '\\');
    print(`${line}${folders.has(path) && path !== '/' ? '\\' : ''}\r\n`);
  }
}

async function infoOf(wim: string, index: string): Promise<{ stdout: string }> {
  const image = index === '' ? [] : [index];
  const result = await runTool('wimlib-imagex', ['info', wim, ...image], { okCodes: [0, 18, 43] });
  if (result.code === 18) throw failed(1168);
  if (result.code !== 0) throw failed(11);
  return result;
}

async function exportImage(
  computer: Computer,
  options: ReadonlyMap<string, string>,
  { print, signal }: ProgramCall,
): Promise<void> {
  const wim = await localFile(computer, options.get('sourceimagefile') ?? '');
  const index = options.get('sourceindex') ?? '';
  if (computer.full) throw failed(112);
  await infoOf(wim, index);
  const path = options.get('destinationimagefile') ?? '';
  const to = await new SimulatedFiles(computer).localPath(path);
  print('Exporting image\r\n');
  await runTool(
    'wimlib-imagex',
    ['export', wim, index, to, '--compress=XPRESS', ...references(wim, options)],
    { signal },
  );
  print(`${progress(100)}\r\n`);
}

/** The files are unpacked into the folder; that nobody may change them is not simulated. */
async function mountImage(
  computer: Computer,
  options: ReadonlyMap<string, string>,
  { print, signal }: ProgramCall,
): Promise<void> {
  const wim = await localFile(computer, options.get('imagefile') ?? '');
  const index = options.get('index') ?? '';
  const folder = (options.get('mountdir') ?? '').replace(/\\+$/, '');
  if (!options.has('readonly')) throw new SimulationLimit('mounting an image for changing');
  const files = new SimulatedFiles(computer);
  if ((await files.kindOf(folder)) !== 'folder') throw failed(3);
  await infoOf(wim, index);
  const { stdout } = await infoOf(wim, '');
  // Documented of split WIMs, reported of ESDs.
  if (/^Compression:\s*LZMS/m.test(stdout) || !/^Part Number:\s*1\/1$/m.test(stdout)) {
    throw failed(11);
  }
  if ((await files.list(folder)).length > 0) throw new SimulationLimit('a folder that isn’t empty');
  print('Mounting image\r\n');
  computer.mountedImages.push({ folder });
  const to = await files.localPath(folder);
  await runTool('wimlib-imagex', ['apply', wim, index, to], { signal });
  print(`${progress(100)}\r\n`);
}

async function unmountImage(
  computer: Computer,
  options: ReadonlyMap<string, string>,
  { print }: ProgramCall,
): Promise<void> {
  const folder = options.get('mountdir') ?? '';
  if (!options.has('discard')) throw new SimulationLimit('keeping changes of a mounted image');
  const mounted = computer.mountedImages.find((one) => samePlace(one.folder, folder));
  if (!mounted) throw failed(0xc1420114);
  const files = new SimulatedFiles(computer);
  for (const name of await files.list(folder)) await files.remove(`${folder}\\${name}`);
  computer.mountedImages.splice(computer.mountedImages.indexOf(mounted), 1);
  print(`Image File : ${folder}\r\n${progress(100)}\r\n`);
}

function references(wim: string, options: ReadonlyMap<string, string>): string[] {
  const parts = options.get('swmfile');
  return parts === undefined ? [] : [`--ref=${join(dirname(wim), parts.replace(/^.*\\/, ''))}`];
}

async function localFile(computer: Computer, path: string): Promise<string> {
  const files = new SimulatedFiles(computer);
  if ((await files.kindOf(path)) !== 'file') throw failed(2);
  return files.localPath(path);
}

async function requireFolder(computer: Computer, path: string, code: number): Promise<void> {
  const kind = await new SimulatedFiles(computer).kindOf(
    /^[A-Za-z]:$/.test(path) ? `${path}\\` : path,
  );
  if (kind !== 'folder') throw failed(code);
}
