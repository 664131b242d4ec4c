import { win32 } from 'node:path';
import { stickError } from '../../src-shared/errors';
import type { Target } from '../../src-shared/plan';
import { isImageFilePath, wholeDiskBytes } from '../../src-shared/vhdx';
import type { HostDescription } from '../host';
import { describeWindowsHost } from '../host/win32';
import { usageError } from './context';
import { refuseOtherDevice, windowsDrivePath } from './windows-drive-path';

export const HOST_PLATFORMS = ['linux', 'win32'] as const;

/** A kind of computer that isn't this one, whose operations can be shown all the same. */
export interface OtherHost {
  description: HostDescription;
  workFolder: string;
  /** What a name stands for there. Throws `usage`, `target/not-a-drive`. */
  target: (name: string, sizeBytes: number, unmount: boolean) => Target;
}

/** Throws `usage` for a kind that only such a computer itself can tell about. */
export function otherHost(platform: (typeof HOST_PLATFORMS)[number]): OtherHost {
  if (platform === 'linux') {
    throw usageError('what a Linux computer would do is shown by a Linux computer only');
  }
  return {
    description: describeWindowsHost(),
    workFolder: String.raw`C:\Users\…\AppData\Local\Sticksmith`,
    target: windowsTarget,
  };
}

/** A drive by the name that Windows gives it, or an image file. Nothing of it is looked at: it isn't here. */
function windowsTarget(name: string, sizeBytes: number, unmount: boolean): Target {
  const path = windowsDrivePath(name);
  if (path !== null) {
    const identity = { path, sizeBytes, serial: null, model: null, bus: 'usb' } as const;
    return { kind: 'drive', identity, unmount };
  }
  refuseOtherDevice(name);
  if (win32.isAbsolute(name) && isImageFilePath(name)) {
    return { kind: 'file', path: name, sizeBytes: wholeDiskBytes(name, sizeBytes) };
  }
  const message = String.raw`on Windows it is a drive such as \\.\PhysicalDrive2, or an image file such as C:\stick.img`;
  throw stickError('target/not-a-drive', { target: name, message });
}
