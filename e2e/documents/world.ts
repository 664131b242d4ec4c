import { copyFile, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { allCommands, commandTree } from '../../src-main/cli/command-tree';
import { programForReading } from '../../src-main/cli/program-testing';
import { CLI, practiceIso } from '../../src-main/cli/testing';
import { sampleInf } from '../../src-main/guest/drivers/test-support';
import { attachLoop, type LoopDevice } from '../../src-main/helper/test-support/loop-device';
import { runTool, type ToolResult } from '../../src-main/host/run-tool';
import { GiB, KiB } from '../../src-shared/units';
import { recipeDefaults, type WindowsRecipe } from '../../src-shared/windows-recipe';
import { VentoySticks } from '../stick/ventoy-sticks';
import { ROOT } from './blocks';
import { argumentsIn } from './examples';

/** What examples say, and what is run instead. */
const substitutes: readonly [RegExp, string][] = [
  // The last edition of a practice image stands for the sixth one of Microsoft's.
  [/(--edition|--contents) 6\b/g, '$1 3'],
  // Files that are written in full.
  [/(--persistence \S+)=4G/g, '$1=64M'],
  [/--vhdx-size 64G/g, '--vhdx-size 1G'],
  [/^node (?=e2e\/)/, `node ${ROOT}/`],
];

const DRIVE_BYTES = 40 * GiB;

const commands = allCommands(commandTree(programForReading()));

/**
 * A folder in which there is what examples speak of, and drives of the names that they use, as loop devices. One world
 * is for all examples of a document, in their order.
 */
export class World {
  private constructor(
    private readonly folder: string,
    private readonly drives: ReadonlyMap<string, LoopDevice>,
  ) {}

  /** `furniture` is a folder that furnish() filled; it stays as it is. */
  static async begin(furniture: string): Promise<World> {
    const folder = await mkdtemp(join(tmpdir(), 'sticksmith-documents-'));
    await cp(furniture, folder, { recursive: true });
    const drives = new Map([
      ['/dev/sdb', await attachLoop(DRIVE_BYTES)],
      ['/dev/sdc', await attachLoop(DRIVE_BYTES)],
    ]);
    return new World(folder, drives);
  }

  async end(): Promise<void> {
    for (const drive of this.drives.values()) await drive.detach();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Runs a line by bash, as a reader would, who says yes to what is asked. Throws `tool/failed` where it fails. */
  run(line: string): Promise<ToolResult> {
    const env = {
      PATH: `${join(this.folder, 'bin')}:${process.env['PATH'] ?? ''}`,
      HOME: this.folder,
      STICKSMITH_ALLOW_LOOP: '1',
    };
    const script = `set -eo pipefail; ${this.here(line)}`;
    return runTool('bash', ['-c', script], { cwd: this.folder, env });
  }

  /** The line with what this computer has in place of what a reader's has. */
  private here(line: string): string {
    const there = substitutes.reduce(
      (text, [pattern, substitute]) => text.replace(pattern, substitute),
      line.replace(/\/dev\/sd[a-z]+/g, (name) => this.drives.get(name)?.path ?? name),
    );
    const strangers = there.match(/\/dev\/(?!loop)\w+/g);
    if (strangers) throw new Error(`${line}: nobody’s drive is touched: ${strangers.join(', ')}`);
    return asksForYes(there) ? `${there} --yes` : there;
  }
}

/**
 * Makes in a folder what examples speak of: a practice image for Windows, discs that look like live systems, stand-ins for releases
 * of Ventoy, and the program.
 */
export async function furnish(folder: string): Promise<void> {
  const write = async (name: string, content: string | Buffer): Promise<void> => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content, { mode: 0o755 });
  };
  await write('bin/sticksmith', `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`);
  await mkdir(join(folder, '.local/share/bash-completion/completions'), { recursive: true });
  await practiceIso(folder);
  await rename(join(folder, 'practice.iso'), join(folder, 'Win11.iso'));
  const sticks = await VentoySticks.begin();
  try {
    const live = await sticks.liveIso('live.iso');
    for (const name of ['debian.iso', 'debian-live.iso', 'ubuntu.iso']) {
      await copyFile(live, join(folder, name));
    }
    for (const release of [sticks.release, await sticks.releaseOf('1.1.18')]) {
      await copyFile(release, join(folder, basename(release)));
    }
  } finally {
    await sticks.end();
  }
  await write('drivers/net.inf', sampleInf());
  await write('drivers/arm/net.inf', sampleInf({ decoration: 'NTarm64' }));
  for (const name of ['drivers/sample', 'drivers/arm/sample']) {
    await write(`${name}.cat`, 'no signature');
    await write(`${name}.sys`, 'no driver');
  }
  await write('loaner.json', JSON.stringify(loaner));
  await write('secrets.json', '{}');
  await write('log.txt', 'This is NOT a standard Ventoy device and is NOT supported (12)\n');
  await write('ventoy_vhdboot.img', Buffer.alloc(64 * KiB, 'no loader '));
}

/** Examples leave out what a person is asked at a terminal. */
function asksForYes(line: string): boolean {
  const words = argumentsIn(line) ?? [];
  if (words.includes('--yes') || words.includes('--dry-run')) return false;
  const [command] = commands
    .filter(({ path }) => path !== '' && `${words.join(' ')} `.startsWith(`${path} `))
    .sort((one, other) => other.path.length - one.path.length);
  return command?.options.some(({ long }) => long === '--yes') ?? false;
}

const loaner: WindowsRecipe = {
  ...recipeDefaults,
  image: { path: 'Win11.iso', sha256: null },
  edition: { index: 3 },
  windows: {
    ...recipeDefaults.windows,
    answers: {
      ...recipeDefaults.windows.answers,
      account: { name: 'Loaner', administrator: false, askPassword: true },
      computerName: { pattern: 'LOANER-##', firstNumber: 1 },
    },
  },
};
