import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { CheckResult } from '../../../src-shared/check';
import { stickError } from '../../../src-shared/errors';
import type { RepairNote } from '../../../src-shared/repair';
import { formatBytes } from '../../../src-shared/units';
import { holdsFat32, writeFat32Volume, type FatFile } from '../../disk';
import { MEMORY_TESTER, STORE_PATH, type BootPlatform } from '../../guest';
import { slice } from '../../io';
import type { Stick } from '../check';
import type { Bench } from './bench';
import { windowsBootFiles } from './boot-files';
import { newStore, otherEntries } from './boot-store';
import type { Change } from './change';
import { keptFile, openEfiVolume, pathsOn } from './efi-volume-files';
import { failing } from './failing';
import type { FoundWindows } from './find-windows';

export interface EfiChange {
  change: Change | null;
  /** What is kept, and what can’t be. */
  notes: RepairNote[];
}

/** Failures of the EFI system partition for which its files needn't be renewed. */
const NOT_OF_FILES: readonly string[] = [
  'efi.boot-sector-copy',
  'efi.cluster-size',
  'mbr.boot-sector',
];
/** Failures elsewhere that come from missing files. */
const OF_FILES: readonly string[] = ['mbr.boot-manager', 'bcd.path', 'bios-bcd.path'];
const STORE_CHECKS: Readonly<Record<BootPlatform, string>> = { uefi: 'bcd.', bios: 'bios-bcd.' };

/**
 * The EFI system partition made anew where something of it is wrong: a FAT32 volume with the boot files of the stick's own Windows,
 * boot stores that name its partitions, and every other file that was there. Boot files and stores that are right are taken
 * over as they are. Throws `repair/not-understood`, `repair/encrypted`, `repair/no-boot-files`, `target/too-small`, `cancelled`.
 */
export async function efiChange(
  bench: Bench,
  stick: Stick,
  windows: FoundWindows,
  checks: readonly CheckResult[],
): Promise<EfiChange> {
  const { efi } = stick;
  if (!efi) throw bench.notUnderstood('it has no EFI system partition');
  const bad = [...failing(checks)];
  const needsFiles = bad.some(
    (id) => OF_FILES.includes(id) || (id.startsWith('efi.') && !NOT_OF_FILES.includes(id)),
  );
  const platforms: BootPlatform[] = stick.mbr ? ['uefi', 'bios'] : ['uefi'];
  const renewed = platforms.filter(
    (platform) => !efi.volume.ok || bad.some((id) => id.startsWith(STORE_CHECKS[platform])),
  );
  const ofVolume = bad.some((id) => id.startsWith('efi.') || NOT_OF_FILES.includes(id));
  if (!needsFiles && renewed.length === 0 && !ofVolume) {
    return { change: null, notes: [] };
  }
  const { size } = efi.source;
  if (!holdsFat32(size)) {
    const message = `its EFI system partition of ${formatBytes(size)} is smaller than those this program makes`;
    throw bench.notUnderstood(message);
  }

  const volume = await openEfiVolume(efi.source);
  const fresh = needsFiles ? await freshFiles(bench, stick, windows) : [];
  const found = volume ? await pathsOn(bench, volume) : [];
  const files = new Map<string, FatFile>();
  for (const path of found) {
    if (isReplaced(path, fresh, renewed)) continue;
    if (volume) files.set(path.toLowerCase(), await keptFile(bench, volume, path));
  }
  const keptFiles = files.size;
  for (const file of fresh) files.set(file.path.toLowerCase(), file);
  for (const platform of renewed) {
    const hasMemtest = files.has(MEMORY_TESTER[platform]);
    const bytes = newStore(platform, stick, windows, efi.entry, hasMemtest);
    const path = STORE_PATH[platform];
    files.set(path.toLowerCase(), { path, content: { kind: 'buffer', bytes } });
  }

  const path = join(bench.folder, 'efi.fat');
  const { allocated } = await writeFat32Volume({
    path,
    bytes: size,
    startLba: efi.entry.firstLba,
    label: volume?.label ?? null,
    serial: volume?.serial ?? randomInt(1, 0x1_0000_0000),
    files: inOrder(files, found),
  });
  const bytes = allocated.reduce((end, range) => Math.max(end, range.offset + range.length), 0);
  const contents = [
    ...(needsFiles ? (['boot-files'] as const) : []),
    ...renewed.map((platform) => `${platform}-store` as const),
  ];
  return {
    change: {
      step: { part: 'efi-partition', contents, startByte: startOf(efi.entry), bytes },
      content: slice(await bench.source(path), 0, bytes),
    },
    notes: notesOf(stick, volume !== null, keptFiles, renewed),
  };
}

function startOf({ firstLba }: { firstLba: number }): number {
  return firstLba * 512;
}

async function freshFiles(
  bench: Bench,
  stick: Stick,
  { volume, encrypted }: FoundWindows,
): Promise<FatFile[]> {
  if (!volume) throw stickError('repair/encrypted', { target: bench.target });
  const scheme = stick.mbr ? 'mbr' : 'gpt';
  return windowsBootFiles(bench, volume, { scheme, asksPassword: encrypted });
}

/** Whether a file comes anew. The logs of a store belong to what it was before. */
function isReplaced(
  path: string,
  fresh: readonly FatFile[],
  renewed: readonly BootPlatform[],
): boolean {
  const key = path.toLowerCase();
  const ofStore = renewed.some((platform) => {
    const store = STORE_PATH[platform].toLowerCase();
    return (
      key === store || (key.startsWith(`${store}.log`) && /^\d*$/.test(key.slice(store.length + 4)))
    );
  });
  return ofStore || fresh.some((file) => file.path.toLowerCase() === key);
}

/** As the folders name them, so that a volume in which nothing changes stays what it is; what is new comes last. */
function inOrder(files: ReadonlyMap<string, FatFile>, found: readonly string[]): FatFile[] {
  const places = new Map(found.map((path, index) => [path.toLowerCase(), index]));
  const placeOf = ({ path }: FatFile): number => places.get(path.toLowerCase()) ?? found.length;
  return [...files.values()].sort((a, b) => placeOf(a) - placeOf(b));
}

function notesOf(
  stick: Stick,
  isReadable: boolean,
  keptFiles: number,
  renewed: readonly BootPlatform[],
): RepairNote[] {
  const notes: RepairNote[] = [];
  if (!isReadable) notes.push({ note: 'efi-unreadable' });
  else if (keptFiles > 0) notes.push({ note: 'files-kept', count: keptFiles });
  const stores = { uefi: stick.store, bios: stick.biosStore };
  for (const platform of renewed) {
    const store = stores[platform];
    const others = store?.ok ? otherEntries(store.value) : 0;
    if (others > 0) notes.push({ note: `${platform}-entries-lost`, count: others });
  }
  return notes;
}
