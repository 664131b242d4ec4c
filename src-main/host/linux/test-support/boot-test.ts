import type { BootFirmware, BootTestResult } from '../../../../src-shared/boot-test';
import { isVhdx, openVhdx } from '../../../disk';
import { openFileSource, type ByteSource } from '../../../io';
import { bootTest as testDisk } from '../boot-test';

export interface FileBootTest {
  /** Disk image file, bare or with a virtual disk. */
  imagePath: string;
  firmware: BootFirmware;
  /** Image files of internal disks. */
  otherDrives?: readonly string[];
  timeoutSeconds: number;
}

/** The test boot of image files without the helper, which opens targets elsewhere. Throws as the file system does, too. */
export async function bootTest(
  { imagePath, firmware, otherDrives = [], timeoutSeconds }: FileBootTest,
  signal: AbortSignal = new AbortController().signal,
): Promise<BootTestResult> {
  const paths = [imagePath, ...otherDrives];
  const files = await Promise.all(paths.map(openFileSource));
  try {
    const [disk, ...otherDisks] = await Promise.all(
      files.map((file, index) => diskIn(file, paths[index] ?? '')),
    );
    if (!disk) throw new Error('no disk was opened');
    return await testDisk(
      { disk, otherDisks, firmware, timeoutSeconds, stillSeconds: timeoutSeconds },
      signal,
    );
  } finally {
    for (const file of files) await file.close();
  }
}

async function diskIn(file: ByteSource, path: string): Promise<ByteSource> {
  return (await isVhdx(file)) ? openVhdx(file, path) : file;
}
