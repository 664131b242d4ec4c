import { basename } from 'node:path';
import {
  SMALLEST_BOOT_IMAGE_BYTES,
  bootImageKind,
  type BootImage,
  type BootImageKind,
} from '../../../src-shared/boot-image';
import { stickError, type StickError } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import { FileSystemError, readVhdFile, readVhdxFile, type VirtualDiskFile } from '../../disk';
import type { ByteSource, FileSource } from '../../io';
import { readBareWim } from '../bare-wim';
import { imageFileError, openImageFile } from '../image-file';
import { looksLikeWim } from '../wim-header';
import { boundedSource } from './bounded-source';
import { readDiskImage } from './disk-image';
import { NO_UEFI, UNKNOWN_UEFI } from './efi-files';
import { readEfiMachine } from './efi-program';
import { looksLikeDisc, readDiscContent } from './iso-image';
import { windowsTitle } from './windows-disc';

/** Recognising reads a few MiB; the table of contents of a large WIM has about ten. */
const MOST_BYTES_READ = 128 * MiB;

type Content = Omit<BootImage, 'path' | 'name' | 'sizeBytes' | 'kind'>;

const UNKNOWN: Content = {
  family: 'other',
  title: null,
  version: null,
  architecture: 'unknown',
  volumeId: null,
  live: null,
  starts: { bios: null, uefi: UNKNOWN_UEFI },
  windows: null,
  virtualDisk: null,
  notes: [],
};

/**
 * What Ventoy would start from a file, from a few pieces of it. What the name promises is compared with the content.
 *
 * Throws a StickError: `image/…` for a file or disc that can't be read, `wim/…`, `boot-image/not-recognised` for a
 * file that is not what it is called or that Ventoy doesn't list, `boot-image/damaged`, `io/read`, `cancelled`.
 */
export async function readBootImage(path: string, signal: AbortSignal): Promise<BootImage> {
  const name = basename(path);
  const kind = bootImageKind(name);
  const file = await openImageFile(path);
  try {
    if (kind === null) {
      throw notRecognised(path, 'it lists no files whose names end like this one’s');
    }
    const bounded = boundedSource(file, MOST_BYTES_READ, signal, () =>
      stickError('image/damaged', { path, message: 'there is no end to what has to be read' }),
    );
    const content = await readContent(kind, { ...bounded, path, close: () => file.close() });
    const image: BootImage = { path, name, sizeBytes: file.size, kind, ...content };
    if (file.size < SMALLEST_BOOT_IMAGE_BYTES) {
      image.notes = [{ code: 'below-32-kib', detail: '' }, ...image.notes];
    }
    return image;
  } catch (error) {
    throw imageFileError(error, path);
  } finally {
    await file.close();
  }
}

function readContent(kind: BootImageKind, file: FileSource): Promise<Content> {
  switch (kind) {
    case 'iso':
      return readIso(file);
    case 'img':
      return readImg(file);
    case 'wim':
      return readWim(file);
    case 'vhd':
      return readVirtualDisk(file, readVhdFile);
    case 'vhdx':
      return readVirtualDisk(file, readVhdxFile);
    case 'efi':
      return readEfi(file);
    case 'vtoy':
      // A disk in one of several formats, with the loader that vtoyboot put into it: only starting it shows whether it does.
      return Promise.resolve({ ...UNKNOWN, live: true });
  }
}

async function readIso(file: FileSource): Promise<Content> {
  if (await startsAsWim(file)) throw notRecognised(file.path, 'it is a Windows image, a WIM');
  const content = await readDiscContent(file, file.path, basename(file.path));
  return { ...UNKNOWN, ...content };
}

/** A disc under another name is still known for what it is, but starts as a disk would. */
async function readImg(file: FileSource): Promise<Content> {
  const { starts, partitioned } = await readDiskImage(file);
  if (await looksLikeDisc(file)) {
    const content = await readDiscContent(file, file.path, basename(file.path));
    const notes = [{ code: 'iso-named-img', detail: '' } as const, ...content.notes];
    return { ...UNKNOWN, ...content, starts, notes };
  }
  if (partitioned) return { ...UNKNOWN, starts };
  return { ...UNKNOWN, starts, notes: [{ code: 'no-partition-table', detail: '' }] };
}

async function readWim(file: FileSource): Promise<Content> {
  if (!(await startsAsWim(file))) {
    throw notRecognised(file.path, 'it is no Windows image, whatever its name says');
  }
  const { editions } = await readBareWim(file);
  return { ...UNKNOWN, ...windowsTitle(editions), family: 'windows', windows: { editions } };
}

/** Ventoy starts no other system than Windows from a virtual disk, and by UEFI only one of 64 bits. */
async function readVirtualDisk(
  file: FileSource,
  read: (source: ByteSource) => Promise<VirtualDiskFile>,
): Promise<Content> {
  try {
    const { type, diskBytes } = await read(file);
    return {
      ...UNKNOWN,
      family: 'windows',
      live: true,
      starts: { bios: null, uefi: { x64: null, ia32: false, aa64: false } },
      virtualDisk: { type, bytes: diskBytes },
      notes: type === 'differencing' ? [{ code: 'differencing-disk', detail: '' }] : [],
    };
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    const { message } = error;
    throw stickError('boot-image/damaged', { path: file.path, message }, { cause: error });
  }
}

async function readEfi(file: FileSource): Promise<Content> {
  const machine = await readEfiMachine(file);
  if (typeof machine === 'object') throw notRecognised(file.path, machine.problem);
  const uefi = machine === 'other' ? UNKNOWN_UEFI : { ...NO_UEFI, [machine]: true };
  const architecture = ({ x64: 'x64', ia32: 'x86', aa64: 'arm64', other: 'unknown' } as const)[
    machine
  ];
  return { ...UNKNOWN, architecture, live: false, starts: { bios: false, uefi } };
}

async function startsAsWim(file: ByteSource): Promise<boolean> {
  return looksLikeWim(await file.read(0, Math.min(file.size, 16)));
}

function notRecognised(path: string, message: string): StickError {
  return stickError('boot-image/not-recognised', { path, message });
}
