import type { BrowserWindow } from 'electron';
import { stickError } from '../../src-shared/errors';
import type { StickContents } from '../../src-shared/ipc';
import { readVentoyStick, type VentoyPackages } from '../engine';
import type { Host } from '../host';
import { readBootImage } from '../image';
import { hashedMenuPassword, readVentoyPackage } from '../ventoy';
import { chooseFile, chooseFiles } from './dialogs';
import { tell, type Handlers } from './ipc';
import { Latest } from './latest';

type VentoyHandlers = Pick<
  Handlers,
  | Extract<keyof Handlers, `ventoy:${string}`>
  | 'choose:ventoy-package'
  | 'choose:images'
  | 'choose:ventoy-file'
>;

export interface VentoyHandlerTools {
  window: BrowserWindow;
  host: Pick<Host, 'openTargets'>;
  packages: VentoyPackages;
  /** Throws while a drive is busy with something else. */
  requireIdle: () => void;
}

/** What the window asks about Ventoy, and a way to end what is under way. */
export function ventoyHandlers(tools: VentoyHandlerTools): {
  handlers: VentoyHandlers;
  cancel: () => void;
} {
  const { window, packages } = tools;
  const inspecting = new Latest();
  const downloading = new Latest();
  const closing = new AbortController();

  const handlers: VentoyHandlers = {
    'choose:ventoy-package': () => chooseFile(window, 'ventoy-package'),
    'choose:images': () => chooseFiles(window, 'boot-image'),
    'choose:ventoy-file': (purpose) => chooseFile(window, purpose),

    'ventoy:inspect-package': ({ path, sha256 }) =>
      inspecting.run(async (signal) => {
        const found = await readVentoyPackage(path, { sha256, signal });
        const kept = await packages.list();
        if (!kept.some((one) => one.sha256 === found.sha256)) {
          await packages.remember(path, { sha256: found.sha256, signal });
        }
        return found;
      }),
    'ventoy:packages': () => packages.list(),
    'ventoy:forget': async (version) => {
      await packages.forget(version);
      return packages.list();
    },
    'ventoy:download': ({ url, sha256 }) =>
      downloading.run(async (signal) => {
        const onProgress = (doneBytes: number, totalBytes: number | null): void => {
          tell(window.webContents, 'ventoy:download-progress', { doneBytes, totalBytes });
        };
        const { path, hash, ...kept } = await packages.download(url, {
          sha256,
          signal,
          onProgress,
        });
        // What its hash was compared with was known while it was downloaded, and isn't any more.
        return { ...(await readVentoyPackage(path, { sha256: kept.sha256, signal })), hash };
      }),
    'ventoy:download-cancel': () => {
      downloading.cancel();
      return null;
    },

    // Several images may be looked into at the same time, as when many are dropped.
    'ventoy:inspect-image': (path) => readBootImage(path, closing.signal),
    'ventoy:read-stick': async ({ identity, unmount }): Promise<StickContents> => {
      tools.requireIdle();
      const target = { kind: 'drive', identity, unmount } as const;
      const content = await readVentoyStick(target, tools.host, closing.signal);
      if (content.found === 'other') return content;
      const { found, layout, files, freeBytes, config } = content;
      return { found, layout, files, freeBytes, config };
    },
    'ventoy:password-hash': (clear) => hashedPassword(clear),
  };
  return {
    handlers,
    cancel() {
      inspecting.cancel();
      downloading.cancel();
      closing.abort();
    },
  };
}

/** Throws `usage` for a password that Ventoy’s prompt could not take. */
function hashedPassword(clear: string): string {
  try {
    return hashedMenuPassword(clear);
  } catch (error) {
    if (error instanceof RangeError) {
      throw stickError('usage', { message: 'Ventoy can’t take this password' });
    }
    throw error;
  }
}
