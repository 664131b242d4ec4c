import type { FatVolume, NtfsVolume } from '../../disk';
import { attempt, type Attempt } from './container';
import {
  readBootProgram,
  readSignatures,
  type BootProgram,
  type ProgramArchitecture,
  type SignatureState,
} from './program';

/** A program that takes part in the start, as it was found. */
export interface FoundProgram {
  path: string;
  /** For which computers its name says that it is; null for names that don't. */
  namedFor: ProgramArchitecture | null;
  /** Null: it can't be read as a file here, as with Windows' own compression. */
  bytes: number | null;
  program: BootProgram | { problem: string };
  /** Null where there is no program to be signed. */
  signature: SignatureState | null;
}

/** Where firmware looks on media it has no boot entry for (UEFI specification, 3.5.1.1), of what Windows is made for. */
const REMOVABLE: readonly [string, ProgramArchitecture][] = [
  ['/EFI/Boot/bootx64.efi', 'x64'],
  ['/EFI/Boot/bootaa64.efi', 'arm64'],
  ['/EFI/Boot/bootia32.efi', 'ia32'],
];
export const REMOVABLE_PATHS = REMOVABLE.map(([path]) => path);
export const BOOT_MANAGER = '/EFI/Microsoft/Boot/bootmgfw.efi';
/** Boot managers and loaders have 1 to 3 MiB. */
const MAXIMUM_PROGRAM_BYTES = 32 * 1024 * 1024;

/** Those that are there. */
export async function readBootManagers(volume: FatVolume): Promise<FoundProgram[]> {
  const found: FoundProgram[] = [];
  for (const [path, namedFor] of [...REMOVABLE, [BOOT_MANAGER, null] as const]) {
    const there = await attempt(() => volume.find(path));
    if (!there.ok || !there.value || there.value.isDirectory) continue;
    found.push(
      judged(path, namedFor, await attempt(() => volume.readFile(path, MAXIMUM_PROGRAM_BYTES))),
    );
  }
  return found;
}

/** The loader of Windows, by its path with `\`; null when it isn't there. */
export async function readLoader(volume: NtfsVolume, path: string): Promise<FoundProgram | null> {
  const there = await attempt(() => volume.find(path));
  if (!there.ok || !there.value || there.value.isDirectory) return null;
  return judged(path, null, await attempt(() => volume.readFile(path, MAXIMUM_PROGRAM_BYTES)));
}

function judged(
  path: string,
  namedFor: ProgramArchitecture | null,
  content: Attempt<Buffer>,
): FoundProgram {
  if (!content.ok) {
    return { path, namedFor, bytes: null, program: { problem: content.problem }, signature: null };
  }
  const program = readBootProgram(content.value);
  const signature = 'problem' in program ? null : readSignatures(content.value, program);
  return { path, namedFor, bytes: content.value.length, program, signature };
}
