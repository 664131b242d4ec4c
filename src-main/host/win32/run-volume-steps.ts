import { win32 } from 'node:path';
import { stickError, type StickError } from '../../../src-shared/errors';
import { errorCode } from '../../io';
import { contentOf } from '../file-content';
import type { Performed, UndoJournal } from './journal';
import type { Operation } from './operation';
import {
  dismRefusal,
  takeOver,
  type DiskLayout,
  type Opened,
  type ServiceStep,
  type VolumeStep,
} from './operations';
import type { Waiting } from './patient-run';
import type { RunOptions } from './run-operation';
import { BlockedPathError, type FilesBelow, type VolumeFiles } from './volume-files';

/** What the steps are carried out with. */
export interface VolumeStepsWork {
  /** Runs the operations, and takes back what they changed. */
  journal: UndoJournal;
  files: FilesBelow;
  /** For the operations' scripts; see `RunOptions`. */
  privateFolder: string;
  /** Where the volume is mounted. */
  mountFolder: string;
  /** The image that is unpacked: its first part. */
  image: string;
  layoutOf: (diskNumber: number) => Promise<DiskLayout>;
  waiting: Waiting;
  signal: AbortSignal;
  /** How far an operation is, from 0 to 1. */
  onProgress: (operation: Operation, fraction: number) => void;
  /** A step of servicing has ended. */
  onServiced: (step: ServiceStep, outcome: ServiceOutcome) => void;
}

/** DISM did it, and printed that; or it refused to. */
export type ServiceOutcome = { done: true; stdout: string } | { done: false; refusal: string };

/** Carries out steps, one after the other, and remembers from one call to the next what is open. */
export type RunVolumeSteps = (steps: readonly VolumeStep[]) => Promise<void>;

/** How often, and how many milliseconds apart, Windows is asked for a partition that was just made (assumed: it may lag). */
const LOOK_TRIES = 5;
const LOOK_PAUSE_MS = 1000;

/**
 * Carries out the steps that make a volume of Windows. The first that fails ends it; what is open then is taken back by the
 * journal. The functions throw what running an operation throws, and:
 *
 * - `wim/unsupported` when the image lacks a registry hive, or has a link where a folder has to be;
 * - `tool/failed` for a partition that diskpart made elsewhere than it was told to;
 * - `files/changed`, `files/unreadable`, `cancelled`, and errors of the file system as they are.
 */
export function volumeStepsRunner(work: VolumeStepsWork): RunVolumeSteps {
  const runner = new StepRunner(work);
  return async (steps) => {
    for (const step of steps) {
      if (work.signal.aborted) throw stickError('cancelled', {});
      await runner.run(step);
    }
  };
}

class StepRunner {
  readonly #work: VolumeStepsWork;
  readonly #volume: VolumeFiles;
  readonly #open = new Map<Opened, Performed>();

  constructor(work: VolumeStepsWork) {
    this.#work = work;
    this.#volume = work.files(work.mountFolder);
  }

  async run(step: VolumeStep): Promise<void> {
    try {
      await this.#run(step);
    } catch (error) {
      if (!(error instanceof BlockedPathError)) throw error;
      const { image, mountFolder } = this.#work;
      if (isBelow(mountFolder, error.path)) throw unsupported(image, error.message);
      throw stickError('work/unusable', { path: error.path, message: error.message });
    }
  }

