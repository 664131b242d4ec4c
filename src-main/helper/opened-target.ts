import type { Target } from '../../src-shared/plan';
import type { Medium, OpenMedium } from './medium';

/** A drive that this process holds open, and its `major:minor`; on Windows `win:2` for disk number 2. */
export interface HeldDrive {
  path: string;
  device: string;
}

/** The disk behind a target, for programs that use it as one. */
export interface WholeDisk extends HeldDrive {
  /** Checks everything about it once more. Throws as opening does. */
  recheck(): Promise<void>;
  /** Claims it after it was let go. */
  takeHold(): Promise<Medium>;
}

/** What was opened. `deviceNumbers` are the devices, as in a drive's, that no source may lie on. */
export type OpenedTarget =
  | { access: 'reading'; medium: OpenMedium; disk: HeldDrive | null; release: Release }
  | {
      access: 'writing';
      kind: Target['kind'];
      medium: Medium;
      deviceNumbers: readonly string[];
      disk: WholeDisk | null;
      release: Release;
    };

/** Takes away what was made for a target, after its medium was closed. */
export type Release = () => Promise<void>;

export const nothingToRelease: Release = () => Promise.resolve();

/** Runs the work, and closes the medium if it fails. */
export async function closedOnFailure<T>(medium: OpenMedium, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await medium.close();
    throw error;
  }
}
