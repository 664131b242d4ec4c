import { join } from 'node:path';
import { stickError } from '../../src-shared/errors';
import type { ImageInfo } from '../../src-shared/image';
import type { Running } from '../host';
import { stageImage } from '../image';
import { fileMark, unlessAborted } from '../io';
import { openJobFolder, type JobFolder } from './work-folder';

/** An image that was read once: its hash is known and its WIM lies in the work folder. */
export interface StagedImage {
  sha256: string;
  /** The WIM's parts as files, first part first. */
  wimParts: string[];
}

interface Entry {
  fingerprint: string;
  folder: JobFolder;
  image: StagedImage;
}

/**
 * Keeps the last image that was staged, so that an image verified in the wizard isn't read a second
 * time when the stick is made. An entry counts only while the file's size, times and inode are the same.
 */
export class StagedImages {
  private entry: Entry | null = null;
  /** Ends when nothing is being staged. Two at once would each remove, or forget, what the other made. */
  private staging: Promise<unknown> = Promise.resolve();

  constructor(private readonly workFolder: () => string) {}

  /** The staged image without reading anything, or null when the file must be read. */
  async peek(info: ImageInfo): Promise<StagedImage | null> {
    const fingerprint = await fingerprintOf(info);
    return this.entry?.fingerprint === fingerprint ? this.entry.image : null;
  }

  /** Reads the image once, unless it is staged already. Errors as in stageImage. */
  get(info: ImageInfo, running: Running): Promise<StagedImage> {
    const mine = this.staging.then(() => this.stage(info, running));
    this.staging = mine.catch(() => undefined);
    return unlessAborted(mine, running.signal);
  }

  private async stage(info: ImageInfo, running: Running): Promise<StagedImage> {
    const known = await this.peek(info);
    if (known !== null) return known;
    if (running.signal.aborted) throw stickError('cancelled', {});
    await this.clear();
    const fingerprint = await fingerprintOf(info);
    const folder = await openJobFolder(this.workFolder());
    try {
      const image = await stageImage({ info, folder: folder.path }, running);
      this.entry = { fingerprint, folder, image };
      return image;
    } catch (error) {
      await folder.remove();
      throw error;
    }
  }

  /** The image's SHA-256 alone: nothing is copied. Errors as in stageImage. */
  async hash(info: ImageInfo, running: Running): Promise<string> {
    const known = await this.peek(info);
    return known?.sha256 ?? (await stageImage({ info, folder: null }, running)).sha256;
  }

  async clear(): Promise<void> {
    const entry = this.entry;
    this.entry = null;
    await entry?.folder.remove();
  }
}

/**
 * Identity of the image's files as the file system tells it; changes when any of them does. Throws
 * `image/changed` when one of them, which were there when they were inspected, is gone.
 */
async function fingerprintOf(info: ImageInfo): Promise<string> {
  const files = info.wim.insideIso === null ? info.wim.parts : [info.path];
  const marks = await Promise.all(
    files.map(async (file) => {
      const mark = await fileMark(file).catch((cause: unknown) => {
        throw stickError('image/changed', { path: info.path }, { cause });
      });
      return mark.text;
    }),
  );
  return [join(info.path), ...marks].join('\n');
}
