import type { BootStarts } from '../../../src-shared/boot-image';
import { FileSystemError, openFat } from '../../disk';
import type { ByteSource } from '../../io';

export type UefiStarts = BootStarts['uefi'];

/** What firmware starts from a medium that nobody told it more about (UEFI specification 2.10, 3.5.1.1). */
export const DEFAULT_BOOT_FILES = {
  x64: 'EFI/BOOT/BOOTX64.EFI',
  ia32: 'EFI/BOOT/BOOTIA32.EFI',
  aa64: 'EFI/BOOT/BOOTAA64.EFI',
} as const;

export const NO_UEFI: UefiStarts = { x64: false, ia32: false, aa64: false };
export const UNKNOWN_UEFI: UefiStarts = { x64: null, ia32: null, aa64: null };

/** Which of the default boot files are there, by asking for each. */
export async function uefiStarts(
  exists: (path: string) => Promise<boolean>,
): Promise<{ x64: boolean; ia32: boolean; aa64: boolean }> {
  return {
    x64: await exists(DEFAULT_BOOT_FILES.x64),
    ia32: await exists(DEFAULT_BOOT_FILES.ia32),
    aa64: await exists(DEFAULT_BOOT_FILES.aa64),
  };
}

/** Which of the default boot files a FAT volume has. Null when it is no FAT volume or can't be read. */
export async function uefiStartsOfFat(volume: ByteSource): Promise<UefiStarts | null> {
  try {
    const fat = await openFat(volume);
    return await uefiStarts(async (path) => {
      const entry = await fat.find(path);
      return entry !== null && !entry.isDirectory && entry.size > 0;
    });
  } catch (error) {
    if (error instanceof FileSystemError) return null;
    throw error;
  }
}

/** What starts when any of several things does. */
export function anyUefi(all: readonly UefiStarts[]): UefiStarts {
  const any = (of: (one: UefiStarts) => boolean | null): boolean | null => {
    const values = all.map(of);
    if (values.includes(true)) return true;
    return values.includes(null) ? null : false;
  };
  return { x64: any(({ x64 }) => x64), ia32: any((one) => one.ia32), aa64: any((one) => one.aa64) };
}
