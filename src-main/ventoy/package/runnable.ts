import { machine } from 'node:os';
import { stickError } from '../../../src-shared/errors';
import type { VentoyPlatform } from '../../../src-shared/ventoy-package';
import { packageIncomplete, type PackageContents } from './contents';

/** A computer as far as Ventoy's packages tell computers apart. */
export interface RunsOn {
  platform: VentoyPlatform;
  /** As `uname -m` says it; Windows has the same programs for all. */
  machine: string;
}

export function thisComputer(): RunsOn {
  return { platform: process.platform === 'win32' ? 'windows' : 'linux', machine: machine() };
}

/**
 * Programs in tool/<architecture> that VentoyWorker.sh can't do without, packed by xz or not. It takes hexdump and xzcat from
 * the computer where the package has none (Ventoy 1.1.17).
 */
const NEEDED_TOOLS = ['mkexfatfs', 'vtoycli'];

/** Refuses what the computer can't run. Throws `ventoy/package-platform` and `ventoy/package-incomplete`. */
export function requireRunnable(path: string, contents: PackageContents, on: RunsOn): void {
  const { version, platform, files } = contents;
  if (platform !== on.platform) {
    const ending = on.platform === 'linux' ? 'linux.tar.gz' : 'windows.zip';
    const names = { linux: 'Linux', windows: 'Windows' };
    throw stickError('ventoy/package-platform', {
      path,
      version,
      platform: names[platform],
      wanted: `ventoy-${version}-${ending}`,
    });
  }
  if (platform === 'windows') return;
  for (const tool of NEEDED_TOOLS) {
    const file = `tool/${toolFolder(on.machine)}/${tool}`;
    if (!files.has(file) && !files.has(`${file}.xz`)) throw packageIncomplete(path, file);
  }
}

/** Ventoy2Disk.sh's own rule (Ventoy 1.1.17): what it doesn't know is i386 to it. */
function toolFolder(machine: string): string {
  if (/aarch64|arm64/.test(machine)) return 'aarch64';
  if (/x86_64|amd64/.test(machine)) return 'x86_64';
  if (machine.includes('mips64')) return 'mips64el';
  return 'i386';
}
