import { basename, dirname, join, posix } from 'node:path';
import { readdir } from 'node:fs/promises';
import { runTool } from '../../../run-tool';
import type { Computer } from './computer';
import { SimulatedFiles, placeOf, withPath } from './files';
import type { ProgramCall, SimulatedProgram } from './program';
import { ProgramFailed, SimulationLimit } from './simulation-limit';
import { withVolumeDevice } from './volume-access';

const HEADING =
  '\r\nDeployment Image Servicing and Management tool\r\nVersion: 10.0.19041.3636\r\n\r\n';
const DONE = 'The operation completed successfully.\r\n';

/** Numbers of winerror.h and their sentences. */
const SENTENCE: Readonly<Record<number, string>> = {
  2: 'The system cannot find the file specified.',
  3: 'The system cannot find the path specified.',
  11: 'An attempt was made to load a program with an incorrect format.',
  32: 'The process cannot access the file because it is being used by another process.',
  87: 'An error occurred while processing the command. Ensure that the command-line arguments are valid.',
  112: 'There is not enough space on the disk.',
  1168: 'Element not found.',
};

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
  ...['Get-ImageInfo', 'Get-WimInfo'].map((verb) => {
    const file = verb === 'Get-WimInfo' ? 'WimFile' : 'ImageFile';
    return { verb, service: false, required: [file], values: [file, 'Index'], flags: [] };
  }),
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
  service('Apply-Unattend', []),
];

/** DISM. Images are unpacked by wimlib; drivers are copied; the rest of servicing is recorded only. */
export const simulatedDism: SimulatedProgram = async (computer, call) => {
  call.print(HEADING);
  const { command, options } = readCommand(call.args);
  const log = options.get('logpath');
  if (log !== undefined) await requireFolder(computer, log.replace(/\\[^\\]*$/, ''), 3);
  const scratch = options.get('scratchdir');
  if (scratch !== undefined) await requireFolder(computer, scratch, 3);
  if (command.service) await serviceImage(computer, command, options, call);
  else if (command.verb === 'Apply-Image') await applyImage(computer, options, call);
  else if (command.verb === 'List-Image') await listFiles(computer, options, call);
  else await listImages(computer, options, call);
  call.print(DONE);
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
    const wantsValue = isVerb ? command.verb === 'Apply-Unattend' : isIn(values);
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
  const parts = options.get('swmfile');
  const folder = dirname(wim);
  const references =
    parts === undefined ? [] : [`--ref=${join(folder, parts.replace(/^.*\\/, ''))}`];
  await infoOf(wim, options.get('index') ?? '');
  print('Applying image\r\n');
  endsAfter(1);
  for (const percent of [3, 41.5]) print(progress(percent));
  await withVolumeDevice(target.volume, async (device) => {
    const args = ['apply', wim, options.get('index') ?? '', device, ...references];
    const { code, stderr } = await runTool('wimlib-imagex', args, {
      signal,
      okCodes: [0, 1, 2, 13, 22, 45, 50, 54, 55, 68, 72],
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

async function listImages(
  computer: Computer,
  options: ReadonlyMap<string, string>,
  { print }: ProgramCall,
): Promise<void> {
  const path = options.get('imagefile') ?? options.get('wimfile') ?? '';
  if (options.has('index')) throw new SimulationLimit('details of one edition');
  const wim = await localFile(computer, path);
  print(`Details for image : ${path}\r\n\r\n`);
  const { stdout } = await infoOf(wim, '');
  for (const block of stdout.split(/\n(?=Index:)/).slice(1)) {
    const field = (name: string): string =>
      new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(block)?.[1]?.trim() ?? '';
    const size = Number(field('Total Bytes')).toLocaleString('en-US');
    print(
      `Index : ${field('Index')}\r\nName : ${field('Name')}\r\nDescription : ${field('Description')}\r\nSize : ${size} bytes\r\n\r\n`,
    );
  }
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

async function serviceImage(
  computer: Computer,
  command: DismCommand,
  options: ReadonlyMap<string, string>,
  { args, print, scripts }: ProgramCall,
): Promise<void> {
  const image = (options.get('image') ?? '').replace(/\\+$/, '');
  const files = new SimulatedFiles(computer);
  const place = placeOf(computer, `${image}\\`);
  if (place?.kind !== 'volume' || (await files.kindOf(`${image}\\Windows`)) !== 'folder')
    throw failed(2);
  // Assumed: DISM loads the image’s hives itself, so that nobody else may have them.
  if (computer.hasHiveOn((volume) => volume === place.volume)) throw failed(32);
  print('Image Version: 10.0.22621.1\r\n\r\n');
  if (command.verb === 'Add-Driver') {
    if (computer.full) throw failed(112);
    await addDrivers(computer, image, options);
  }
  const answers = options.get('apply-unattend');
  if (answers !== undefined && !scripts.has(answers) && (await files.kindOf(answers)) !== 'file') {
    throw failed(2);
  }
  computer.record('Dism.exe', args);
}

/**
 * Copies every INF file to `\Windows\INF\simulated-…`. What DISM does (the driver store, the registry) is not simulated.
 */
async function addDrivers(
  computer: Computer,
  image: string,
  options: ReadonlyMap<string, string>,
): Promise<void> {
  const path = options.get('driver') ?? '';
  const files = new SimulatedFiles(computer);
  if ((await files.kindOf(path)) === null) throw failed(2);
  const found = await withPath(computer, path, async (local) => {
    const recursive = options.has('recurse');
    if (/\.inf$/i.test(local)) return [local];
    const names = await readdir(local, { recursive });
    return names.filter((name) => /\.inf$/i.test(name)).map((name) => join(local, name));
  });
  if (!found || found.length === 0) throw failed(2);
  for (const local of found) {
    await files.makeFolder(`${image}\\Windows\\INF`);
    await files.copyIn(local, `${image}\\Windows\\INF\\simulated-${basename(local)}`);
  }
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

function failed(code: number): ProgramFailed {
  const log = 'The DISM log file can be found at C:\\WINDOWS\\Logs\\DISM\\dism.log';
  return new ProgramFailed(
    code,
    `\r\nError: ${String(code)}\r\n\r\n${SENTENCE[code] ?? ''}\r\n\r\n${log}\r\n`,
  );
}
