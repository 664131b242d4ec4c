import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BootTest } from '../../src-shared/boot-test';
import { messageOf, stickError } from '../../src-shared/errors';
import { errorCode } from '../io';

/** A folder into which the pictures of test boots go. Nothing that is there is replaced. */
export class PictureFolder {
  private constructor(private readonly folder: string) {}

  /** Makes the folder where there is none, so that it fails before anything takes time. Throws `file/unwritable`. */
  static async open(folder: string): Promise<PictureFolder> {
    const path = resolve(folder);
    await mkdir(path, { recursive: true }).catch((error: unknown) => {
      throw cannotWrite(path, error);
    });
    return new PictureFolder(path);
  }

  /** Returns the file's path: `boot-uefi.png`, or with a number where there is one already. Null without a picture. */
  async save({ firmware, result }: BootTest): Promise<string | null> {
    if (!result?.picture) return null;
    const png = Buffer.from(result.picture.png, 'base64');
    for (let number = 1; ; number += 1) {
      const more = number === 1 ? '' : `-${String(number)}`;
      const path = join(this.folder, `boot-${firmware}${more}.png`);
      try {
        await writeFile(path, png, { flag: 'wx' });
        return path;
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw cannotWrite(path, error);
      }
    }
  }
}

function cannotWrite(path: string, cause: unknown): Error {
  return stickError('file/unwritable', { path, message: messageOf(cause) }, { cause });
}
