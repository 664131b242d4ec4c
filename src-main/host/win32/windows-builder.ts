import type { Running, WindowsVolumeRequest } from '../index';
import { buildWindowsVolume } from './build-windows';
import { openWindowsWork, type WindowsWork } from './windows-work';

/** What a helper needs for making volumes of Windows. */
export interface WindowsBuilder {
  /** As Host.buildWindowsVolume, with this process' rights: see `buildWindowsVolume`. */
  buildWindows: (request: WindowsVolumeRequest, running: Running) => Promise<void>;
  /** Takes back what processes that were killed have left attached or loaded. Throws as `openWorkPlace`. */
  tidyUp: () => Promise<void>;
}

/** `open`: opens the work place, which takes back what was left; once, unless it fails. */
export function windowsBuilder(open: () => Promise<WindowsWork> = openWindowsWork): WindowsBuilder {
  let opened: Promise<WindowsWork> | null = null;
  const work = (): Promise<WindowsWork> => {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    buildWindows: async (request, running) => buildWindowsVolume(request, running, await work()),
    async tidyUp() {
      await work();
    },
  };
}
