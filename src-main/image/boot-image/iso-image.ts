import type { BootImage, BootImageNote, BootStarts } from '../../../src-shared/boot-image';
import { stickError } from '../../../src-shared/errors';
import { slice, type ByteSource } from '../../io';
import { cutShort, type Disc } from '../disc';
import { openIso, type Iso } from '../iso';
import { readVolumeDescriptors, volumeBytes, type VolumeDescriptors } from '../iso9660';
import { readBootCatalog, type BootEntry } from './el-torito';
import { UNKNOWN_UEFI, anyUefi, uefiStarts, uefiStartsOfFat, type UefiStarts } from './efi-files';
import { FACT_FOLDERS, FACT_TEXTS, recogniseDisc, type DiscFacts } from './recognise';
import { readWindowsDisc, windowsTitle } from './windows-disc';

/** What the content of a disc image tells. */
export type DiscContent = Pick<
  BootImage,
  'family' | 'title' | 'version' | 'architecture' | 'volumeId' | 'live' | 'starts' | 'windows'
> & { notes: BootImageNote[] };

/** Texts on a disc that are longer than this are not those that were meant. */
const MOST_TEXT_BYTES = 64 * 1024;
/** A root folder with more names than that is not looked at further. */
const MOST_NAMES = 20_000;

/** Whether a file begins as a disc image does: volume descriptors, or the mark of UDF, from sector 16 on. */
export async function looksLikeDisc(source: ByteSource): Promise<boolean> {
  const { primary, announcesUdf } = await readVolumeDescriptors(discOf(source, ''));
  return primary !== null || announcesUdf;
}

/**
 * Looks at a disc image. Throws `boot-image/not-recognised` when it is none, and what `openIso` throws:
 * `image/truncated` and `image/damaged`.
 */
export async function readDiscContent(
  source: ByteSource,
  path: string,
  fileName: string,
): Promise<DiscContent> {
  const descriptors = await readVolumeDescriptors(discOf(source, path));
  const { primary, announcesUdf } = descriptors;
  if (primary === null && !announcesUdf) {
    const message = 'it is no disc image, whatever its name says';
    throw stickError('boot-image/not-recognised', { path, message });
  }
  if (primary !== null && volumeBytes(primary) > source.size) {
    throw cutShort(discOf(source, path), volumeBytes(primary));
  }
  const iso = await openIso(source, path);
  const volumeId = (primary === null ? null : volumeIdOf(primary)) ?? iso.label;
  const recognised = recogniseDisc(await gatherFacts(iso, volumeId, fileName));
  const starts = await startsOf(source, iso, descriptors);
  const content: DiscContent = { ...recognised, volumeId, starts, windows: null, notes: [] };
  if (content.architecture === 'unknown') content.architecture = architectureBy(starts);
  if (content.family === 'windows') await addWindows(content, iso, path);
  if (!canStart(starts)) content.notes.push({ code: 'no-boot-program', detail: '' });
  return content;
}

function discOf(source: ByteSource, path: string): Disc {
  return { path, source, promisedBytes: 0 };
}

/** ECMA-119 8.4.5; some tools end it with zeros instead of spaces. */
function volumeIdOf(primary: Buffer): string | null {
  const id = primary
    .toString('latin1', 40, 72)
    .replace(/\0[^]*$/, '')
    .trim();
  return id === '' ? null : id;
}

async function gatherFacts(
  iso: Iso,
  volumeId: string | null,
  fileName: string,
): Promise<DiscFacts> {
  const paths = new Set<string>();
  for (const folder of FACT_FOLDERS) {
    const prefix = folder === '' ? '' : `${folder}/`;
    for (const { name } of (await iso.list(folder))?.slice(0, MOST_NAMES) ?? []) {
      paths.add(`${prefix}${name.toLowerCase()}`);
    }
  }
  const texts = new Map<string, string>();
  for (const path of FACT_TEXTS) {
    const file = await iso.find(path);
    if (file === null || file.size > MOST_TEXT_BYTES) continue;
    texts.set(path, (await iso.read(file)).toString('utf8'));
  }
  return { fileName, volumeId, paths, texts };
}

/**
 * What firmware finds. For a BIOS that is what the boot catalog lists for it. For UEFI it is the default boot files of
 * the FAT volume that the catalog points to; only where it points to none, Ventoy loads a driver with which firmware
 * reads the disc's own tree (ventoy_linux.c and its like, LoadIsoEfiDriver).
 */
async function startsOf(
  source: ByteSource,
  iso: Iso,
  { bootRecord }: VolumeDescriptors,
): Promise<BootStarts> {
  const entries = bootRecord === null ? [] : await readBootCatalog(source, bootRecord);
  const inTree = await uefiStarts(async (path) => ((await iso.find(path))?.size ?? 0) > 0);
  if (entries === null) return { bios: null, uefi: eitherUefi(UNKNOWN_UEFI, inTree) };
  const bios = entries.some(({ platform }) => platform === 'bios');
  const volumes = [];
  for (const entry of entries.filter(({ platform }) => platform === 'efi')) {
    volumes.push((await uefiStartsOfFat(restFrom(source, entry))) ?? UNKNOWN_UEFI);
  }
  return { bios, uefi: volumes.length === 0 ? inTree : eitherUefi(anyUefi(volumes), inTree) };
}

/** What only the tree has starts where firmware reads it after all, which nobody can tell. */
function eitherUefi(certain: UefiStarts, inTree: UefiStarts): UefiStarts {
  const either = (sure: boolean | null, perhaps: boolean | null): boolean | null =>
    sure === false && perhaps !== false ? null : sure;
  return {
    x64: either(certain.x64, inTree.x64),
    ia32: either(certain.ia32, inTree.ia32),
    aa64: either(certain.aa64, inTree.aa64),
  };
}

/** The volume says itself how large it is, which the catalog often doesn't. */
function restFrom(source: ByteSource, { offset }: BootEntry): ByteSource {
  return slice(source, offset, source.size - offset);
}

function canStart({ bios, uefi }: BootStarts): boolean {
  return [bios, uefi.x64, uefi.ia32, uefi.aa64].some((starts) => starts !== false);
}

function architectureBy({ uefi }: BootStarts): BootImage['architecture'] {
  if (uefi.x64 === true) return 'x64';
  if (uefi.aa64 === true) return 'arm64';
  return uefi.ia32 === true ? 'x86' : 'unknown';
}

async function addWindows(content: DiscContent, iso: Iso, path: string): Promise<void> {
  const found = await readWindowsDisc(iso, path);
  if ('problem' in found) {
    content.notes.push({ code: 'windows-not-read', detail: found.problem });
    content.windows = { editions: [] };
    content.title ??= 'Windows';
    return;
  }
  content.windows = found;
  const { architecture, ...names } = windowsTitle(found.editions);
  Object.assign(content, names);
  if (architecture !== 'unknown') content.architecture = architecture;
}