  #run(step: VolumeStep): Promise<void> {
    switch (step.kind) {
      case 'run':
        return this.#runOperation(step);
      case 'service':
        return this.#service(step);
      case 'require-partition':
        return this.#requirePartition(step);
      case 'copy-out':
        return this.#copyOut(step);
      case 'remove':
        return this.#removeAll(step.paths);
      case 'make-folder':
        return this.#volume.makeFolder(step.path);
      case 'require-file':
        return this.#requireHive(step.path);
      case 'put':
        return this.#put(step);
    }
  }

  async #runOperation({ operation, opens, closes }: Step<'run'>): Promise<void> {
    const opened = closes && this.#open.get(closes);
    if (closes && opened) {
      await opened.undoBy(operation, this.#optionsFor(operation));
      this.#open.delete(closes);
      return;
    }
    const performed = await this.#perform(operation);
    if (opens) this.#open.set(opens, performed);
  }

  async #service(step: ServiceStep): Promise<void> {
    const { onServiced } = this.#work;
    try {
      const { output } = await this.#perform(step.operation);
      onServiced(step, { done: true, stdout: output.stdout });
    } catch (error) {
      const refusal = dismRefusal(error);
      if (refusal === null) throw error;
      onServiced(step, { done: false, refusal });
    }
  }

  #perform(operation: Operation): Promise<Performed> {
    return this.#work.journal.perform(operation, this.#optionsFor(operation));
  }

  #optionsFor(operation: Operation): RunOptions {
    const { privateFolder: folder, signal, onProgress } = this.#work;
    return { folder, signal, onProgress: (fraction) => onProgress(operation, fraction) };
  }

  async #requirePartition(step: Step<'require-partition'>): Promise<void> {
    const { layoutOf, waiting, signal } = this.#work;
    for (let tries = 1; ; tries += 1) {
      const { partitions } = await layoutOf(step.diskNumber);
      const [first] = partitions;
      const fits = first?.startByte === step.startByte && first.bytes <= step.mostBytes;
      if (partitions.length === 1 && fits) return;
      if (tries === LOOK_TRIES) {
        const found = partitions.map(
          ({ startByte, bytes }) => `${String(bytes)} bytes at ${String(startByte)}`,
        );
        const message = `it should have made one partition of at most ${String(step.mostBytes)} bytes at ${String(step.startByte)}; there are: ${found.join(', ') || 'none'}`;
        throw stickError('tool/failed', { tool: 'diskpart.exe', message });
      }
      await waiting.wait(LOOK_PAUSE_MS, signal);
    }
  }

  async #copyOut({ paths, from, to }: Step<'copy-out'>): Promise<void> {
    const outside = this.#work.files(win32.dirname(to));
    await outside.makeFolder(to);
    for (const path of paths) {
      const names = path.split('/').filter((name) => name !== '');
      await this.#copyTree(win32.join(from, ...names), outside, win32.join(to, ...names));
    }
  }

  /** Links and devices stay where they are. */
  async #copyTree(from: string, outside: VolumeFiles, to: string): Promise<void> {
    const kind = await this.#volume.kindOf(from);
    if (kind === 'file') {
      await outside.makeFolder(win32.dirname(to));
      await outside.put(to, untilAborted(this.#volume.pieces(from), this.#work.signal));
    }
    if (kind !== 'folder') return;
    await outside.makeFolder(to);
    for (const name of await this.#volume.list(from)) {
      await this.#copyTree(win32.join(from, name), outside, win32.join(to, name));
    }
  }

  async #removeAll(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.#remove(path);
  }

  /** What administrators may not remove is given to them first, each file and folder once. */
  async #remove(path: string): Promise<void> {
    const taken = new Set<string>();
    for (;;) {
      try {
        await this.#volume.remove(path);
        return;
      } catch (error) {
        const denied = deniedPath(error);
        if (denied === null || taken.has(denied) || !isBelow(this.#work.mountFolder, denied)) {
          throw error;
        }
        // Of a link it would be the target that is given.
        const kind = await this.#volume.kindOf(denied);
        if (kind !== 'file' && kind !== 'folder') throw error;
        taken.add(denied);
        for (const operation of takeOver(denied)) await this.#perform(operation);
      }
    }
  }

  async #requireHive(path: string): Promise<void> {
    const { image, mountFolder } = this.#work;
    if ((await this.#volume.kindOf(path)) !== 'file') {
      throw hiveMissing(image, `/${win32.relative(mountFolder, path).replaceAll('\\', '/')}`);
    }
  }

  async #put({ path, content }: Step<'put'>): Promise<void> {
    const kind = await this.#volume.kindOf(path);
    if (kind === 'file' || kind === 'link') await this.#remove(path);
    await this.#volume.put(path, contentOf(content, this.#work.signal));
  }
}

type Step<K extends VolumeStep['kind']> = Extract<VolumeStep, { kind: K }>;

/** `path` from the volume's root, with `/`. */
export function hiveMissing(image: string, path: string): StickError {
  return unsupported(image, `it holds no registry hive ${path}`);
}

export function unsupported(image: string, message: string): StickError {
  return stickError('wim/unsupported', { path: image, message });
}

async function* untilAborted(
  pieces: AsyncIterable<Buffer>,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void, undefined> {
  for await (const piece of pieces) {
    if (signal.aborted) throw stickError('cancelled', {});
    yield piece;
  }
}

/** What this process may not change. */
function deniedPath(error: unknown): string | null {
  if (!['EPERM', 'EACCES'].includes(errorCode(error) ?? '')) return null;
  const { path } = error as NodeJS.ErrnoException;
  return path ?? null;
}

function isBelow(folder: string, path: string): boolean {
  const inside = win32.relative(folder, path);
  return inside !== '' && !win32.isAbsolute(inside) && !/^\.\.(\\|$)/.test(inside);
}
