import { readFile } from 'node:fs/promises';
import { messageOf, stickError } from '../../src-shared/errors';
import type { BitLockerReport, JobState } from '../../src-shared/job';
import { readRecoveryKeyFile } from '../guest';
import { recoveryKeySheets, type RecoveryKeySheet } from './recovery-key-sheets';

/** Milliseconds for which a key lies in the clipboard. */
export const CLIPBOARD_MS = 60_000;

/** What becomes of a key outside this program. */
export interface KeyOutlets {
  clipboard: {
    readText(): string | Promise<string>;
    writeText(text: string): void | Promise<void>;
    clear(): void | Promise<void>;
  };
  /** Lets the person print an HTML page; resolves too when they decide otherwise. */
  print(html: string): Promise<void>;
  showInFolder(path: string): void;
}

/**
 * The recovery keys of the sticks that the last job finished. They are in their files only, are read when somebody asks for one,
 * and go to the clipboard or to paper, never to the window. Which files these are is known from the program's own report.
 */
export class RecoveryKeys {
  /** The key in the clipboard, until it is taken out again. */
  #copied: { key: string; timer: NodeJS.Timeout } | null = null;

  constructor(
    private readonly job: () => JobState,
    private readonly outlets: KeyOutlets,
  ) {}

  /** Throws `usage` for a target that has no key, `bitlocker/key-file`. */
  async copy(target: string): Promise<void> {
    const { key } = await readSheet(target, this.#reportOf(target));
    clearTimeout(this.#copied?.timer);
    await this.outlets.clipboard.writeText(key);
    const timer = setTimeout(() => void this.#takeBack(), CLIPBOARD_MS);
    this.#copied = { key, timer };
  }

  /** Prints a sheet for each target. Throws like `copy`, and whatever printing throws. */
  async print(targets: readonly string[]): Promise<void> {
    const sheets = await Promise.all(
      targets.map((target) => readSheet(target, this.#reportOf(target))),
    );
    await this.outlets.print(recoveryKeySheets(sheets));
  }

  /** Throws `usage` for a target that has no key. */
  showInFolder(target: string): void {
    this.outlets.showInFolder(this.#reportOf(target).recoveryKeyFile);
  }

  /** Leaves no key in the clipboard when the program ends. */
  async close(): Promise<void> {
    clearTimeout(this.#copied?.timer);
    await this.#takeBack();
  }

  async #takeBack(): Promise<void> {
    const copied = this.#copied;
    this.#copied = null;
    if (copied === null) return;
    const { clipboard } = this.outlets;
    // What was copied since then is somebody's own.
    if ((await clipboard.readText()) === copied.key) await clipboard.clear();
  }

  #reportOf(target: string): BitLockerReport {
    const state = this.job();
    const sticks =
      state.state === 'done' && state.report.kind === 'windows-to-go' ? state.report.sticks : [];
    const encrypted = sticks.find((stick) => stick.target === target)?.bitLocker ?? null;
    if (encrypted === null) {
      throw stickError('usage', { message: `There is no recovery key for ${target}` });
    }
    return encrypted;
  }
}

async function readSheet(
  target: string,
  { recoveryKeyFile: path, recoveryKeyId }: BitLockerReport,
): Promise<RecoveryKeySheet> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw stickError(
      'bitlocker/key-file',
      { path, message: 'the file can’t be read' },
      { detail: messageOf(error), cause: error },
    );
  });
  const found = readRecoveryKeyFile(bytes);
  if (found === null) {
    throw stickError('bitlocker/key-file', { path, message: 'it holds no recovery key' });
  }
  if (!sameId(found.keyId, recoveryKeyId)) {
    throw stickError('bitlocker/key-file', { path, message: 'it holds the key of another stick' });
  }
  return { target, keyId: found.keyId, key: found.recoveryPassword };
}

function sameId(one: string, other: string): boolean {
  const bare = (id: string): string => id.replace(/[{}]/g, '').toUpperCase();
  return bare(one) === bare(other);
}
