import { join, win32 } from 'node:path';
import { stickError } from '../../../../../src-shared/errors';
import type { Waiting } from '../../patient-run';
import { progressReader, requireSuccess, type RunOperation } from '../../run-operation';
import {
  BlockedPathError,
  filesBelow,
  type FilesBelow,
  type VolumeFiles,
} from '../../volume-files';
import { windowsWork, type WindowsWork } from '../../windows-work';
import type { SimulatedFiles } from './files';
import type { SimulatedWindows } from './simulated-windows';

/**
 * What volumes of Windows are made with on the simulated computer. `privateFolder` is a folder of this computer. Nobody waits.
 * `run` may stand in for the computer's own.
 */
export function simulatedWork(
  windows: SimulatedWindows,
  privateFolder: string,
  run: RunOperation = simulatedRun(windows),
): WindowsWork {
  return windowsWork(privateFolder, {
    run,
    files: simulatedFilesBelow(windows.files),
    waiting: noWaiting,
    freeBytes: () => windows.freeBytes(),
  });
}

const noWaiting: Waiting = { now: () => 0, wait: () => Promise.resolve() };

/** Runs operations as `runOperation` does, with the simulated programs. */
export function simulatedRun(windows: SimulatedWindows): RunOperation {
  return async (operation, { signal, onProgress }) => {
    if (signal?.aborted) throw stickError('cancelled', {});
    const onLine = progressReader(operation.progressOf, onProgress);
    let line = '';
    const onOutput = (text: string): void => {
      const lines = (line + text).split(/[\r\n]/);
      line = lines.pop() ?? '';
      lines.forEach(onLine);
    };
    const output = await windows.run(operation, { onOutput, ...(signal && { signal }) });
    if (signal?.aborted) throw stickError('cancelled', {});
    requireSuccess(operation, output);
    return output;
  };
}

/**
 * The simulated computer's files, by Windows paths, with the same rules for links: each call lends the root and has the real
 * code work below that.
 */
function simulatedFilesBelow(files: SimulatedFiles): FilesBelow {
  return (root) => {
    /** Where `path` lies, and files below where the root lies. */
    const at = <T>(path: string, use: (local: VolumeFiles, to: string) => Promise<T>) =>
      files.withLocal(path, async (local) => {
        const inside = win32.relative(root, path);
        const depth = inside === '' ? 0 : inside.split('\\').length;
        const localRoot = join(local, ...Array<string>(depth).fill('..'));
        try {
          return await use(filesBelow(localRoot), local);
        } catch (error) {
          if (!(error instanceof BlockedPathError)) throw error;
          const names = error.path.slice(localRoot.length).split('/');
          throw new BlockedPathError(win32.join(root, ...names), error.found);
        }
      });
    return {
      kindOf: (path) => at(path, (local, to) => local.kindOf(to)),
      list: (folder) => at(folder, (local, to) => local.list(to)),
      read: (path, mostBytes) => at(path, (local, to) => local.read(to, mostBytes)),
      async *pieces(path) {
        // A volume is lent for one call only.
        yield await at(path, async (local, to) => {
          const pieces: Buffer[] = [];
          for await (const piece of local.pieces(to)) pieces.push(piece);
          return Buffer.concat(pieces);
        });
      },
      makeFolder: (path) => at(path, (local, to) => local.makeFolder(to)),
      remove: (path) => at(path, (local, to) => local.remove(to)),
      put: (path, content) => at(path, (local, to) => local.put(to, content)),
      move: (from, to) =>
        at(from, (local, localFrom) =>
          files.withLocal(to, (localTo) => local.move(localFrom, localTo)),
        ),
      appendZeros: (path, bytes) => at(path, (local, to) => local.appendZeros(to, bytes)),
    };
  };
}
